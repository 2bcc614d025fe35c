"""Summaries and step lists that are nearly the same: the nearest pairs, and near-copies.

Run: make report. The measure is the share of words two texts have in common and in the same order
(difflib.SequenceMatcher.ratio), from 0 to 1.
"""

import re
import sys
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import PurePosixPath

from benchmarks.pages import steps
from macros.catalog.load import load
from tests.helpers.projects import ROOT

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


def main() -> None:
    """Print the nearest pairs; fail where one is a near-copy."""
    catalog = load(ROOT)
    practices = {id: PurePosixPath("docs/practices", f"{id}.md") for id in catalog.practices}
    tables = {
        "summaries of pages": {str(f): page.summary for f, page in catalog.every_page.items()},
        "step lists of practices": {
            id: steps(catalog, catalog.readings[file]) for id, file in practices.items()
        },
        "summaries of ripples": {id: ripple.summary for id, ripple in catalog.ripples.items()},
        "small acts": {id: act.text for id, act in catalog.acts.items()},
    }
    copies = 0
    for title, texts in tables.items():
        found = pairs(texts)
        copies += sum(likeness >= COPY for likeness, *_ in found)
        print(f"| likeness | {title} ({len(texts)}) | |")
        print("|---:|---|---|")
        for likeness, one, two in found[:SHOWN]:
            print(f"| {likeness:.2f} | {one} | {two} |")
        print()
    print(f"{copies} near-copies, at {COPY} or more.")
    sys.exit(copies > 0)


if __name__ == "__main__":
    main()
