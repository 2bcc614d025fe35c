"""The finder: which practices answer a question."""

from collections.abc import Callable, Mapping

from macros.catalog.catalog import Catalog
from macros.catalog.models.pages import Practice

# A word list of data/terms.yml, and where a practice carries its words.
FACETS: dict[str, Callable[[Practice], list[str]]] = {
    "needs": lambda practice: practice.tags,
    "efforts": lambda practice: [practice.effort],
    "possibilities": lambda practice: practice.possible,
    "directions": lambda practice: [practice.direction],
}
Found = list[tuple[str, Practice]]


def answers(catalog: Catalog, words: Mapping[str, str], minutes: int | None = None) -> Found:
    """Practices of at most so many minutes that carry the word given of each list; gentlest first.

    The order is effort, then minutes, then title.
    """
    efforts = catalog.words("efforts")
    found = [
        (id, practice)
        for id, practice in catalog.practices.items()
        if (minutes is None or practice.minutes <= minutes)
        and all(word in FACETS[facet](practice) for facet, word in words.items())
    ]
    return sorted(
        found, key=lambda item: (efforts.index(item[1].effort), item[1].minutes, item[1].title)
    )
