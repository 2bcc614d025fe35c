"""Each practice on one sheet of paper that folds into a card for the pocket, with help on its back.

The sheet is printed on one side. Its upper half stands on its head: the top is folded behind, then
the left half behind the right one.
"""

from pathlib import PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from macros.editions.parts.imprint import advice, caution, helps, imprint
from macros.editions.parts.page_text import Leaf, classed, leaf, linked, nowhere, section
from macros.editions.parts.pdf import PAPERS, Sheet, printed
from macros.editions.parts.templates import frame
from macros.editions.site import Site

# What stands on paper beside the help; evidence and links are on the site and in the book.
SECTIONS = ("steps", "a-shorter-version", "not-today", "what-it-can-cost")

PANELS = {"a4": (105, 148.4), "letter": (107.9, 139.6)}  # width and height in millimeters


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """`cards/<id>-a4.pdf` and `cards/<id>-letter.pdf` for every practice."""
    shared = {"site": site, "helps": helps(site), "advice": advice(site), "caution": caution(site)}
    sheets = {}
    for id, practice in site.catalog.practices.items():
        page = leaf(site, PurePosixPath("practices", f"{id}.html"))
        values = {**shared, "practice": practice, "imprint": imprint(site, page), "page": page}
        values["parts"] = _parts(page)
        for name, paper in PAPERS.items():
            card = frame("card.html", paper=paper, panel=PANELS[name], **values)
            sheets[PurePosixPath("cards", f"{id}-{name}.pdf")] = Sheet(card, 4, _probe(name))
    return printed(sheets, site.folder)


def _probe(paper: str) -> str:
    """A style that makes each side of the card a page, so that one too long makes a page more."""
    width, height = PANELS[paper]
    page = f"@page {{ size: {width}mm {height}mm; }}"
    return f"{page} body {{ display: block; }} section {{ break-after: page; transform: none; }}"


def _parts(page: Leaf) -> dict[str, str]:
    """The sections of a practice by name, as HTML without links, notes and calls for help."""
    main = linked(page, nowhere)
    for name in ("footnote-ref", "rp-care"):
        for each in classed(main, name):
            each.drop_tree()
    return {id.replace("-", "_"): _markup(section(main, id)) for id in SECTIONS}


def _markup(elements: list[HtmlElement]) -> str:
    return "".join(html.tostring(each, encoding="unicode") for each in elements)
