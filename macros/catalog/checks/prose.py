"""Pages hold prose, calls and footnotes; nothing that a browser would run."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """What each page may not hold."""
    for file, page in catalog.texts.items():
        for line, message in page.faults:
            yield Problem(file, line + catalog.sources[file].offset, message)
