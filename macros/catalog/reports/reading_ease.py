"""How hard each page is to read: Flesch-Kincaid grade and words per sentence. A hint, not a gate.

The grade is the school year in the United States; 8 is about age 13. Source of the formula: Kincaid
and others (1975), as the textstat library computes it.
"""

import statistics
from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.reports.sentences import sentences

AIM = 8


def lines(catalog: Catalog) -> Iterator[str]:
    """A table of every page, the hardest first, and the median."""
    import textstat  # noqa: PLC0415  installed with what the tests need

    rows = []
    for file, page in catalog.texts.items():
        if text := " ".join(sentences(page)):
            grade = textstat.flesch_kincaid_grade(text)
            rows.append((grade, textstat.words_per_sentence(text), len(text.split()), file))
    yield "| grade | words per sentence | words | page |"
    yield "|---:|---:|---:|---|"
    for grade, length, words, file in sorted(rows, reverse=True):
        yield f"| {grade:.1f} | {length:.1f} | {words} | {file} |"
    median = statistics.median([grade for grade, *_ in rows] or [0])
    yield f"\nMedian grade {median:.1f} of {len(rows)} pages; the aim is at most {AIM}."
