"""The book as PDF, for A4 and Letter: tagged (PDF/UA-1), with an outline and working links."""

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import TypeVar

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from macros.catalog.kinds import PRACTICES, STUDIES
from macros.components.downloads import BOOK
from macros.components.rendering import short_citation
from macros.editions.parts.book_index import by_need, by_word
from macros.editions.parts.book_letters import letters, name_undrawn_languages
from macros.editions.parts.book_pages import (
    DRAWING,
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
from macros.editions.parts.imprint import advice, imprint, numbers_until
from macros.editions.parts.pdf import Sheet
from macros.editions.parts.plain_text import short_address
from macros.editions.parts.templates import fill
from macros.editions.site import Site

T = TypeVar("T")

STUDY_PAGE = PurePosixPath("evidence/studies.html")
HEADINGS = ("h1", "h2", "h3", "h4")
# A name in brackets in a script that our font does not have; it stands before it in Latin letters.
FOREIGN = re.compile(r" \([^()]*[^\u0000-\u024f\u2000-\u22ff()][^()]*\)")


def documents(site: Site) -> dict[str, Sheet]:
    """The book, as `ripple-a4.pdf` and `ripple-letter.pdf`."""
    return {BOOK: Sheet(markup(site))}


def markup(site: Site) -> str:
    """The whole book as HTML."""
    pages = book_pages(site)
    inside = {page.file: page for page in pages}
    resolve = partial(_address, site, inside)
    chapters = [
        [
            _values(site, page, _chapter(site, inside, page, with_links(page, resolve)))
            for page in part
        ]
        for part in parts(pages)
    ]
    return fill(
        "book.html",
        site=site,
        text=site.catalog.text,
        language=pages[0].language,
        parts=chapters,
        imprint=imprint(site),
        advice=advice(site),
        until=numbers_until(site),
        needs=by_need(site),
        words=by_word(site, inside),
        id_of=_id,
        beside=beside,
    )


def beside(items: Sequence[T], columns: int, rows: int = 20) -> list[list[Sequence[T]]]:
    """Items that are read downward, in blocks of columns of about the same length.

    Columns of CSS take WeasyPrint minutes: it lays out all that follows, again and again.
    """
    blocks = [items[at : at + rows * columns] for at in range(0, len(items), rows * columns)]
    made = []
    for block in blocks:
        long = -(-len(block) // columns)
        made.append([block[at * long : (at + 1) * long] for at in range(columns)])
    return made


def _values(site: Site, page: BookPage, text: str) -> dict[str, object]:
    """What the template says of a page."""
    own_page = page.part == PRACTICES.name and page.file.stem != "index"
    return {
        "title": page.title,
        "id": _id(page.file),
        "text": text,
        "kind": "practice" if own_page else "chapter",
        "drawing": part_drawing(site, page.part),
    }


def part_drawing(site: Site, part: str) -> str:
    """The address of the drawing with which a part opens; empty where it has none."""
    svg = site.catalog.drawings.get(site.catalog.editorial.book_drawings.get(part, ""), "")
    return svg_address(svg.encode()) if svg else ""


def svg_address(svg: bytes) -> str:
    """A drawing as an address that holds it."""
    return f"data:image/svg+xml;base64,{b64encode(svg).decode('ascii')}"


def _id(file: PurePosixPath, fragment: str = "") -> str:
    """The name of a page's part within the book, where all pages are in one document."""
    name = "-".join(file.with_suffix("").parts)
    return f"{name}--{fragment}" if fragment else name


def _address(
    site: Site, inside: dict[PurePosixPath, BookPage], file: PurePosixPath, fragment: str
) -> str | None:
    return f"#{_id(file, fragment)}" if file in inside else online_address(site, file, fragment)


def _chapter(
    site: Site, inside: dict[PurePosixPath, BookPage], page: BookPage, main: HtmlElement
) -> Markup:
    """A page as a chapter: names of its own, headings one step lower, pictures as images."""
    add_review_date(page, main)
    name_undrawn_languages(main, letters(site), site.catalog)
    _point_to_studies(site, inside, main)
    number_notes(main)
    _say_until(page, main)
    _pair_lines(main)
    _shorten_lists(main)
    _run_on(main)
    for place in find_class(main, DRAWING):
        place.tail = None
        main.insert(0, place)
    for svg in list(main.iter("svg")):
        parent = svg.getparent()
        source = svg_address(drawing(svg))
        if parent.get("class") == DRAWING:
            parent.set("style", f"background-image: url({source})")
            svg.drop_tree()
        else:
            replace(svg, source)
    for image in main.iter("img"):
        image.set("src", image.get("src", "").removeprefix("../"))
    for back in find_class(main, "footnote-backref"):
        back.drop_tree()
    for each in main.iter():
        address = each.get("href", "")
        if address.startswith("http") and short_address(address) not in each.text_content():
            each.set("class", "rp-far")  # on paper, its address is printed behind it
        if address.startswith("#") and not each.get("class"):
            each.set("data-page", address[1:])
        if each.get("id"):
            each.set("id", _id(page.file, each.get("id")))
        if each.tag in HEADINGS and len(page.file.parts) > 1 and page.file.stem != "index":
            each.tag = f"h{int(each.tag[1]) + 1}"
        each.text, each.tail = in_latin(each.text or ""), in_latin(each.tail or "")
    text = "".join(html.tostring(child, encoding="unicode") for child in main)
    return Markup(text)  # noqa: S704 -- from pages that were checked


def in_latin(words: str) -> str:
    """Words without what is in brackets in a script that our font does not have."""
    return FOREIGN.sub("", words)


def _say_until(page: BookPage, main: HtmlElement) -> None:
    """Say beside each helpline until when it is good; where it was read stands on the site."""
    for place in find_class(main, "rp-fresh"):
        days = [each.text_content() for each in find_class(place, "rp-expires")]
        details = [each for each in place if "rp-detail" in each.get("class", "").split()]
        if "rp-detail" in place.get("class", "").split():
            place.text = None
            details = list(place)
        for each in details:
            each.drop_tree() if each.tag == "span" else place.remove(each)
        words = " ".join(place.text_content().split())
        until = [page.text("numbers.until", day=day) for day in days[:1]]
        place.text = " ".join(filter(None, [words, *until]))
        for each in list(place):
            place.remove(each)


def _point_to_studies(site: Site, inside: dict[PurePosixPath, BookPage], main: HtmlElement) -> None:
    """Let a note name its study and the page on which the book tells of it."""
    if STUDY_PAGE not in inside:
        return
    for note in main.xpath('.//li[starts-with(@id, "fn:")]'):
        id = note.get("id").removeprefix("fn:")
        study = site.catalog[STUDIES].get(id)
        backs = find_class(note, "footnote-backref")
        if study is None or not backs:
            continue
        link = html.Element("a", {"href": f"#{_id(STUDY_PAGE, id)}"})
        link.text = short_citation(site.catalog.text, study)
        words = html.Element("p")
        words.extend((link, *backs))
        note[:] = [words]


def _run_on(main: HtmlElement) -> None:
    """Let what leads on from a page be titles in one paragraph: on paper, more is in their way."""
    for place in find_class(main, "rp-related"):
        links = [link for each in find_class(place, "rp-title") for link in each.iter("a")]
        if links:
            words = html.Element("p")
            for link in links:
                link.tail = " · " if link is not links[-1] else None
                words.append(link)
            for each in find_class(place, "rp-picks"):
                each.drop_tree()
            place.append(words)


def _pair_lines(main: HtmlElement) -> None:
    """Let the helplines of a country stand two and two beside each other."""
    for country in find_class(main, "rp-country"):
        lines = find_class(country, "rp-line")
        for at in range(0, len(lines), 2):
            pair = lines[at : at + 2]
            box = html.Element("div")
            box.set("class", "pair")
            pair[0].addprevious(box)
            box.extend(pair)
            if len(pair) == 1:
                box.append(html.Element("div"))


def _shorten_lists(main: HtmlElement) -> None:
    """Let long lists of answers run on, as titles with their pages: the facts stand there."""
    for place in find_class(main, "rp-answers"):
        for item in place.iterchildren("li"):
            link = item.find(".//a")
            if link is not None:
                link.tail = None
                item[:] = [link]
                item.text = None
