"""Sheets to print and write on: the months of small acts, and the log. From the pages of rhythm."""

from pathlib import PurePosixPath

from lxml import html

from macros.editions.parts.imprint import DIRECTORY, imprint
from macros.editions.parts.page_text import classed, leaf, linked, nowhere
from macros.editions.parts.pdf import PAPERS, Sheet, printed
from macros.editions.parts.templates import frame
from macros.editions.site import Site

MONTH = "rp-month"
LOG = "rp-sheet"


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """`sheets/<month>-a4.pdf`, `sheets/log-a4.pdf` and the same for Letter."""
    sheets = {}
    for path in sorted((site.folder / "rhythm").glob("*.html")):
        page = leaf(site, PurePosixPath("rhythm", path.name))
        main = linked(page, nowhere)
        blocks = [(path.stem, page.title, block) for block in classed(main, MONTH)]
        # The log is named as its table, not as the page that offers it.
        blocks += [
            ("log", block.findtext(".//caption", page.title), block) for block in classed(main, LOG)
        ]
        for stem, title, block in blocks:
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
                sheets[PurePosixPath("sheets", f"{stem}-{name}.pdf")] = Sheet(text, 1)
    return printed(sheets, site.folder)
