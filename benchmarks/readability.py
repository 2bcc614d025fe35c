"""How hard each page is to read: Flesch-Kincaid grade and words per sentence. A hint, not a gate.

Run: make report. The grade is the school year in the United States; 8 is about age 13.
Source of the formula: Kincaid and others (1975), as the textstat library computes it.
"""

import statistics

import textstat

from benchmarks.pages import sentences
from macros.catalog.load import load
from tests.helpers.projects import ROOT

AIM = 8


def main() -> None:
    """Print every page, the hardest first, and the median."""
    catalog = load(ROOT)
    rows = []
    for file, reading in catalog.readings.items():
        if text := " ".join(sentences(catalog, reading)):
            grade = textstat.flesch_kincaid_grade(text)
            rows.append((grade, textstat.words_per_sentence(text), len(text.split()), file))
    print("| grade | words per sentence | words | page |")
    print("|---:|---:|---:|---|")
    for grade, length, words, file in sorted(rows, reverse=True):
        print(f"| {grade:.1f} | {length:.1f} | {words} | {file} |")
    median = statistics.median(grade for grade, *_ in rows)
    print(f"\nMedian grade {median:.1f} of {len(rows)} pages; the aim is at most {AIM}.")


if __name__ == "__main__":
    main()
