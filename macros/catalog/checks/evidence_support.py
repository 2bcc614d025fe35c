"""Sentences that speak as if from evidence, and whether something stands behind them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from macros.catalog.allowed.page import PageText
from macros.catalog.catalog import Catalog
from macros.catalog.checks.citations import REFERENCE
from macros.catalog.checks.wording import findings, without_asides
from macros.catalog.problems import Problem, line_at

# Calls that show a claim with its grade.
CLAIM_CALLS = ("claim_card", "claim_list", "study_list", "effect_list")
NEAR = 2  # lines between a paragraph and the claim shown beside it
_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Each match of a rule of severity `evidence` with neither a footnote nor a claim beside it."""
    for problem in findings(catalog, "evidence", _supported):
        if problem.file.parts[1] not in catalog.editorial.general:
            yield problem


def _supported(page: PageText, position: int) -> bool:
    """Whether a footnote follows in the same paragraph or item, or a claim is shown beside it."""
    ends, notes = _places(page.prose)
    number = bisect_left(ends, position)
    begin, end = ends[number - 1] if number else 0, ends[number]
    note = bisect_left(notes, position)
    if note < len(notes) and notes[note] < end:
        return True
    first, last = line_at(page.prose, begin) - NEAR, line_at(page.prose, end) + NEAR
    return any(call.name in CLAIM_CALLS and first <= call.line <= last for call in page.calls)


@lru_cache(maxsize=10_000)
def _places(prose: str) -> tuple[list[int], list[int]]:
    """Where paragraphs and items end, and where footnotes stand."""
    ends = [match.start() for match in _BLOCK.finditer(prose)] + [len(prose)]
    return ends, [match.start() for match in REFERENCE.finditer(without_asides(prose))]
