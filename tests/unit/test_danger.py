"""Words that may mean danger, as they are read in Python."""

from pathlib import Path

import pytest

from macros.catalog.checks.danger_words import slip
from macros.catalog.models.search import plain
from macros.check import check
from tests.helpers.projects import copy_of_fixture


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I can\u2019t  SLEEP!!", "i cant sleep"),
        ("sooooo tired...", "so tired"),
        ("caf\u00e9", "cafe"),
        ("?!", ""),
    ],
)
def test_what_is_typed_is_read_plainly(typed: str, read: str) -> None:
    assert plain(typed) == read


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("myslef", True),  # swapped
        ("mysel", True),  # missing
        ("mysself", True),  # too many
        ("mydelf", True),  # wrong
        ("mylsfe", False),
        ("yourself", False),
        ("nyself", False),  # another first letter is another word
    ],
)
def test_one_slip_of_the_finger(word: str, one: bool) -> None:
    assert slip(word, "myself") is one


def test_lists_that_make_a_pattern_too_large_are_reported(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    rules, search = root / "data" / "danger.yml", root / "data" / "search.yml"
    many = ", ".join(f"{number:02} people there" for number in range(100))
    search.write_text(search.read_text("utf-8").replace("[he, she]", f"[he, she, {many}]"), "utf-8")
    large = "(?:(?:(?:{person} ){9}){9}){9}"
    rules.write_text(rules.read_text("utf-8").replace("{person}", large), "utf-8")
    assert [str(problem) for problem in check(root)[1]] == [
        "data/danger.yml:1: the patterns are too large; make them smaller"
    ]
