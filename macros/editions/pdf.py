"""HTML becomes tagged PDF (PDF/UA-1), many at once, the same bytes each time."""

import os
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


@dataclass(frozen=True)
class Sheet:
    """A document to print.

    With `pages`, its text is made as large as it can be for that many pages; `probe` is a style
    under which they are counted, where the print itself would hide that something is too long.
    """

    html: str
    pages: int = 0
    probe: str = ""


def printed(sheets: Mapping[PurePosixPath, Sheet], folder: Path) -> dict[PurePosixPath, bytes]:
    """Each document as PDF, by its place. Addresses in it are those of files in the folder."""
    # The largest first, so that no processor waits for another at the end.
    order = sorted(sheets, key=lambda file: (-len(sheets[file].html), file))
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        done = pool.map(partial(_pdf, folder), [sheets[file] for file in order])
        return dict(zip(order, done, strict=True))


def _pdf(folder: Path, sheet: Sheet) -> bytes:
    style = _fitting(folder, sheet) if sheet.pages else ""
    made = _laid(folder, sheet, style).write_pdf(pdf_variant="pdf/ua-1")
    return bytes(made)


def _fitting(folder: Path, sheet: Sheet) -> str:
    """The style with which the document has the pages it should have."""
    for size in SIZES:
        style = f"html {{ font-size: {size}pt; }}"
        if len(_laid(folder, sheet, style + sheet.probe).pages) == sheet.pages:
            return style
    raise ValueError("a text is too long for its sheet of paper, even in small print")


def _laid(folder: Path, sheet: Sheet, style: str) -> Document:
    fetcher = URLFetcher(allowed_protocols=("file", "data"))  # nothing comes from a network
    text = sheet.html.replace("</head>", f"<style>{style}</style></head>", 1)
    source = HTML(string=text, base_url=f"{folder.as_uri()}/", url_fetcher=fetcher)
    return source.render(font_config=_fonts())


@cache
def _fonts() -> FontConfiguration:
    """The fonts of this process, read once."""
    return FontConfiguration()
