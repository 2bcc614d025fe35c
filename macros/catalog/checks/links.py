"""Links lead somewhere, and images can be heard."""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from macros.catalog.allowed.links import is_relative
from macros.catalog.allowed.page import PageText
from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem, suggestion


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Links to files that are not there, and images without a description."""
    files = frozenset(map(str, catalog.files))
    for file, page in catalog.texts.items():
        yield from _faults(file, page, catalog.sources[file].offset, files)


def _faults(
    file: PurePosixPath, page: PageText, offset: int, files: frozenset[str]
) -> Iterator[Problem]:
    for link in page.links:
        line = link.line + offset
        if is_relative(link.address) and not _there(file, link.address, files):
            target = target_of(file, link.address)
            hint = _hint(file, target, files) or "; link to a file, such as ../help.md"
            yield Problem(file, line, f"`{link.address}` leads to no file of docs{hint}")
        if link.image and not link.words:
            message = "the image has no description; write ![what it shows](…)"
            yield Problem(file, line, message)


def _hint(file: PurePosixPath, target: str, files: frozenset[str]) -> str:
    """A file that may be meant, as this page would link to it."""
    known = [posixpath.relpath(each, str(file.parent)) for each in files if each[:5] == "docs/"]
    return suggestion(posixpath.relpath(target, str(file.parent)), known)


def _there(file: PurePosixPath, address: str, files: frozenset[str]) -> bool:
    return not urlsplit(address).path or target_of(file, address) in files


def target_of(file: PurePosixPath, address: str) -> str:
    """The file that an address on a page leads to."""
    return posixpath.normpath(posixpath.join(str(file.parent), unquote(urlsplit(address).path)))
