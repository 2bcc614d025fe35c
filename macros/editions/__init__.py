"""What is made of the finished site, after either builder.

Each module makes one kind: a pure function `files` from the site to its files. What belongs beside
the pages is made here; the copies to keep are made by `copies`, which needs more libraries.
"""

from pathlib import PurePosixPath

from macros.editions import calendars, feeds, headers, keep, moved
from macros.editions.bundles import bundle
from macros.editions.folders import remove, write
from macros.editions.paper import add_help
from macros.editions.site import Site
from macros.editions.slim import slim_site

# The builders copy their themes' scripts and styles; every page has only our own.
UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images/favicon.png")


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """Every file that belongs beside the pages, by its place in the site."""
    makers = (calendars, feeds, headers, moved)
    made = {place: file for maker in makers for place, file in maker.files(site).items()}
    return {**made, **keep.files(site, made)}


def complete(site: Site) -> None:
    """Take out of a built site what no page uses, and add what its builder cannot make."""
    for name in UNUSED:
        remove(site.folder / name)
    add_help(site)
    slim_site(site.folder)
    bundle(site.folder)
    write(site.folder, files(site))
