"""What is made of the finished site, after either builder.

Each module makes one kind: a pure function `files` from the site to its files.
"""

from pathlib import PurePosixPath

from macros.editions import calendars, feeds
from macros.editions.site import Site


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """Every file that belongs beside the pages, by its place in the site."""
    return {**calendars.files(site), **feeds.files(site)}
