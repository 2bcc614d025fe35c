"""What must hold between records, pages and words. Each module is one concern."""

from collections.abc import Iterator
from typing import Protocol

from macros.catalog.catalog import Catalog, UnreadError
from macros.catalog.checks import (
    care,
    citations,
    countries,
    danger,
    evidence,
    evidence_support,
    files,
    glossary,
    grades,
    help_words,
    helpline_texts,
    images,
    kept_calls,
    links,
    manifest,
    paths,
    phrases,
    prose,
    published_addresses,
    reviews,
    rhythm,
    safety,
    search_groups,
    settings,
    spelling,
    structure,
    titles,
    way_in,
    wording,
)
from macros.catalog.problems import Problem


class Check(Protocol):
    """A module that finds one kind of problem."""

    def problems(self, catalog: Catalog, /) -> Iterator[Problem]:
        """Everything wrong of that kind."""


CHECKS: tuple[Check, ...] = (
    files,
    settings,
    prose,
    titles,
    structure,
    way_in,
    phrases,
    paths,
    kept_calls,
    citations,
    links,
    images,
    manifest,
    evidence,
    evidence_support,
    grades,
    care,
    safety,
    glossary,
    help_words,
    search_groups,
    helpline_texts,
    danger,
    wording,
    spelling,
    countries,
    rhythm,
    published_addresses,
    reviews,
)


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Everything wrong with the records and pages themselves."""
    yield from catalog.problems
    for check in CHECKS:
        yield from found_by(check, catalog)


def found_by(check: Check, catalog: Catalog) -> Iterator[Problem]:
    """What a check finds, up to where it needs a file that cannot be read: that file has a line of
    its own, and nothing else is to blame for it.
    """
    try:
        yield from check.problems(catalog)
    except UnreadError:
        return
