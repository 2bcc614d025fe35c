"""Every page can be told from every other by its title and its summary."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Titles and summaries that two pages share; the later page, by name, is the one reported."""
    for key in ("title", "summary"):
        first: dict[str, PurePosixPath] = {}
        for file, page in sorted(catalog.every_page.items()):
            text = getattr(page, key)
            other = first.setdefault(text.casefold(), file)
            if other != file:
                message = f"the {key} `{text}` is also that of {other}; change one of them"
                yield catalog.sources[file].problem((key,), message)
