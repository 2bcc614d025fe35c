"""Each practice as one file: HTML with nothing outside it, and plain text. To send and pass on."""

from functools import partial
from pathlib import Path, PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from macros.catalog.kinds import PRACTICES
from macros.components.downloads import PAGE, TEXT
from macros.editions.parts.book_pages import book_page, no_links, online_address, with_links
from macros.editions.parts.imprint import advice, caution, countries, imprint
from macros.editions.parts.plain_text import plain_text
from macros.editions.parts.sums import sum_of
from macros.editions.parts.templates import fill
from macros.editions.site import Site

HELP = PurePosixPath("help.html")
# Compares the day of the build with the reader's clock; built from frontend/single-file.js.
SCRIPT = Path(__file__).parents[1] / "templates" / "single-file.js"


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """`practices/<id>.html` and `practices/<id>.txt` for every practice."""
    script = SCRIPT.read_text("utf-8")
    shared = {"text": site.catalog.text, "built": site.day, "script": script}
    shared |= {"script_sum": sum_of(script.encode())}
    shared |= {
        "label_of": site.catalog.label,
        "direction": site.catalog.translation.direction,
    }
    shared |= {"countries": countries(site), "advice": advice(site), "caution": caution(site)}
    made = {}
    for id, practice in site.catalog[PRACTICES].items():
        page = book_page(site, site.place(PRACTICES.file(id)))
        values = {**shared, "practice": practice, "imprint": imprint(site, page)}
        main = with_links(page, partial(_address, site, page.file))
        whole = fill("single.html", page=page, main=_inside(main), **values)
        words = fill("single.txt", main=plain_text(with_links(page, no_links)), **values)
        made[PurePosixPath(PAGE.format(id=id))] = whole.encode()
        # The mark at the start and the line ends are for old programs: without the one they
        # garble quotation marks, without the other they show all on one line.
        made[PurePosixPath(TEXT.format(id=id))] = words.replace("\n", "\r\n").encode("utf-8-sig")
    return made


def _address(site: Site, own: PurePosixPath, file: PurePosixPath, fragment: str) -> str | None:
    """Help is in the same file; other pages are on the published site, if there is one."""
    if file == HELP:
        return "#help"
    return f"#{fragment}" if file == own else online_address(site, file, fragment)


def _inside(main: HtmlElement) -> str:
    """What stands inside the page's article, as HTML."""
    return "".join(html.tostring(child, encoding="unicode") for child in main)
