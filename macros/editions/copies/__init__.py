"""Copies to keep and pass on, each made of the copy for disks.

Each module makes one kind: a function `files` from the site to its files in downloads/.
"""

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from macros.components.downloads import CHECKSUMS
from macros.editions.copies import (
    book,
    booklet,
    cards,
    data_files,
    epub,
    kolibri,
    one_file,
    one_text,
    sheets,
    single_files,
    zim,
    zip_file,
)
from macros.editions.site import Site

# Those whose words are all in another language, too; and those of English alone.
OF_LANGUAGES = (one_file, zip_file, zim, kolibri, one_text, single_files)
OF_ENGLISH = (epub, cards, sheets, book, booklet, data_files)


def all_copies(site: Site) -> dict[PurePosixPath, bytes]:
    """Every copy by its place in downloads/, with the sums of all. `site` is the copy for disks."""
    makers = OF_LANGUAGES + (OF_ENGLISH if site.catalog.translation.is_english else ())
    made = {file: content for maker in makers for file, content in maker.files(site).items()}
    return {**made, CHECKSUMS: checksums(made)}


def checksums(files: Mapping[PurePosixPath, bytes]) -> bytes:
    """One line for each file, as `sha256sum --check` reads them."""
    lines = (f"{hashlib.sha256(files[file]).hexdigest()}  {file}\n" for file in sorted(files))
    return "".join(lines).encode()
