"""What a copy for disks needs of the site."""

from collections.abc import Mapping
from pathlib import PurePosixPath

# Left out: what only servers, search engines, feed readers and services that show links ask for.
SERVED = (
    *("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"),
    *("assets/images/social-card.png", "assets/images/social-card.svg"),
    *("assets/images/touch-icon.png", "assets/images/icon-512.png", "assets/manifest.webmanifest"),
)


def needed(files: Mapping[PurePosixPath, bytes]) -> dict[PurePosixPath, bytes]:
    """The files of a copy for disks that its readers can come to."""
    return {file: content for file, content in files.items() if str(file) not in SERVED}
