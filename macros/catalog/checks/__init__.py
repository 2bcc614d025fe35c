"""What must hold between records, pages and words. Each module is one concern."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
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
    settings,
    spelling,
    structure,
    titles,
    way_in,
    wording,
)
from macros.catalog.problems import Problem

CHECKS = (
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
        yield from check.problems(catalog)
