"""A code on paper: whoever is handed a printed page reaches it with a phone.

It goes into finished pages whose address is known, so that no page holds it twice.
"""

from pathlib import PurePosixPath

from macros.components.context import Context
from macros.components.rendering import render
from macros.editions.parts.qr_code import qr_code
from macros.editions.site import Site

BEGIN = '<article class="rp-text'


def add_codes(site: Site) -> None:
    """Put the code of its address into each page of `scanned` in data/editorial.yml."""
    for file in scanned(site):
        path = site.folder / site.place(file)
        before, found, after = path.read_text("utf-8").partition(BEGIN)
        attributes, end, words = after.partition(">")
        text = f"{before}{found}{attributes}{end}\n{_figure(site, file)}{words}"
        path.write_text(text, "utf-8", newline="\n")


def scanned(site: Site) -> list[PurePosixPath]:
    """The pages that carry a code: none where the site's address is not known."""
    places = {PurePosixPath("docs", place) for place in site.catalog.editorial.scanned}
    return [
        file
        for file in sorted(site.catalog.texts)
        if site.address
        and site.has(file)
        and file.name != "index.md"
        and {file.with_suffix(""), file.parent} & places
    ]


def _figure(site: Site, file: PurePosixPath) -> str:
    picture = qr_code(site.catalog.text, site.page(file))
    return render("printed_code", Context(site.project, file), code=picture)
