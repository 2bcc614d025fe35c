"""Links lead somewhere, and images can be heard."""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from macros.catalog.catalog import Catalog
from macros.catalog.checks.prose import elements, line_of
from macros.catalog.problems import Problem, suggestion
from macros.catalog.prose import is_relative


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Links to files that are not there, and images without a description."""
    files = _files(catalog)
    for file, reading in catalog.readings.items():
        if reading.faults:
            continue
        for tag, attributes in elements(catalog, file):
            address = attributes.get("href") or attributes.get("src") or ""
            if is_relative(address):
                yield from _missing(catalog, file, address, files)
            if tag == "img" and not attributes.get("alt", "").strip():
                line = line_of(catalog.sources[file], attributes["src"])
                yield Problem(
                    file, line, "the image has no description; write it: ![what it shows](…)"
                )


def _missing(
    catalog: Catalog, file: PurePosixPath, address: str, files: frozenset[str]
) -> Iterator[Problem]:
    path = unquote(urlsplit(address).path)
    if not path:
        return
    target = posixpath.normpath(posixpath.join(str(file.parent), path))
    if target not in files:
        close = suggestion(target, files)
        hint = close if close else "; link to a file, such as ../help.md"
        line = line_of(catalog.sources[file], address)
        yield Problem(file, line, f"`{address}` leads to no file of docs{hint}")


def _files(catalog: Catalog) -> frozenset[str]:
    docs = catalog.root / "docs"
    return frozenset(
        path.relative_to(catalog.root).as_posix() for path in docs.rglob("*") if path.is_file()
    )
