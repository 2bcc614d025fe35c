"""The book as PDF, for A4 and Letter: tagged (PDF/UA-1), with an outline and working links."""

import base64
import re
from functools import partial
from pathlib import PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from macros.editions.parts.drawings import drawing, replace
from macros.editions.parts.footnotes import numbered
from macros.editions.parts.imprint import advice, imprint
from macros.editions.parts.page_text import Leaf, classed, dated, leaves, linked, online, parts
from macros.editions.parts.pdf import PAPERS, Sheet, place, printed
from macros.editions.parts.plain_text import bare
from macros.editions.parts.templates import frame
from macros.editions.site import Site

HEADINGS = ("h1", "h2", "h3", "h4")
# A name in brackets in a script that our font does not have; it stands before it in Latin letters.
FOREIGN = re.compile(r" \([^()]*[^\u0000-\u024f\u2000-\u22ff()][^()]*\)")


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """`ripple-a4.pdf` and `ripple-letter.pdf`."""
    pages = leaves(site)
    resolve = partial(_address, site, {page.file for page in pages})
    chapters = [
        [(page, _chapter(page, linked(page, resolve))) for page in part] for part in parts(pages)
    ]
    values = {
        "site": site,
        "language": pages[0].language,
        "parts": [[(page.title, _id(page.file), text) for page, text in part] for part in chapters],
        "imprint": imprint(site),
        "advice": advice(site),
        "place": place,
    }
    sheets = {
        PurePosixPath(f"ripple-{name}.pdf"): Sheet(frame("book.html", paper=paper, **values))
        for name, paper in PAPERS.items()
    }
    return printed(sheets, site.folder)


def _id(file: PurePosixPath, fragment: str = "") -> str:
    """The name of a page's part within the book, where all pages are in one document."""
    name = "-".join(file.with_suffix("").parts)
    return f"{name}--{fragment}" if fragment else name


def _address(
    site: Site, inside: set[PurePosixPath], file: PurePosixPath, fragment: str
) -> str | None:
    return f"#{_id(file, fragment)}" if file in inside else online(site, file, fragment)


def _chapter(page: Leaf, main: HtmlElement) -> str:
    """A page as a chapter: names of its own, headings one step lower, pictures as images."""
    dated(page, main)
    numbered(main)
    for svg in list(main.iter("svg")):
        picture = base64.b64encode(drawing(svg)).decode("ascii")
        replace(svg, f"data:image/svg+xml;base64,{picture}")
    for image in main.iter("img"):
        image.set("src", image.get("src", "").removeprefix("../"))
    for back in classed(main, "footnote-backref"):
        back.drop_tree()
    for each in main.iter():
        address = each.get("href", "")
        if address.startswith("http") and bare(address) not in each.text_content():
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
