"""Practices by what a person needs and can do; the gentlest first."""

from collections.abc import Callable

from macros.catalog.catalog import Catalog
from macros.catalog.models.pages import Practice

# A word list of data/terms.yml, and where a practice carries its words.
FACETS: dict[str, Callable[[Practice], list[str]]] = {
    "needs": lambda practice: practice.tags,
    "efforts": lambda practice: [practice.effort],
    "possibilities": lambda practice: practice.possible,
    "directions": lambda practice: [practice.direction],
}


def groups(catalog: Catalog, facet: str) -> dict[str, list[tuple[str, Practice]]]:
    """For each word of the list, the practices that carry it, with their ids."""
    practices = gentlest(catalog)
    return {
        word: [(id, practice) for id, practice in practices if word in FACETS[facet](practice)]
        for word in getattr(catalog.terms, facet)
    }


def gentlest(catalog: Catalog) -> list[tuple[str, Practice]]:
    """All practices by effort, then minutes, then title."""
    efforts = list(catalog.terms.efforts) if catalog.terms else []
    return sorted(
        catalog.practices.items(),
        key=lambda item: (efforts.index(item[1].effort), item[1].minutes, item[1].title),
    )
