"""Calls of the finder: choices, and the practices and small acts that answer them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from macros.catalog import finder
from macros.catalog.catalog import Catalog
from macros.catalog.finder import ACT_FACETS, FACETS, page_of, slug
from macros.catalog.kinds import DOORS, NEEDS, PRACTICES, SITUATIONS
from macros.catalog.models.fields import Name, PracticeId
from macros.catalog.models.vocabulary import Need
from macros.components.context import Context
from macros.components.rendering import render

FacetName = Annotated[str, Name(tuple(FACETS))]
ACTS = "acts/index.md#three-places-to-look"
FEW = 3


@dataclass(frozen=True)
class FacetWord:
    """One word to choose, and the page that stands in for scripts."""

    word: str
    target: str


@dataclass(frozen=True)
class Question:
    """One question with its choices."""

    facet: str
    question: str
    choices: list[FacetWord]


def how_are_you(context: Context) -> str:
    """A word for each need, with its drawing, that leads to its page; the good ones set apart."""
    needs = context.catalog[NEEDS]
    words = [slug(word) for word in context.catalog.words("needs") if slug(word) in needs]
    return render("how_are_you", context, needs=[(id, needs[id]) for id in words])


def door_list(context: Context) -> str:
    """Large links to a few pages, each with its drawing and one line."""
    return render("door_list", context, doors=context.catalog[DOORS])


def try_this(context: Context, practice: PracticeId) -> str:
    """One practice to try right now, with its drawing and its first step a tap away."""
    return render("try_this", context, id=practice, practice=context.catalog[PRACTICES][practice])


def practice_finder(context: Context) -> str:
    """All practices, to be narrowed down by every question."""
    found = finder.answers(context.catalog, {})
    return _finder(context, "practice", found, FACETS, most=len(found))


def act_finder(context: Context) -> str:
    """Small acts to be narrowed down, a few at a time, with one drawn by chance."""
    found = finder.acts(context.catalog, {})
    return _finder(context, "act", found, ACT_FACETS, most=FEW)


def answer_list(context: Context, need: Need) -> str:
    """What answers one need: practices chosen by hand, the others, words to say, small acts."""
    catalog = context.catalog
    first = finder.picks(catalog, need)
    chosen = {id for id, *_ in first}
    others = [item for item in finder.answers(catalog, {"needs": need}) if item[0] not in chosen]
    acts = finder.acts(catalog, {"needs": need})[:FEW]
    words = [item for item in sorted(catalog[SITUATIONS].items()) if need in item[1].needs]
    page = catalog[NEEDS].get(slug(need))
    shown = {
        "page": page,
        "first": first,
        "first_ids": [id for id, *_ in first],
        "others": others,
        "words": words,
        "acts": acts,
    }
    return render("answer_list", context, need=need, **shown)


def facet_list(context: Context, list: FacetName) -> str:
    """Every word of a list, with the practices that carry it; the gentlest first."""
    meanings = getattr(context.catalog.terms, list)
    groups = {word: finder.answers(context.catalog, {list: word}) for word in meanings}
    return render("facet_list", context, groups=groups, meanings=meanings)


def _finder(
    context: Context,
    kind: str,
    found: Sequence[tuple[str, Any]],
    facets: Mapping[str, Callable[[Catalog, Any], Sequence[str]]],
    most: int,
) -> str:
    """Questions and answers; where not all are shown at a time, none is before a choice."""
    carried = {
        id: {facet: words(context.catalog, item) for facet, words in facets.items()}
        for id, item in found
    }
    groups = [
        Question(
            facet, context.catalog.text(f"finder.questions.{facet}"), _choices(context, facet, kind)
        )
        for facet in facets
    ]
    given: dict[str, Any] = {
        "kind": kind,
        "groups": groups,
        "items": dict(found),
        "carried": carried,
    }
    given["picked"] = _picked(context.catalog) if kind == "practice" else {}
    return render("finder", context, **given, most=most, opened=most >= len(found))


def _picked(catalog: Catalog) -> dict[str, list[str]]:
    """For which needs a practice was chosen by hand, and how early it comes: `0 lonely`."""
    picked: dict[str, list[str]] = {}
    for need in catalog.words("needs"):
        for rank, (id, *_) in enumerate(finder.picks(catalog, need)):
            picked.setdefault(id, []).append(f"{rank} {need}")
    return picked


def _choices(context: Context, facet: str, kind: str) -> list[FacetWord]:
    return [FacetWord(word, _target(facet, word, kind)) for word in context.catalog.words(facet)]


def _target(facet: str, word: str, kind: str) -> str:
    """Where a choice leads without scripts, from docs."""
    if facet == "needs":
        return str(page_of(word).relative_to("docs"))
    return f"needs/index.md#{slug(word)}" if kind == "practice" else ACTS
