"""Sheets to print and write on: the months of small acts, and the log. From the pages of rhythm."""

from pathlib import PurePosixPath

from lxml import html

from macros.editions.frames import frame
from macros.editions.imprint import DIRECTORY, imprint
from macros.editions.leaves import classed, leaf, linked, nowhere
from macros.editions.pdf import PAPERS, Sheet, printed
from macros.editions.site import Site

KINDS = ("rp-month", "rp-sheet")


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """`sheets/<page>-a4.pdf` and `sheets/<page>-letter.pdf` for each page that holds a sheet."""
    sheets = {}
    for path in sorted((site.folder / "rhythm").glob("*.html")):
        page = leaf(site, PurePosixPath("rhythm", path.name))
        main = linked(page, nowhere)
        # The log's own name stands above its table; a month is named as its page.
        title = main.findtext(".//caption") or page.title
        for block in (each for kind in KINDS for each in classed(main, kind)):
            for name, paper in PAPERS.items():
                text = frame(
                    "sheet.html",
                    site=site,
                    language=page.language,
                    title=title,
                    paper=paper,
                    block=html.tostring(block, encoding="unicode", with_tail=False),
                    imprint=imprint(site, page),
                    directory=DIRECTORY,
                )
                sheets[PurePosixPath("sheets", f"{path.stem}-{name}.pdf")] = Sheet(text, 1)
    return printed(sheets, site.folder)
