"""The whole site as a zip file that Kolibri takes as an HTML5 app: index.html is at its root."""

from pathlib import PurePosixPath

from macros.components.downloads import KOLIBRI
from macros.editions import folders
from macros.editions.parts.archive import archive
from macros.editions.parts.offline_files import for_disks
from macros.editions.site import Site


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """The zip file. The same site gives the same bytes, wherever and whenever it is made."""
    inside = for_disks(folders.read(site.folder))
    return {KOLIBRI: archive({str(file): content for file, content in inside.items()}, site.built)}
