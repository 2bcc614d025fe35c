"""Pages that moved: at each old address, a page that leads on to the new one."""

import posixpath
from pathlib import PurePosixPath

from markupsafe import Markup

from macros.editions.site import Site

_PAGE = Markup("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<title>{title}: this page has moved</title>
</head>
<body>
<p>This page has moved: <a href="{address}">{title}</a></p>
</body>
</html>
""")


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """A page for each address under `moved` of data/addresses.yml, by its place in the site."""
    pages = site.catalog.every_page
    made = {}
    for place, new in places(site).items():
        target = site.place(PurePosixPath("docs", new))
        address = posixpath.relpath(str(target), str(place.parent))
        if not site.on_disk:
            address = f"{posixpath.dirname(address) or '.'}/"
        title = pages[PurePosixPath("docs", new)].title
        made[place] = _PAGE.format(address=address, title=title).encode()
    return made


def places(site: Site) -> dict[PurePosixPath, str]:
    """The places of pages that moved, each with the file below docs of the page instead."""
    moved = site.catalog.addresses.moved if site.catalog.addresses else {}
    return {site.place(PurePosixPath("docs", old)): new for old, new in moved.items()}
