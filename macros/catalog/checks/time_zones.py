"""A time zone leads to one country only."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINES
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Time zones that two countries list; the later country, by its code, is the one reported."""
    first: dict[str, str] = {}
    for code, country in sorted(catalog[HELPLINES].items()):
        for position, zone in enumerate(country.zones):
            other = first.setdefault(zone, code)
            if other != code:
                message = f"`{zone}` is listed in {other}.yml already; keep it in one place"
                yield catalog.source(HELPLINES, code).problem(("zones", position), message)
