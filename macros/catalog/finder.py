"""The finder: which practices and small acts answer a question."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ACTS, NEEDS, PRACTICES
from macros.catalog.models.care import Act
from macros.catalog.models.pages import Practice

Item = Practice | Act
Words = Callable[[Catalog, Item], Sequence[str]]


def _length(catalog: Catalog, item: Item) -> Sequence[str]:
    """The word of `lengths` that an item's minutes fall under."""
    longer = sum(item.minutes > most for most in catalog.editorial.minutes)
    return catalog.words("lengths")[longer : longer + 1]


# Word lists of data/terms.yml, and where practices and acts carry their words.
SHARED: dict[str, Words] = {
    "needs": lambda _, item: item.tags,
    "lengths": _length,
    "efforts": lambda _, item: [item.effort],
    "possibilities": lambda _, item: item.possible,
}
FACETS: dict[str, Callable[[Catalog, Practice], Sequence[str]]] = {
    **SHARED,
    "directions": lambda _, practice: [practice.direction],
    "companies": lambda _, practice: practice.people,
}
ACT_FACETS: dict[str, Callable[[Catalog, Act], Sequence[str]]] = {
    **SHARED,
    "costs": lambda _, act: [act.cost],
    "settings": lambda _, act: act.setting,
    "recipients": lambda _, act: [act.whom],
}
Found = list[tuple[str, Practice]]


def answers(catalog: Catalog, words: Mapping[str, str]) -> Found:
    """Practices that carry the word given of each list: first those chosen by hand for the need, in
    their order, then the gentlest.

    Gentle is little effort, then what data/editorial.yml calls gentlest, such as possible lying
    down, then few things that can be hard, then short.
    """
    efforts = catalog.words("efforts")
    chosen = [id for id, *_ in picks(catalog, words.get("needs", ""))]
    found = [
        (id, practice)
        for id, practice in catalog[PRACTICES].items()
        if all(word in FACETS[facet](catalog, practice) for facet, word in words.items())
    ]
    return sorted(
        found,
        key=lambda item: (
            chosen.index(item[0]) if item[0] in chosen else len(chosen),
            efforts.index(item[1].effort),
            not set(catalog.editorial.gentlest) <= set(item[1].possible),
            len(item[1].hard),
            item[1].minutes,
            item[1].title,
        ),
    )


def acts(catalog: Catalog, words: Mapping[str, str]) -> list[tuple[str, Act]]:
    """Small acts that carry the word given of each list; by cost, then effort, then minutes."""
    costs, efforts = catalog.words("costs"), catalog.words("efforts")
    found = [
        (id, act)
        for id, act in catalog[ACTS].items()
        if all(word in ACT_FACETS[facet](catalog, act) for facet, word in words.items())
    ]
    return sorted(
        found,
        key=lambda item: (
            costs.index(item[1].cost),
            efforts.index(item[1].effort),
            item[1].minutes,
        ),
    )


def picks(catalog: Catalog, need: str) -> list[tuple[str, Practice, str]]:
    """The practices chosen by hand for a need, in their order: id, practice, why it is there."""
    page = catalog[NEEDS].get(slug(need))
    practices = catalog[PRACTICES]
    return [
        (pick.practice, practices[pick.practice], pick.because)
        for pick in (page.first if page else [])
        if pick.practice in practices
    ]


def slug(text: str) -> str:
    """A word as part of an address: burned-out."""
    return "-".join(text.lower().split())


def page_of(need: str) -> PurePosixPath:
    """The page that is prepared for a need."""
    return PurePosixPath("docs", "needs", f"{slug(need)}.md")
