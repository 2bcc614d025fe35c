"""Every page can be told from every other by its title and its summary."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ADDRESSES
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Titles and summaries that two pages share; the page that was published is not to blame."""
    addresses = catalog.only(ADDRESSES)
    published = {PurePosixPath("docs", page) for page in (addresses.published if addresses else ())}
    pages = sorted(catalog.every_page, key=lambda file: (file not in published, file))
    for key in ("title", "summary"):
        first: dict[str, PurePosixPath] = {}
        for file in pages:
            text = getattr(catalog.every_page[file], key)
            other = first.setdefault(text.casefold(), file)
            if other != file:
                message = f"the {key} `{text}` is also that of {other}; change one of them"
                yield catalog.sources[file].problem((key,), message)
