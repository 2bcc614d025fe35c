"""Calls of the finder: choices, and the practices and small acts that answer them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from macros.catalog import finder
from macros.catalog.catalog import Catalog
from macros.catalog.finder import ACT_FACETS, FACETS, page_of, slug
from macros.catalog.models.fields import Name
from macros.catalog.models.vocabulary import Need
from macros.components.context import Context
from macros.components.rendering import render

FacetName = Annotated[str, Name(tuple(FACETS))]
FRONT = ("needs", "lengths", "efforts")
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


def front_door(context: Context) -> str:
    """Large choices of need, time and energy; one of them shows three practices."""
    facets = {name: FACETS[name] for name in FRONT}
    found = finder.answers(context.catalog, {})
    return _finder(context, "practice", found, facets, most=FEW)


def practice_finder(context: Context) -> str:
    """All practices, to be narrowed down by every question."""
    found = finder.answers(context.catalog, {})
    return _finder(context, "practice", found, FACETS, most=len(found))


def act_finder(context: Context) -> str:
    """Small acts to be narrowed down, a few at a time, with one drawn by chance."""
    found = finder.acts(context.catalog, {})
    return _finder(context, "act", found, ACT_FACETS, most=FEW)


def answer_list(context: Context, need: Need) -> str:
    """What answers one need: three practices, then the others, then three small acts."""
    practices = finder.answers(context.catalog, {"needs": need})
    acts = finder.acts(context.catalog, {"needs": need})[:FEW]
    first, others = practices[:FEW], practices[FEW:]
    return render("answer_list", context, need=need, first=first, others=others, acts=acts)


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
    given = {"kind": kind, "groups": groups, "items": dict(found), "carried": carried}
    return render("finder", context, **given, most=most, opened=most >= len(found))


def _choices(context: Context, facet: str, kind: str) -> list[FacetWord]:
    return [FacetWord(word, _target(facet, word, kind)) for word in context.catalog.words(facet)]


def _target(facet: str, word: str, kind: str) -> str:
    """Where a choice leads without scripts, from docs."""
    if facet == "needs":
        return str(page_of(word).relative_to("docs"))
    return f"needs/index.md#{slug(word)}" if kind == "practice" else ACTS
