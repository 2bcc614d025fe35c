"""The book as PDF, for A4 and Letter: tagged (PDF/UA-1), with an outline and working links."""

import base64
import re
from functools import partial
from pathlib import PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from macros.components.downloads import BOOK
from macros.editions.parts.book_letters import letters, name_undrawn_languages
from macros.editions.parts.book_pages import (
    BookPage,
    add_review_date,
    book_pages,
    find_class,
    online_address,
    parts,
    with_links,
)
from macros.editions.parts.drawings import drawing, replace
from macros.editions.parts.footnotes import number_notes
from macros.editions.parts.imprint import advice, imprint
from macros.editions.parts.pdf import PAPERS, Sheet, place, print_pdfs
from macros.editions.parts.plain_text import short_address
from macros.editions.parts.templates import fill
from macros.editions.site import Site

HEADINGS = ("h1", "h2", "h3", "h4")
# A name in brackets in a script that our font does not have; it stands before it in Latin letters.
FOREIGN = re.compile(r" \([^()]*[^\u0000-\u024f\u2000-\u22ff()][^()]*\)")


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """`ripple-a4.pdf` and `ripple-letter.pdf`."""
    pages = book_pages(site)
    resolve = partial(_address, site, {page.file for page in pages})
    chapters = [
        [(page, _chapter(site, page, with_links(page, resolve))) for page in part]
        for part in parts(pages)
    ]
    values = {
        "site": site,
        "text": site.catalog.text,
        "language": pages[0].language,
        "parts": [[(page.title, _id(page.file), text) for page, text in part] for part in chapters],
        "imprint": imprint(site),
        "advice": advice(site),
        "place": place,
    }
    sheets = {
        PurePosixPath(BOOK.format(paper=name)): Sheet(fill("book.html", paper=paper, **values))
        for name, paper in PAPERS.items()
    }
    return print_pdfs(sheets, site.folder)


def _id(file: PurePosixPath, fragment: str = "") -> str:
    """The name of a page's part within the book, where all pages are in one document."""
    name = "-".join(file.with_suffix("").parts)
    return f"{name}--{fragment}" if fragment else name


def _address(
    site: Site, inside: set[PurePosixPath], file: PurePosixPath, fragment: str
) -> str | None:
    return f"#{_id(file, fragment)}" if file in inside else online_address(site, file, fragment)


def _chapter(site: Site, page: BookPage, main: HtmlElement) -> str:
    """A page as a chapter: names of its own, headings one step lower, pictures as images."""
    add_review_date(page, main)
    name_undrawn_languages(main, letters(site), site.catalog)
    number_notes(main)
    for svg in list(main.iter("svg")):
        picture = base64.b64encode(drawing(svg)).decode("ascii")
        replace(svg, f"data:image/svg+xml;base64,{picture}")
    for image in main.iter("img"):
        image.set("src", image.get("src", "").removeprefix("../"))
    for back in find_class(main, "footnote-backref"):
        back.drop_tree()
    for each in main.iter():
        address = each.get("href", "")
        if address.startswith("http") and short_address(address) not in each.text_content():
            each.set("class", "rp-far")  # on paper, its address is printed behind it
        if address.startswith("#") and not each.get("class"):
            each.set("data-page", place(address[1:]))
        if each.get("id"):
            each.set("id", _id(page.file, each.get("id")))
        if each.tag in HEADINGS and len(page.file.parts) > 1 and page.file.stem != "index":
            each.tag = f"h{int(each.tag[1]) + 1}"
        each.text = FOREIGN.sub("", each.text or "")
        each.tail = FOREIGN.sub("", each.tail or "")
    return "".join(html.tostring(child, encoding="unicode") for child in main)
