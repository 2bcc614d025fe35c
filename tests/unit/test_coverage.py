"""The coverage table: what the practices answer, and what is missing."""

from pathlib import Path

import pytest

from macros.__main__ import app
from macros.catalog.finder import answers
from macros.catalog.load import load
from macros.catalog.reports.coverage import faults, rows
from tests.helpers.projects import ROOT, copy_of_fixture


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_fixture(tmp_path)


def test_a_question_is_answered_gentlest_first(root: Path) -> None:
    catalog = load(root)
    assert [id for id, _ in answers(catalog, {})] == ["wave-to-a-neighbor", "sit-for-a-minute"]
    assert [id for id, _ in answers(catalog, {"needs": "angry"})] == ["sit-for-a-minute"]
    assert answers(catalog, {"needs": "angry", "directions": "outward"}) == []


def test_the_table_counts_what_the_finder_finds(root: Path) -> None:
    catalog = load(root)
    for row in rows(catalog):
        words = {"needs": row.need, "efforts": row.effort, "directions": row.direction}
        assert sum(row.counts) == len(answers(catalog, words))


def test_every_hole_is_named_and_every_reason_needed(root: Path) -> None:
    catalog = load(root)
    assert faults(catalog) == [
        "lonely: 1 with low effort; write at least 3",
        "lonely: 0 with low effort, in bed, no talking; write at least 1",
        "angry: 0 with low effort; write at least 3",
        "angry: 0 with low effort, 2 minutes or less; write at least 1",
        "angry: 0 with low effort, in bed, no talking; write at least 1",
        "outward: 1 practices; write at least 14",
        "inward: 1 practices; write at least 14",
        "lonely, low, inward: no practice; write one, or give the reason in data/gaps.yml",
        "angry, low, outward: no practice; write one, or give the reason in data/gaps.yml",
        "angry, low, inward: no practice; write one, or give the reason in data/gaps.yml",
        "angry, high, outward: no practice; write one, or give the reason in data/gaps.yml",
    ]


def test_a_reason_that_is_no_longer_needed_is_reported(root: Path) -> None:
    path = root / "data" / "gaps.yml"
    path.write_text(path.read_text("utf-8").replace("[high]", "[low]"), "utf-8")
    line = "lonely, low, outward: there is a practice now; take the cell out of data/gaps.yml"
    assert line in faults(load(root))


def test_the_real_library_lacks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert faults(load(ROOT)) == []
    app(["coverage", "--root", str(ROOT)], standalone_mode=False)
    assert capsys.readouterr().out.endswith("Nothing is missing.\n")
