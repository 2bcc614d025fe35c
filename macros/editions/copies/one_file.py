"""The essentials as one HTML file for any phone: it asks for nothing, and searches itself.

Without scripts it is one long page with contents at its top. What only scripts read is packed, so
that a messenger passes on the file.
"""

import base64
import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from lxml import html
from minify_html import minify
from zopfli.zlib import compress

from macros.catalog.generated_files import danger_words
from macros.catalog.kinds import HELPLINES
from macros.components.downloads import ONE_FILE
from macros.editions.parts.essentials import JOINT, Essentials, Section, essentials, id_of, lowered
from macros.editions.parts.imprint import imprint
from macros.editions.parts.sums import sum_of
from macros.editions.parts.templates import FOLDER, fill
from macros.editions.search import index
from macros.editions.search.pages import HEADING, NEED, TITLE, Page, read_pages
from macros.editions.site import Site

# Until all is there, only the first section is laid out: an old phone takes seconds for the rest.
LOADING = (
    'document.documentElement.className="loading";addEventListener("DOMContentLoaded",function(){'
    'document.documentElement.className=""})'
)
# How much what stands out on a page counts, as in the index of the site.
WEIGHTS = {"title": TITLE, "heading": HEADING, "need": NEED}
ZLIB_HEAD, ZLIB_SUM = 2, 4  # bytes around what is deflated (RFC 1950)
TAG, NO_TAG = b"<", b"v"  # HTML may read the one as a tag; Ascii85 has no use for the other
NONE = 0  # of what people say is shown: their words are long, and passages of the page are at hand
# The strings that its scripts say.
SAID = {
    "age": ("old", "advice"),
    "search": ("preparing", "nothing", "best", "found"),
    "help": ("check_number", "guess", "not_confirmed", "only_here"),
}


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """The file of the site's language."""
    text, parts = site.catalog.text, essentials(site)
    said = {**text.at("scripts"), **text.at("page_scripts")}
    whole = fill(
        "one-file.html",
        text=text,
        language=site.catalog.language,
        direction=site.catalog.translation.direction,
        parts=parts,
        inside=_inside,
        built=site.day,
        imprint=imprint(site),
        sum_of=lambda part: sum_of(part.encode()),
        style=(FOLDER / "one-file.css").read_text("utf-8").strip(),
        # Built from frontend/one-file.js.
        script=(FOLDER / "one-file.js").read_text("utf-8").strip(),
        loading=LOADING,
        strings={name: {key: said[name][key] for key in keys} for name, keys in SAID.items()},
        packed={
            "rp-danger": _packed(danger_words(site.catalog)),
            "rp-index": _packed(seed_of(site, parts)),
            "rp-zones": _packed({id: each.zones for id, each in site.catalog[HELPLINES].items()}),
        },
    )
    return {ONE_FILE: minify(whole, keep_html_and_head_opening_tags=True).encode()}


def seed_of(site: Site, parts: Essentials) -> dict[str, Any]:
    """What scripts grow the index of search from, besides the texts of these sections."""
    there = {section.file: section for section in parts.sections}
    pages = [page for page in read_pages(site) if PurePosixPath(page.address) in there]
    rows = [[*index.row(_within(page))[:-1], NONE, page.address] for page in pages]
    for row in rows:
        row[0] = f"#{id_of(PurePosixPath(row[0]))}"
    heads = index.heads(site.catalog, pages)
    known = {key: heads[key] for key in ("words", "needs", "meanings", "sayings")}
    return {**known, "pages": rows, "weights": WEIGHTS}


def _within(page: Page) -> Page:
    """A page whose headings are those of its section."""
    parts = [replace(part, anchor=part.anchor.replace("#", JOINT, 1)) for part in page.parts]
    return replace(page, parts=parts)


def _inside(section: Section) -> str:
    """What stands inside a section, below the title of the file."""
    main = lowered(section.main)
    text = "".join(html.tostring(child, encoding="unicode") for child in main)
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _packed(value: object) -> str:
    """A value as JSON, deflated, in signs that HTML may hold; see frontend/one-file/unpacked.js."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    deflated = compress(data)[ZLIB_HEAD:-ZLIB_SUM]
    return base64.a85encode(deflated).replace(TAG, NO_TAG).decode()
