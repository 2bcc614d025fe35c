"""What a person should look at again: dates that passed or soon will, and withdrawn studies."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.checks.published_addresses import FILE, pages_of
from macros.catalog.problems import Problem

SOON = timedelta(days=30)
AFTER = timedelta(days=365)  # a page is read through again


def due(catalog: Catalog, today: date) -> list[Problem]:
    """Everything that is due within thirty days, by file and line. None of it is a fault."""
    return sorted(
        {*_helplines(catalog, today), *_pages(catalog, today), *_withdrawn(catalog), *_new(catalog)}
    )


def _helplines(catalog: Catalog, today: date) -> Iterator[Problem]:
    for id, country in catalog.helplines.items():
        source = catalog.source(PurePosixPath("data/helplines", f"{id}.yml"))
        what = f"{country.country}, emergency numbers"
        if message := _message(what, country.emergency.expires, today):
            yield source.problem(("emergency", "expires"), message)
        for number, line in enumerate(country.lines):
            if message := _message(line.name, line.expires, today):
                yield source.problem(("lines", number, "expires"), message)


def _message(what: str, expires: date, today: date) -> str:
    if expires - SOON > today:
        return ""
    ends = "expired" if expires <= today else "expires"
    todo = "compare it with the service's own page, then set `checked` and `expires`"
    return f"{what}: {ends} on {expires}; {todo}"


def _pages(catalog: Catalog, today: date) -> Iterator[Problem]:
    for file, page in catalog.every_page.items():
        if page.reviewed and page.reviewed + AFTER - SOON <= today:
            last = f"{page.title}: last read through on {page.reviewed}"
            message = f"{last}; read it again, then set `reviewed`"
            yield catalog.source(file).problem(("reviewed",), message)


def _withdrawn(catalog: Catalog) -> Iterator[Problem]:
    notices = {notice.DOI.lower(): notice for notice in catalog.retractions.values()}
    for id, study in catalog.studies.items():
        notice = notices.get((study.DOI or "").lower())
        if notice and not study.retracted:
            message = f"withdrawn on {notice.day}; set `retracted`, and look at what rests on it"
            yield catalog.source(PurePosixPath("data/studies", f"{id}.yml")).problem((), message)


def _new(catalog: Catalog) -> Iterator[Problem]:
    listed = set(catalog.addresses.published) if catalog.addresses else set()
    for page in sorted(pages_of(catalog) - listed):
        message = f"`{page}` is not among the addresses that are kept; add it once it is published"
        yield Problem(FILE, 1, message)
