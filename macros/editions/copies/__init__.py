"""Copies to keep and pass on, each made of the copy for disks.

Each module makes one kind: a function `files` from the site to its files in downloads/. One for
paper has a function `documents` from the site to what is printed; all are printed at once.
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
from macros.editions.parts.pdf import print_pdfs
from macros.editions.site import Site

# Those whose words are all in another language, too; and those of English alone.
OF_LANGUAGES = (one_file, zip_file, zim, kolibri, one_text, single_files)
OF_ENGLISH = (epub, data_files)
ON_PAPER = (cards, sheets, book, booklet)  # of English, too


def all_copies(site: Site) -> dict[PurePosixPath, bytes]:
    """Every copy by its place in downloads/, with the sums of all. `site` is the copy for disks."""
    english = site.catalog.translation.is_english
    makers = OF_LANGUAGES + (OF_ENGLISH if english else ())
    made = {file: content for maker in makers for file, content in maker.files(site).items()}
    if english:
        made |= printed(site)
    return {**made, CHECKSUMS: checksums(made)}


def printed(site: Site) -> dict[PurePosixPath, bytes]:
    """Every copy on paper. One group of processes makes all: to begin one takes seconds."""
    every = {file: sheet for maker in ON_PAPER for file, sheet in maker.documents(site).items()}
    return print_pdfs(every, site.folder)


def checksums(files: Mapping[PurePosixPath, bytes]) -> bytes:
    """One line for each file, as `sha256sum --check` reads them."""
    lines = (f"{hashlib.sha256(files[file]).hexdigest()}  {file}\n" for file in sorted(files))
    return "".join(lines).encode()
