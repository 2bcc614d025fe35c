"""Sentences that speak of evidence need a footnote, a claim beside them, or a reason."""

from pathlib import Path

import pytest

from macros.catalog.checks.support import problems
from macros.catalog.load import load
from tests.helpers.projects import copy_of_fixture

RULE = """
cue:
  pattern: \\btrials?\\b
  unless: \\bno trial\\b
  severity: evidence
  why: It speaks of studies.
  instead: [a footnote]
  matches: [A trial]
"""
LINE = "docs/articles/why-wave.md:16: `trial`: It speaks of studies. Better: a footnote (rule cue)"
OLD = (
    "docs/articles/why-wave.md:16: the exception for `cue` is no longer needed; delete the comment"
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A trial found it.", [LINE]),
        ("A trial found it.[^lark2020]", []),
        ("A trial found it. So did another.[^lark2020]", []),
        ("So it was found.[^lark2020] A trial found it.", [LINE]),
        ("A trial found it.\n\nNext.[^lark2020]", [LINE]),
        ("- A trial found it.\n- Next.[^lark2020]", [LINE]),
        ('A trial found it.\n\n{{ claim_card("small-lift") }}', []),
        ('{{ claim_card("small-lift") }}\n\nA trial found it.', []),
        ("We found no trial of it.", []),
        ("A trial found it. <!-- [^lark2020] -->", [LINE]),
        ("A trial found it. `[^lark2020]`", [LINE]),
        ("There is no\n\ntrial.", [LINE.replace(":16:", ":18:")]),
        ("A trial of patience. <!-- wording: cue: no study is meant -->", []),
        ("Patience. <!-- wording: cue: no study is meant -->", [OLD]),
        ("A trial.[^lark2020] <!-- wording: cue: no study is meant -->", [OLD]),
    ],
)
def test_a_sentence_that_speaks_of_studies(text: str, lines: list[str], tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    rules = root / "data" / "language.yml"
    rules.write_text(rules.read_text("utf-8") + RULE, "utf-8")
    page = root / "docs" / "articles" / "why-wave.md"
    page.write_text(page.read_text("utf-8").replace("A wave is small.[^lark2020]", text), "utf-8")
    assert [str(problem) for problem in problems(load(root))] == lines


def test_pages_about_ripple_itself_speak_of_studies_freely(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    rules = root / "data" / "language.yml"
    rules.write_text(rules.read_text("utf-8") + RULE, "utf-8")
    page = root / "docs" / "evidence" / "studies.md"
    page.write_text(page.read_text("utf-8") + "\nA trial has two groups.\n", "utf-8")
    assert list(problems(load(root))) == []
