"""The whole site in one zip file: unpacked anywhere, it opens by a double click."""

from pathlib import PurePosixPath

from macros.components.downloads import ZIP
from macros.editions import folders
from macros.editions.parts.archive import archive
from macros.editions.parts.imprint import LICENSE
from macros.editions.parts.offline_files import for_disks
from macros.editions.parts.templates import fill
from macros.editions.site import Site

FOLDER = PurePosixPath("ripple")  # what a reader finds after unpacking: one folder, nothing loose
NOTE = PurePosixPath("READ ME FIRST.txt")


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """The zip file. The same site gives the same bytes, wherever and whenever it is made."""
    inside = {str(FOLDER / file): content for file, content in contents(site).items()}
    return {ZIP: archive(inside, site.built)}


def contents(site: Site) -> dict[PurePosixPath, bytes]:
    """What lies in the zip file: the pages, and a note that says where to begin."""
    values = {
        "text": site.catalog.text,
        "day": site.catalog.text.day(site.day),
        "newer": f"{site.address}download/" if site.address else "",
        "license": LICENSE,
    }
    # Lines end as on Windows, whose oldest editors show them as one line otherwise.
    note = fill("read-me-first.txt", **values).replace("\n", "\r\n")
    return {NOTE: note.encode(), **for_disks(folders.read(site.folder))}
