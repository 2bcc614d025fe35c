"""A country has one file, named by its code; each of its lines and its time zones stands once."""

from collections.abc import Iterator
from functools import cache

from babel import Locale

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import EDITORIAL, HELPLINES
from macros.catalog.models.care import Country, Line
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Codes of no country, countries and time zones in two files, lines that are there twice, and
    countries that are gone. The later file, by its code, is the one reported.
    """
    names: dict[str, str] = {}
    zones: dict[str, str] = {}
    for code, country in sorted(catalog[HELPLINES].items()):
        source = catalog.source(HELPLINES, code)
        if code.upper() not in _codes():
            message = f"`{code}` is the code of no country; rename the file by ISO 3166, as in gb"
            yield source.problem((), message)
        other = names.setdefault(country.country.casefold(), code)
        if other != code:
            message = f"{country.country} has {other}.yml already; put its lines there"
            yield source.problem(("country",), message)
        for position, zone in enumerate(country.zones):
            other = zones.setdefault(zone, code)
            if other != code:
                message = f"`{zone}` is listed in {other}.yml already; keep it in one place"
                yield source.problem(("zones", position), message)
        for position, message in _repeated(country):
            yield source.problem(("lines", position), message)
    for position, code in enumerate(catalog.editorial.countries):
        if HELPLINES.file(code) not in catalog.files:
            message = f"the numbers of `{code}` were published and are gone; bring back"
            message = f"{message} {HELPLINES.file(code)}, or take the code out here"
            yield catalog.source(EDITORIAL).problem(("countries", position), message)


@cache
def _codes() -> frozenset[str]:
    """The codes of countries and territories, as Unicode's CLDR has them."""
    return frozenset(code for code in map(str, Locale("en").territories) if len(code) == 2)


def _repeated(country: Country) -> Iterator[tuple[int, str]]:
    """Lines of which an earlier one has the same name, or is reached in the same ways alone."""
    for position, line in enumerate(country.lines):
        for earlier in country.lines[:position]:
            if line.name.casefold() == earlier.name.casefold() or _ways(line) == _ways(earlier):
                yield position, f"`{line.name}` and `{earlier.name}` are one line; keep one of them"
                break


def _ways(line: Line) -> tuple[object, ...]:
    """How a line is reached; where nobody is to be reached by number or chat, its page."""
    ways = (tuple(line.phone), line.text, line.whatsapp, line.chat)
    return ways if any(ways) else (line.url,)
