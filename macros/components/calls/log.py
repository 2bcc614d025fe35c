"""Calls about the log a reader keeps: the page, the sheet to print, the look back."""

import re
from dataclasses import dataclass

from macros.catalog.kinds import ACTS, PRACTICES
from macros.components.context import Context
from macros.components.rendering import render

ROWS = 12


@dataclass(frozen=True)
class Rules:
    """What an entry of the log may hold; the page carries it, for its script to read."""

    whoms: tuple[str, ...]  # for whom something can be done; the first is oneself
    feelings: tuple[str, ...]  # from bad to good
    longest_what: int  # characters
    longest_served: int
    most: int  # entries of a log


RULES = Rules(
    whoms=("myself", "one person", "several people", "an animal or the world"),
    feelings=("very bad", "bad", "so-so", "good", "very good"),
    longest_what=150,
    longest_served=500,
    most=20_000,
)


def log(context: Context) -> str:
    """The log: to add, change and keep entries, in the reader's own browser."""
    practices = context.catalog[PRACTICES]
    return render("log", context, rules=RULES, practices=practices, acts=_acts(context))


def log_sheet(context: Context) -> str:
    """An empty log sheet that fills one printed page."""
    return render("log_sheet", context, rows=ROWS)


def look_back(context: Context) -> str:
    """Room for the log of a span of time, beside the questions of this page."""
    return render("look_back", context, rules=RULES)


def _acts(context: Context) -> list[str]:
    """The first sentence of each small act, without its full stop."""
    texts = [act.text for act in context.catalog[ACTS].values()]
    firsts = [re.split(r"(?<=[.!?])[”\"]?\s", text, maxsplit=1)[0] for text in texts]
    return [first.removesuffix(".") for first in firsts if len(first) <= RULES.longest_what]
