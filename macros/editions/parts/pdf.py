"""HTML becomes tagged PDF (PDF/UA-1), many at once, the same bytes each time."""

import gc
import os
import re
from bisect import bisect_left
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path, PurePosixPath

from weasyprint import HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

PAPERS = {"a4": "A4", "letter": "letter"}
# The text of what has to fit on one sheet, in points, from what reads best to the smallest.
SIZES = (14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5)

PLACE = re.compile("⟦(.+?)⟧")
TRIES = 6
PAD = "\u00a0"  # before a number that was longer
GUESS = "000"  # where a page is not yet known: as wide as most numbers of the book are


@dataclass(frozen=True)
class Sheet:
    """A document to print.

    With `pages`, its text is made as large as it can be for that many pages; `probe` is a style
    under which they are counted, where the print itself would hide that something is too long.
    Without, each `place(id)` in it becomes the number of the page on which that id stands.
    """

    html: str
    pages: int = 0
    probe: str = ""


def print_pdfs(sheets: Mapping[PurePosixPath, Sheet], folder: Path) -> dict[PurePosixPath, bytes]:
    """Each document as PDF, by its place. Addresses in it are those of files in the folder.

    Raises ValueError where a text is too long for the pages that its document may have.
    """
    # The largest first, so that no processor waits for another at the end.
    order = sorted(sheets, key=lambda file: (-len(sheets[file].html), file))
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        done = pool.map(partial(_pdf, folder), order, [sheets[file] for file in order])
        return dict(zip(order, done, strict=True))


def place(id: str) -> str:
    """What stands in the HTML of a document for the number of a page."""
    return f"⟦{id}⟧"


def _pdf(folder: Path, file: PurePosixPath, sheet: Sheet) -> bytes:
    if sheet.pages:
        document = _laid(folder, sheet.html, _fitting(folder, file, sheet))
    else:
        document = paged(folder, file, sheet)
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))


def paged(folder: Path, file: PurePosixPath, sheet: Sheet) -> Document:
    """The document with its page numbers. WeasyPrint's own way takes three times as long.

    A number that grew never becomes shorter again, so that the pages come to rest.
    """
    before: dict[str, str] = {}
    for _ in range(TRIES):
        document = _laid(folder, _filled(sheet.html, before))
        pages = _pages(document).items()
        found = {id: f"{page:{PAD}>{len(before.get(id, ''))}}" for id, page in pages}
        if found == before:
            return document
        before = found
        del document  # a whole book is large, and the next one comes now
        gc.collect()
    raise ValueError(f"{file}: its page numbers do not settle; give them tabular digits")


def _filled(html: str, pages: Mapping[str, str]) -> str:
    """The HTML with the numbers of pages, as far as they are known."""
    return PLACE.sub(lambda match: pages.get(match[1], GUESS), html)


def _pages(document: Document) -> dict[str, int]:
    """The number of the page on which each id begins."""
    found: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for id in page.anchors:
            found.setdefault(id, number)
    return found


def _fitting(folder: Path, file: PurePosixPath, sheet: Sheet) -> str:
    """The style with the largest text with which the document has no more pages than it may."""

    def fits(size: float) -> bool:
        return len(_laid(folder, sheet.html, _sized(size) + sheet.probe).pages) <= sheet.pages

    first = bisect_left(SIZES, True, key=fits)
    if first == len(SIZES):
        raise ValueError(f"{file}: the text is too long for this paper, even in small print")
    return _sized(SIZES[first])


def _sized(size: float) -> str:
    return f"html {{ font-size: {size}pt; }}"


def _laid(folder: Path, html: str, style: str = "") -> Document:
    fetcher = URLFetcher(allowed_protocols=("file", "data"))  # nothing comes from a network
    text = html.replace("</head>", f"<style>{style}</style></head>", 1)
    source = HTML(string=text, base_url=f"{folder.as_uri()}/", url_fetcher=fetcher)
    gc.disable()  # to look for garbage among all the boxes of a book takes a quarter of the time
    try:
        return source.render(font_config=_fonts())
    finally:
        gc.enable()


@cache
def _fonts() -> FontConfiguration:
    """The fonts of this process, read once."""
    return FontConfiguration()
