"""Sheets to print and write on: the months of small acts, and the log. From the pages of rhythm."""

from pathlib import PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from macros.components.downloads import SHEET
from macros.editions.parts.book_pages import (
    book_page,
    find_class,
    no_links,
    online_address,
    with_links,
)
from macros.editions.parts.imprint import DIRECTORY, imprint
from macros.editions.parts.pdf import Sheet
from macros.editions.parts.qr_code import qr_code_image
from macros.editions.parts.templates import fill
from macros.editions.site import Site

MONTH = "rp-month"
DAYS = "rp-month__days"
LOG = "rp-sheet"
A_LINE = 42  # letters of a day
BETWEEN = 0.4  # of a line: the space between days


def documents(site: Site) -> dict[str, Sheet]:
    """Each month and the log, as `sheets/<month>-a4.pdf`, `sheets/log-a4.pdf`, and for Letter."""
    sheets = {}
    for path in sorted((site.folder / "rhythm").glob("*.html")):
        file = PurePosixPath("rhythm", path.name)
        page = book_page(site, file)
        code = qr_code_image(site.catalog.text, online_address(site, file))
        main = with_links(page, no_links)
        for days in find_class(main, DAYS):
            _set_in_two_columns(days)
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
            sheets[SHEET.replace("{name}", stem)] = Sheet(text, 1, likely=11.5)
    return sheets


def _set_in_two_columns(days: HtmlElement) -> None:
    """Set the days of a month as two lists beside each other, about as long as each other.

    Columns of CSS take WeasyPrint ten times as long: it lays out all days again and again.
    """
    items = list(days)
    lengths = [-(-len(item.text_content()) // A_LINE) + BETWEEN for item in items]
    half = min(range(len(items)), key=lambda at: abs(sum(lengths[:at]) - sum(lengths[at:])))
    columns = html.Element("div", {"class": "columns"})
    days.addprevious(columns)
    for part in (items[:half], items[half:]):
        column = html.Element(days.tag, dict(days.attrib))
        column.extend(part)
        columns.append(column)
    days.drop_tree()
