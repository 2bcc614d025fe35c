"""Pages that moved: at each old address, a page that leads on to the new one."""

import posixpath
from pathlib import PurePosixPath

from macros.editions.parts.templates import fill
from macros.editions.site import Site


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """A page for each address that data/addresses.yml calls moved, by its place in the site."""
    pages = site.catalog.every_page
    made: dict[PurePosixPath, bytes] = {}
    if not site.catalog.translation.is_english:
        return made  # no page of it has moved
    for place, new in site.redirects().items():
        page = PurePosixPath("docs", new)
        target = site.place(page)
        address = posixpath.relpath(str(target), str(place.parent))
        if not site.on_disk:
            address = f"{posixpath.dirname(address) or '.'}/"
        values = {"address": address, "title": pages[page].title, "text": site.catalog.text}
        made[place] = fill("redirect.html", **values).encode()
    return made
