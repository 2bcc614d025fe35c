"""Pages hold prose, calls and footnotes; nothing that a browser would run."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from macros.catalog import prose
from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem
from macros.catalog.source import Source


def problems(catalog: Catalog) -> Iterator[Problem]:
    """What the gate refuses in each page, as text and as a browser would get it."""
    for file, reading in catalog.readings.items():
        source = catalog.sources[file]
        for line, message in reading.faults:
            yield Problem(file, line + source.offset, message)
        if not reading.faults:
            for found, message in prose.faults(elements(catalog, file)):
                yield Problem(file, line_of(source, found), message)


@lru_cache(maxsize=4096)
def elements(catalog: Catalog, file: PurePosixPath) -> tuple[prose.Element, ...]:
    """The elements of a page, without what its calls add."""
    return prose.elements(catalog.readings[file].prose, prose.extensions_of(catalog.root))


def line_of(source: Source, found: str) -> int:
    """The first line of a page's body that holds this text, else the body's first line."""
    for number, line in enumerate(source.body.split("\n"), 1):
        if found in line:
            return number + source.offset
    return source.offset + 1
