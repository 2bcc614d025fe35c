"""The whole site in one zip file: unpacked anywhere, it opens by a double click."""

from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from macros.components.rendering import day
from macros.editions import folders
from macros.editions.parts.offline_files import needed
from macros.editions.site import Site

FILE = PurePosixPath("ripple.zip")
FOLDER = PurePosixPath("ripple")  # what a reader finds after unpacking: one folder, nothing loose
READABLE = 0o644 << 16


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """The zip file. The same site gives the same bytes, wherever and whenever it is made."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for file, content in contents(site).items():
            info = ZipInfo(str(FOLDER / file), site.built.timetuple()[:6])
            info.create_system = 3  # Unix, on any system
            info.external_attr = READABLE
            archive.writestr(info, content, ZIP_DEFLATED, compresslevel=9)
    return {FILE: packed.getvalue()}


def contents(site: Site) -> dict[PurePosixPath, bytes]:
    """What lies in the zip file: the pages, and a note that says where to begin."""
    found = needed(folders.read(site.folder))
    return {PurePosixPath("READ ME FIRST.txt"): _note(site).encode(), **found}


def _note(site: Site) -> str:
    newer = f"A newer copy may be at {site.address}download/\r\n" if site.address else ""
    # Lines end as on Windows, whose oldest editors show them as one line otherwise.
    return (
        "RIPPLE\r\n"
        "Kindness to others is kindness to yourself, and looking after yourself is kindness to"
        " others.\r\n\r\n"
        "Open index.html in a web browser. Everything works without a network.\r\n"
        "To find help now, open help.html.\r\n\r\n"
        f"This copy was made on {day(site.built.date())}. Telephone numbers grow old: look at the"
        " date beside each.\r\n"
        f"{newer}\r\n"
        "Words and data: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/\r\n"
        "Code: MIT. You may copy this and pass it on.\r\n"
    )
