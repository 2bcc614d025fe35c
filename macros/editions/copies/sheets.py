"""Sheets to print and write on: the months of small acts, and the log. From the pages of rhythm."""

from pathlib import PurePosixPath

from lxml import html

from macros.components.downloads import SHEET
from macros.editions.parts.book_pages import (
    book_page,
    find_class,
    no_links,
    online_address,
    with_links,
)
from macros.editions.parts.code import code_image
from macros.editions.parts.imprint import DIRECTORY, imprint
from macros.editions.parts.pdf import Sheet, print_pdfs
from macros.editions.parts.templates import fill
from macros.editions.site import Site

MONTH = "rp-month"
LOG = "rp-sheet"


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """`sheets/<month>-a4.pdf`, `sheets/log-a4.pdf` and the same for Letter."""
    sheets = {}
    for path in sorted((site.folder / "rhythm").glob("*.html")):
        file = PurePosixPath("rhythm", path.name)
        page = book_page(site, file)
        code = code_image(site.catalog.text, online_address(site, file))
        main = with_links(page, no_links)
        blocks = [(path.stem, page.title, block) for block in find_class(main, MONTH)]
        # The log is named as its table, not as the page that offers it.
        blocks += [
            ("log", block.findtext(".//caption", page.title), block)
            for block in find_class(main, LOG)
        ]
        for stem, title, block in blocks:
            text = fill(
                "sheet.html",
                site=site,
                text=site.catalog.text,
                language=page.language,
                title=title,
                block=html.tostring(block, encoding="unicode", with_tail=False),
                code=code,
                imprint=imprint(site, page),
                directory=DIRECTORY,
            )
            sheets[SHEET.replace("{name}", stem)] = Sheet(text, 1)
    return print_pdfs(sheets, site.folder)
