"""Calls about practices: what they ask, how they are found, what stands beside them."""

from typing import Annotated, Any

from pydantic import Field

from macros.catalog.finder import answers
from macros.catalog.models.vocabulary import Need
from macros.components.context import Context
from macros.components.related import changes_of_mind, related
from macros.components.rendering import render
from macros.components.reviews import review_sentences


def practice_facts(context: Context) -> str:
    """The head of a practice: its drawing, what it takes, the way in, and what to know first."""
    return render("practice_facts", context, practice=context.page)


def practice_end(context: Context) -> str:
    """The foot of a practice: what holds for all of them, its other facts, where to go next."""
    shown: dict[str, Any] = {"practice": context.page, "items": related(context)}
    shown["changes"] = changes_of_mind(context)
    shown["reviews"] = review_sentences(context.catalog, context.file)
    return render("practice_end", context, **shown)


def pause(context: Context, seconds: Annotated[int, Field(ge=1, le=3600)]) -> str:
    """A pause of so many seconds, inside a step."""
    return render("pause", context, seconds=seconds)


def related_list(context: Context) -> str:
    """New grades of the claims of this page, and related pages with the reason."""
    shown: dict[str, Any] = {"changes": changes_of_mind(context), "items": related(context)}
    return render("related_list", context, **shown)


def practice_cards(context: Context, need: Need | None = None) -> str:
    """Cards of all practices, or of those for one need; the gentlest first."""
    found = answers(context.catalog, {"needs": need} if need else {})
    return render("practice_cards", context, practices=found)
