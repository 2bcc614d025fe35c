"""Calls about the log a reader keeps: the page, the sheet to print, the look back."""

import re

from macros.components.context import Context
from macros.components.rendering import render

LONGEST = 150  # letters of what was done, as in log-entries.js
ROWS = 12


def log(context: Context) -> str:
    """The log: to add, change and keep entries, in the reader's own browser."""
    return render("log", context, practices=context.catalog.practices, acts=_acts(context))


def log_sheet(context: Context) -> str:
    """An empty log sheet that fills one printed page."""
    return render("log_sheet", context, rows=ROWS)


def look_back(context: Context) -> str:
    """Room for the log of a span of time, beside the questions of this page."""
    return render("look_back", context)


def _acts(context: Context) -> list[str]:
    """The first sentence of each small act, without its full stop."""
    texts = [act.text for act in context.catalog.acts.values()]
    firsts = [re.split(r"(?<=[.!?])[”\"]?\s", text, maxsplit=1)[0] for text in texts]
    return [first.removesuffix(".") for first in firsts if len(first) <= LONGEST]
