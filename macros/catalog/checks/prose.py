"""Pages hold prose, calls and footnotes; nothing that a browser would run, or that stays raw."""

from collections.abc import Iterator

from macros.catalog.allowed.markdown import markdown_faults
from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """What each page may not hold, and what of it would be shown otherwise than it was meant."""
    for file, page in catalog.texts.items():
        source, faults = catalog.sources[file], page.faults
        if not faults and source.data is not None:  # or the head might be read as text
            faults = tuple(markdown_faults(page.prose, page.parts))
        for line, message in faults:
            yield Problem(file, line + source.offset, message)
