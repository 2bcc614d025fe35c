"""Summaries, step lists and small acts that are nearly the same: the nearest pairs of each.

The measure is the share of words two texts have in common and in the same order
(difflib.SequenceMatcher.ratio), from 0 to 1.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ACTS, PRACTICES, RIPPLES
from macros.catalog.reports.sentences import steps

SHOWN = 8
COPY = 0.6

Pair = tuple[float, str, str]


def pairs(texts: dict[str, str]) -> list[Pair]:
    """Every pair of texts with their likeness, the most alike first."""
    words = {name: re.findall(r"[a-z']+", text.lower()) for name, text in texts.items()}
    found = []
    for one, two in combinations(sorted(words), 2):
        matcher = SequenceMatcher(None, words[one], words[two], autojunk=False)
        found.append((matcher.ratio(), one, two))
    return sorted(found, reverse=True)


def lines(catalog: Catalog) -> Iterator[str]:
    """A table of the nearest pairs for each kind of text, and how many are near-copies."""
    copies = 0
    for title, texts in _texts(catalog).items():
        found = pairs(texts)
        copies += sum(likeness >= COPY for likeness, *_ in found)
        yield f"| likeness | {title} ({len(texts)}) | |"
        yield "|---:|---|---|"
        yield from (f"| {likeness:.2f} | {one} | {two} |" for likeness, one, two in found[:SHOWN])
        yield ""
    yield f"{copies} near-copies, at {COPY} or more."


def _texts(catalog: Catalog) -> dict[str, dict[str, str]]:
    practices = {id: PurePosixPath("docs/practices", f"{id}.md") for id in catalog[PRACTICES]}
    return {
        "summaries of pages": {str(f): page.summary for f, page in catalog.every_page.items()},
        "step lists of practices": {
            id: steps(catalog.texts[file]) for id, file in practices.items()
        },
        "summaries of ripples": {id: ripple.summary for id, ripple in catalog[RIPPLES].items()},
        "small acts": {id: act.text for id, act in catalog[ACTS].items()},
    }
