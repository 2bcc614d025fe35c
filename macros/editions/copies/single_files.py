"""Each practice as one file: HTML with nothing outside it, and plain text. To send and pass on."""

import base64
import hashlib
from functools import partial
from pathlib import Path, PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from macros.editions.parts import plain_text as plain
from macros.editions.parts.imprint import advice, caution, helps, imprint
from macros.editions.parts.page_text import leaf, linked, nowhere, online
from macros.editions.parts.templates import frame
from macros.editions.site import Site

HELP = PurePosixPath("help.html")
# Compares the day of the build with the reader's clock; built from frontend/age.js.
AGE = Path(__file__).parents[1] / "templates" / "age.js"


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """`practices/<id>.html` and `practices/<id>.txt` for every practice."""
    script = AGE.read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    shared = {"built": site.built.date(), "script": script, "digest": digest}
    shared |= {"helps": helps(site), "advice": advice(site), "caution": caution(site)}
    made = {}
    for id, practice in site.catalog.practices.items():
        page = leaf(site, PurePosixPath("practices", f"{id}.html"))
        values = {**shared, "practice": practice, "imprint": imprint(site, page)}
        main = linked(page, partial(_address, site, page.file))
        whole = frame("single.html", page=page, main=_inside(main), **values)
        words = frame("single.txt", main=plain.text(linked(page, nowhere)), **values)
        made[page.file] = whole.encode()
        # The mark at the start and the line ends are for old programs: without the one they
        # garble quotation marks, without the other they show all on one line.
        made[page.file.with_suffix(".txt")] = words.replace("\n", "\r\n").encode("utf-8-sig")
    return made


def _address(site: Site, own: PurePosixPath, file: PurePosixPath, fragment: str) -> str | None:
    """Help is in the same file; other pages are on the published site, if there is one."""
    if file == HELP:
        return "#help"
    return f"#{fragment}" if file == own else online(site, file, fragment)


def _inside(main: HtmlElement) -> str:
    """What stands inside the page's article, as HTML."""
    return "".join(html.tostring(child, encoding="unicode") for child in main)
