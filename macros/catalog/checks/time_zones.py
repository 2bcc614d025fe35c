"""A time zone leads to one country only."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Time zones that two countries list; the later country, by its code, is the one reported."""
    first: dict[str, str] = {}
    for code, country in sorted(catalog.helplines.items()):
        for position, zone in enumerate(country.zones):
            other = first.setdefault(zone, code)
            if other != code:
                message = f"`{zone}` is listed in {other}.yml already; keep it in one place"
                source = catalog.source(PurePosixPath(f"data/helplines/{code}.yml"))
                yield source.problem(("zones", position), message)
