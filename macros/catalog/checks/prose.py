"""Pages hold prose, calls and footnotes; nothing that a browser would run."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """What the gate refuses in each page."""
    for file, reading in catalog.readings.items():
        for line, message in reading.faults:
            yield Problem(file, line + catalog.sources[file].offset, message)
