"""What the report says of studies and claims."""

from datetime import date
from pathlib import Path

from macros.catalog.load import load
from macros.catalog.reports.evidence import lines
from tests.helpers.projects import copy_of_fixture

DAY = date(2026, 11, 22)


def test_a_study_that_nothing_cites_is_named(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    assert lines(load(root), DAY) == ["0 studies and claims to look at."]  # nor is a withdrawn one
    claim = root / "data/claims/small-lift.yml"
    claim.write_text(claim.read_text("utf-8").replace("qualifies: [wren2010]\n", ""), "utf-8")
    assert lines(load(root), DAY) == [
        "data/studies/wren2010.yml: no page and no claim cites it; cite it, or delete it",
        "1 studies and claims to look at.",
    ]


def test_a_claim_without_a_newer_study_is_named(tmp_path: Path) -> None:
    catalog = load(copy_of_fixture(tmp_path))
    assert lines(catalog, date(2030, 12, 31)) == ["0 studies and claims to look at."]
    assert lines(catalog, date(2031, 1, 1)) == [
        "data/claims/small-lift.yml: its newest study is of 2020; look for a newer one",
        "1 studies and claims to look at.",
    ]
