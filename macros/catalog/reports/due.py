"""What a person should look at again: dates that pass, old searches, withdrawn studies, and
countries that nobody has confirmed.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from macros.catalog.catalog import Catalog
from macros.catalog.checks.published_addresses import pages_of
from macros.catalog.kinds import ADDRESSES, CLAIMS, EDITORIAL, HELPLINES, RETRACTIONS, STUDIES
from macros.catalog.problems import Problem
from macros.catalog.reports.confirmations import waiting

TODO = "compare it with the service's own page, then add that day under `read`"


def due(catalog: Catalog, today: date) -> list[Problem]:
    """Everything that is due soon, by file and line; then the countries that nobody has confirmed,
    those with most people first. None of it is a fault.
    """
    found = {
        *_helplines(catalog, today),
        *_pages(catalog, today),
        *_searches(catalog, today),
        *_withdrawn(catalog),
        *_unlisted(catalog),
    }
    return [*sorted(found), *waiting(catalog, today)]


def review_due(catalog: Catalog, reviewed: date) -> date:
    """The day by which a page should be read through again."""
    return reviewed + timedelta(days=catalog.editorial.review_after)


def _helplines(catalog: Catalog, today: date) -> Iterator[Problem]:
    for id, country in catalog[HELPLINES].items():
        source = catalog.source(HELPLINES, id)
        what = f"{country.country}, emergency numbers"
        if not country.emergency.expires:
            message = f"{what}: without the day of their source; {TODO}"
            yield source.problem(("emergency",), message)
        elif message := _message(catalog, what, country.emergency.expires, today):
            yield source.problem(("emergency", "read"), message)
        for number, line in enumerate(country.read_lines):
            if message := _message(catalog, line.name, line.expires, today):
                yield source.problem(("lines", number, "read"), message)


def _message(catalog: Catalog, what: str, expires: date | None, today: date) -> str:
    if expires is None or expires - timedelta(days=catalog.editorial.due_within) > today:
        return ""
    ends = "expired" if expires <= today else "expires"
    return f"{what}: {ends} on {expires}; {TODO}"


def _pages(catalog: Catalog, today: date) -> Iterator[Problem]:
    soon = today + timedelta(days=catalog.editorial.due_within)
    for file, page in catalog.every_page.items():
        if page.reviewed and review_due(catalog, page.reviewed) <= soon:
            last = f"{page.title}: last read through on {page.reviewed}"
            message = f"{last}; read it again, then set `reviewed`"
            yield catalog.sources[file].problem(("reviewed",), message)


def _searches(catalog: Catalog, today: date) -> Iterator[Problem]:
    """Claims on which new studies were last searched for long ago."""
    soon = today + timedelta(days=catalog.editorial.due_within)
    for id, claim in catalog[CLAIMS].items():
        if claim.searched + timedelta(days=catalog.editorial.search_after) <= soon:
            last = f"new studies were last searched for on {claim.searched}"
            message = f"{last}; search again, then set `searched`"
            yield catalog.source(CLAIMS, id).problem(("searched",), message)


def _withdrawn(catalog: Catalog) -> Iterator[Problem]:
    notices = {notice.DOI.lower(): notice for notice in catalog[RETRACTIONS].values()}
    for id, study in catalog[STUDIES].items():
        notice = notices.get((study.DOI or "").lower())
        if notice and not study.retracted:
            message = f"withdrawn on {notice.day}; set `retracted`, and look at what rests on it"
            yield catalog.source(STUDIES, id).problem((), message)


def _unlisted(catalog: Catalog) -> Iterator[Problem]:
    """Pages and countries that are not yet among those that must not vanish."""
    for code in sorted(catalog[HELPLINES].keys() - set(catalog.editorial.countries)):
        message = f"`{code}` is not among the countries that are kept; add it once it is published"
        yield catalog.source(EDITORIAL).problem(("countries",), message)
    addresses = catalog.only(ADDRESSES)
    for page in sorted(pages_of(catalog) - set(addresses.published if addresses else ())):
        message = f"`{page}` is not among the addresses that are kept; add it once it is published"
        yield Problem(ADDRESSES.file(), 1, message)
