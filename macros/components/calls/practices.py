"""Calls about practices: what they ask, how they are found, what stands beside them."""

from typing import Annotated

from pydantic import Field

from macros.catalog.finder import answers
from macros.catalog.models.pages import Practice
from macros.catalog.models.vocabulary import Need
from macros.components.context import Context
from macros.components.related import changes_of_mind, related
from macros.components.rendering import render
from macros.components.reviews import review_sentences


def practice_facts(context: Context) -> str:
    """The facts of this practice: minutes, effort, how it can be done."""
    return render("practice_facts", context, practice=context.page)


def pause(context: Context, seconds: Annotated[int, Field(ge=1, le=3600)]) -> str:
    """A pause of so many seconds, inside a step."""
    return render("pause", context, seconds=seconds)


def related_list(context: Context) -> str:
    """Searches that fit this page, its reviews, new grades of its claims, related pages."""
    words = getattr(context.page, "words", [])
    changes = changes_of_mind(context)
    is_practice = isinstance(context.page, Practice)  # an article says it in its byline
    reviews = review_sentences(context.catalog, context.file) if is_practice else ""
    shown = {"words": words, "changes": changes, "reviews": reviews}
    return render("related_list", context, items=related(context), **shown)


def practice_cards(context: Context, need: Need | None = None) -> str:
    """Cards of all practices, or of those for one need; the gentlest first."""
    found = answers(context.catalog, {"needs": need} if need else {})
    return render("practice_cards", context, practices=found)
