"""Pages hold prose, calls and footnotes; nothing that a browser would run."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem, first


def problems(catalog: Catalog) -> Iterator[Problem]:
    """What the gate refuses in each page."""
    for file, reading in catalog.readings.items():
        offset = catalog.sources[file].offset
        yield from first(Problem(file, line + offset, text) for line, text in reading.faults)
