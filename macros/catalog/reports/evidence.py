"""Studies that nothing cites, and claims on which no study is recent."""

from collections.abc import Iterator
from datetime import date

from macros.catalog.catalog import Catalog
from macros.catalog.checks.citations import cited
from macros.catalog.kinds import CLAIMS, STUDIES

RECENT = 10  # years


def lines(catalog: Catalog, today: date) -> list[str]:
    """Both lists as text, one line each, and how many there are."""
    found = [*_uncited(catalog), *_old(catalog, today)]
    return [*found, f"{len(found)} studies and claims to look at."]


def _uncited(catalog: Catalog) -> Iterator[str]:
    used = {study for claim in catalog[CLAIMS].values() for study in claim.studies}
    for page in catalog.texts.values():
        used.update(cited(page.prose))
    for id, study in sorted(catalog[STUDIES].items()):
        if id not in used and not study.retracted:
            yield f"{STUDIES.file(id)}: no page and no claim cites it; cite it, or delete it"


def _old(catalog: Catalog, today: date) -> Iterator[str]:
    for id, claim in sorted(catalog[CLAIMS].items()):
        newest = max((catalog[STUDIES][study].issued for study in claim.studies), default=None)
        if newest and today.year - newest > RECENT:
            yield f"{CLAIMS.file(id)}: its newest study is of {newest}; look for a newer one"
