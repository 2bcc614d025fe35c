"""Which files of the site a copy needs that is read without a network."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from macros.components.downloads import FOLDER as DOWNLOADS
from macros.components.service_worker import WORKER

Files = Mapping[PurePosixPath, bytes]

# What only servers, search engines, and services that show links ask for.
SERVED = frozenset(
    [
        "sitemap.xml",
        "sitemap.xml.gz",
        "assets/images/social-card.png",
        "assets/images/social-card.svg",
    ]
)
# What a browser needs to keep a site; whoever opens pages from a disk comes to none of it.
INSTALLED = frozenset(
    [
        "404.html",
        "assets/images/touch-icon.png",
        "assets/images/icon-512.png",
        "assets/manifest.webmanifest",
    ]
)
FEEDS = "feeds"  # what only feed readers ask for


def for_disks(files: Files) -> dict[PurePosixPath, bytes]:
    """The files of a copy for disks that its readers can come to."""
    return {file: each for file, each in files.items() if str(file) not in SERVED | INSTALLED}


def kept_on_device(files: Files) -> dict[PurePosixPath, bytes]:
    """The files that a browser keeps of a site, once a reader has asked for it."""
    return {
        file: each
        for file, each in files.items()
        if str(file) not in SERVED
        and file != WORKER
        and file.parts[0] not in (FEEDS, str(DOWNLOADS))
    }
