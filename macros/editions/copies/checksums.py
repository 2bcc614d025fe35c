"""The copies to keep and pass on: who makes what, and the sums by which they can be checked."""

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from macros.editions.copies import book, cards, epub, sheets, zim
from macros.editions.copies import data_files as data
from macros.editions.copies import single_files as single
from macros.editions.copies import zip_file as archive
from macros.editions.site import Site

# Each has a function `files`, from the copy for disks to its files by their place in downloads/.
MAKERS = (archive, epub, zim, single, cards, sheets, book, data)
SUMS = PurePosixPath("SHA256SUMS")


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """Every copy by its place in downloads/, with the sums of all. `site` is the copy for disks."""
    made = {file: content for maker in MAKERS for file, content in maker.files(site).items()}
    return {**made, SUMS: sums(made)}


def sums(made: Mapping[PurePosixPath, bytes]) -> bytes:
    """One line for each file, as `sha256sum --check` reads them."""
    lines = (f"{hashlib.sha256(made[file]).hexdigest()}  {file}\n" for file in sorted(made))
    return "".join(lines).encode()
