"""Calls about practices: what they ask, how they are found, what stands beside them."""

from typing import Annotated

from pydantic import Field

from macros.catalog.finder import answers
from macros.catalog.kinds import SECTIONS
from macros.catalog.models.vocabulary import Need
from macros.components.context import Context
from macros.components.rendering import render


def practice_facts(context: Context) -> str:
    """The head of a practice: its drawing, what it takes, the way in, and what to know first."""
    printed = [key for key, kind in context.catalog[SECTIONS].items() if kind.card]
    return render("practice_facts", context, practice=context.page, printed=printed)


def pause(context: Context, seconds: Annotated[int, Field(ge=1, le=3600)]) -> str:
    """A pause of so many seconds, inside a step."""
    return render("pause", context, seconds=seconds)


def practice_cards(context: Context, need: Need | None = None) -> str:
    """Cards of all practices, or of those for one need; the gentlest first."""
    found = answers(context.catalog, {"needs": need} if need else {})
    return render("practice_cards", context, practices=found)
