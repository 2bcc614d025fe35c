"""What is made of the finished site, after either builder.

Each module makes one kind: a pure function `files` from the site to its files. What belongs beside
the pages is made here; the copies to keep are made by `copies`, which needs more libraries.
"""

from pathlib import PurePosixPath

from macros.editions.beside import calendars, feeds, headers
from macros.editions.beside import redirects as moved
from macros.editions.beside import service_worker as keep
from macros.editions.beside.printed_help import add_help
from macros.editions.beside.slim import slim_site
from macros.editions.folders import remove, write
from macros.editions.site import Site

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
    write(site.folder, files(site))
