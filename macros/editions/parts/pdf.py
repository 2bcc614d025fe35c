"""HTML becomes tagged PDF (PDF/UA-1), many at once, the same bytes each time.

Pages are laid out once for all papers, and page numbers are put in where they were left room for.
"""

import gc
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from io import StringIO
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree

import pydyf
import tinyhtml5
from lxml import etree
from lxml.html import document_fromstring
from weasyprint import HTML, Document
from weasyprint.formatting_structure.boxes import Box, LineBox, ParentBox, TextBox
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from macros.editions.parts.papers import SHEETS, on_paper, page_size

# The text of what has to fit on one sheet, in points, from what reads best to the smallest.
SIZES = (14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5)
SMALLER = (1, 0.92, 0.85)  # how much smaller a part is set so that it fits on its page

ROOM = "000"  # what a style leaves for a page number, with tabular digits


@dataclass(frozen=True)
class Sheet:
    """A document to print, on each of its papers.

    With `pages`, its text is made as large as it can be for that many pages; `probe` is a style
    under which they are counted, where the print itself would hide that something is too long, and
    `likely` the size that most of its kind have, which is tried first.
    With `fit`, the parts of these ids, each on a page of its own, are set smaller if they need more
    than one. An element with `data-page` gets the number of the page on which that id stands, in
    the place of the ROOM that its style has put behind it.
    """

    html: str
    pages: int = 0
    probe: str = ""
    likely: float = 10.5
    fit: tuple[str, ...] = ()
    papers: tuple[str, ...] = SHEETS


def print_pdfs(sheets: Mapping[str, Sheet], folder: Path) -> dict[PurePosixPath, bytes]:
    """Each document as PDF, by its place, in which {paper} is filled in. Addresses in it are those
    of files in the folder.

    Raises ValueError where a text is too long for the pages that its document may have.
    """
    # The largest first, so that no processor waits for another at the end.
    order = sorted(sheets, key=lambda file: (-len(sheets[file].html), file))
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        done = pool.map(partial(_pdfs, folder), order, [sheets[file] for file in order])
        return {file: content for made in done for file, content in made.items()}


def _pdfs(folder: Path, file: str, sheet: Sheet) -> dict[PurePosixPath, bytes]:
    document = laid_out(folder, file, sheet)
    content = _write(document)
    return {
        PurePosixPath(file.format(paper=name)): on_paper(content, name) for name in sheet.papers
    }


def _write(document: Document) -> bytes:
    """The PDF of a document.

    pydyf lists all pages anew for each of the many thousand tags of a book; here it does so once
    for each number of pages.
    """
    every = pydyf.PDF.page_references
    listed: dict[int, tuple[bytes, ...]] = {}

    def once(pdf: pydyf.PDF) -> tuple[bytes, ...]:
        count = pdf.pages["Count"]
        if count not in listed:
            listed[count] = every.fget(pdf)
        return listed[count]

    with patch.object(pydyf.PDF, "page_references", property(once)):
        return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))


def laid_out(folder: Path, file: str, sheet: Sheet) -> Document:
    """The pages of a document."""
    if sheet.pages:
        return _fitting(folder, file, sheet)
    document = _laid(folder, sheet, _smaller(_levels(folder, sheet)))
    _write_numbers(document, _pages(document))
    return document


def _levels(folder: Path, sheet: Sheet) -> dict[str, int]:
    """How much smaller each part is set so that it fits on its page: its place in SMALLER.

    Those that are still too long are laid out alone, as a whole booklet takes seconds.
    """
    levels, long = dict.fromkeys(sheet.fit, 0), sheet.fit
    for level in range(1, len(SMALLER)):
        if not long:
            break
        others = "".join(f":not(#{id})" for id in long)
        style = f"{_smaller(levels)} body > {others} {{ display: none; }}"
        long = tuple(_too_long(_pages(_laid(folder, sheet, style)), long))
        levels |= dict.fromkeys(long, level)
    return levels


def _smaller(levels: Mapping[str, int]) -> str:
    return "".join(
        f"#{id} {{ font-size: {SMALLER[level]:.0%}; }}" for id, level in levels.items() if level
    )


def _too_long(places: Mapping[str, int], ids: tuple[str, ...]) -> Iterator[str]:
    """Those of the parts that end on another page than they begin. An empty element of their name
    and `-end` stands at their end.
    """
    yield from (id for id in ids if places[f"{id}-end"] > places[id])


def _write_numbers(document: Document, places: Mapping[str, int]) -> None:
    """Put page numbers in their room, and close up what is left of it.

    A text is shaped anew when it is drawn, so that there is no need to lay out a whole book again.
    """
    for page in document.pages:
        # There is no public way to the boxes of a page.
        for line in page._page_box.descendants():
            if isinstance(line, LineBox):
                for box in line.descendants():
                    if isinstance(box, TextBox) and ROOM in box.text and "data-page" in _data(box):
                        _write_number(line, box, str(places[_data(box)["data-page"]]))


def _data(box: Box) -> Mapping[str, str]:
    return box.element.attrib if box.element is not None else {}


def _write_number(line: LineBox, box: TextBox, number: str) -> None:
    """A number in its room; what follows on the line moves up, and one at its end moves to it."""
    digit = box.width / len(box.text) if box.text == ROOM else 0.58 * box.style["font_size"]
    spare = digit * (len(ROOM) - len(number))
    box.text = box.pango_layout.text = box.text.replace(ROOM, number)
    if "leader" in _data(box).get("class", ""):
        box.position_x += spare
        return
    end = box.position_x + box.width - 0.1
    for other in line.descendants():
        if other.position_x >= end and not isinstance(other, ParentBox):
            other.position_x -= spare


def _pages(document: Document) -> dict[str, int]:
    """The number of the page on which each id begins."""
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for id in page.anchors:
            found.setdefault(id, number)
    return found


def _fitting(folder: Path, file: str, sheet: Sheet) -> Document:
    """The document with the largest text with which it has no more pages than it may."""
    tried: dict[int, Document] = {}

    def fits(at: int) -> bool:
        if at not in tried:
            tried[at] = _laid(folder, sheet, _sized(SIZES[at]) + sheet.probe)
        return len(tried[at].pages) <= sheet.pages

    at = SIZES.index(sheet.likely)
    while at < len(SIZES) and not fits(at):
        at += 1
    if at == len(SIZES):
        raise ValueError(f"{file}: the text is too long for this paper, even in small print")
    while at > 0 and fits(at - 1):
        at -= 1
    return _laid(folder, sheet, _sized(SIZES[at])) if sheet.probe else tried[at]


def _sized(size: float) -> str:
    return f"html {{ font-size: {size}pt; }}"


def _laid(folder: Path, sheet: Sheet, style: str) -> Document:
    fetcher = URLFetcher(allowed_protocols=("file", "data"))  # nothing comes from a network
    width, height = page_size(sheet.papers)
    size = f"@page {{ size: {width:g}mm {height:g}mm; }}"
    text = sheet.html.replace("</head>", f"<style>{size}{style}</style></head>", 1)
    with patch.object(tinyhtml5, "parse", _parsed):
        source = HTML(string=text, base_url=f"{folder.as_uri()}/", url_fetcher=fetcher)
    gc.disable()  # to look for garbage among all the boxes of a book takes a quarter of the time
    try:
        return source.render(font_config=_fonts())
    finally:
        gc.enable()


def _parsed(file: StringIO, **_options: Any) -> ElementTree.Element:
    """The elements of a document. WeasyPrint's own parser, in Python, takes ten times as long."""
    document = document_fromstring(file.read())
    return ElementTree.fromstring(etree.tostring(document, encoding="utf-8"))  # noqa: S314 -- ours


@cache
def _fonts() -> FontConfiguration:
    """The fonts of this process, read once."""
    return FontConfiguration()
