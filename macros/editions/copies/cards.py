"""Each practice on one sheet of paper that folds into a card for the pocket, with help on its back.

The sheet is printed on one side. Its upper half stands on its head: the top is folded behind, then
the left half behind the right one.
"""

from pathlib import PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from macros.catalog.kinds import PRACTICES, SECTIONS
from macros.components.downloads import CARD
from macros.editions.parts.book_pages import (
    BookPage,
    book_page,
    find_class,
    no_links,
    section,
    with_links,
)
from macros.editions.parts.code import code_image
from macros.editions.parts.imprint import advice, caution, countries, imprint
from macros.editions.parts.pdf import PAPERS, Sheet, print_pdfs
from macros.editions.parts.templates import fill
from macros.editions.site import Site

PANELS = {"a4": (105, 148.4), "letter": (107.9, 139.6)}  # width and height in millimeters


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """`cards/<id>-a4.pdf` and `cards/<id>-letter.pdf` for every practice."""
    shared = {
        "site": site,
        "text": site.catalog.text,
        "label_of": site.catalog.label,
        "labels_of": site.catalog.labels,
        "countries": countries(site),
        "advice": advice(site),
        "caution": caution(site),
    }
    sheets = {}
    for id, practice in site.catalog[PRACTICES].items():
        file = PRACTICES.file(id)
        page = book_page(site, site.place(file))
        values = {**shared, "practice": practice, "imprint": imprint(site, page), "page": page}
        values["code"] = code_image(site.catalog.text, site.page(file))
        values |= _sides(site, page)
        for name, paper in PAPERS.items():
            card = fill("card.html", paper=paper, panel=PANELS[name], **values)
            sheets[PurePosixPath(CARD.format(id=id, paper=name))] = Sheet(card, 4, _probe(name))
    return print_pdfs(sheets, site.folder)


def _probe(paper: str) -> str:
    """A style that makes each side of the card a page, so that one too long makes a page more."""
    width, height = PANELS[paper]
    page = f"@page {{ size: {width}mm {height}mm; }}"
    return f"{page} body {{ display: block; }} section {{ break-after: page; transform: none; }}"


def _sides(site: Site, page: BookPage) -> dict[str, str]:
    """What is printed on each side, by data/sections.yml: as HTML without links, notes and calls
    for help. Evidence and links are on the site and in the book.
    """
    main = with_links(page, no_links)
    for name in ("footnote-ref", "rp-care"):
        for each in find_class(main, name):
            each.drop_tree()
    sides = {"front": "", "left": "", "right": ""}
    for key, kind in site.catalog[SECTIONS].items():
        if kind.card:
            sides[kind.card] += _markup(section(main, key))
    return sides


def _markup(elements: list[HtmlElement]) -> str:
    return "".join(html.tostring(each, encoding="unicode") for each in elements)
