"""Whether a helpline is shown is decided in one place, for pages, paper, books and open data."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from macros.catalog.kinds import HELPLINES
from macros.catalog.load import load
from macros.catalog.models.care import Country, Line
from macros.catalog.models.fields import FRESH_FOR
from macros.catalog.open_data import datasets
from tests.helpers.projects import FIXTURE, copy_of_fixture

DAY = date(2026, 11, 22)


def line(confidence: str, expires: date) -> Line:
    """A line of the fixture, sure and fresh as is said."""
    first = country().lines[0]
    checked = first.checked + (expires - first.expires)
    return first.model_copy(update={"confidence": confidence, "checked": checked})


def country() -> Country:
    """The country of the fixture."""
    return next(iter(load(FIXTURE)[HELPLINES].values()))


@pytest.mark.parametrize(
    ("confidence", "expires", "shown", "lapsed"),
    [
        ("high", DAY + timedelta(days=1), True, False),
        ("high", DAY, False, True),
        ("high", DAY - timedelta(days=1), False, True),
        ("medium", DAY + timedelta(days=1), False, False),
        ("medium", DAY, False, False),
    ],
)
def test_a_line_is_shown_while_it_is_sure_and_fresh(
    confidence: str, expires: date, shown: bool, lapsed: bool
) -> None:
    each = line(confidence, expires)
    whole = country().model_copy(update={"lines": [each]})
    assert each.shown_on(DAY) is shown
    assert whole.shown(DAY).lines == ([each] if shown else [])
    assert whole.lapsed(DAY) == ([each] if lapsed else [])


@pytest.mark.parametrize(("said", "days"), [("fresh_for: 30", 30), ("", FRESH_FOR)])
def test_an_entry_is_fresh_for_the_days_of_the_editorial_rules(
    tmp_path: Path, said: str, days: int
) -> None:
    root = copy_of_fixture(tmp_path)
    rules = root / "data" / "editorial.yml"
    rules.write_text(rules.read_text("utf-8").replace("fresh_for: 180", said), "utf-8")
    read = load(root)[HELPLINES]["zz"]
    pairs = [(line.checked, line.expires) for line in read.lines]
    for checked, expires in [*pairs, (read.emergency.checked, read.emergency.expires)]:
        assert checked
        assert expires == checked + timedelta(days=days)


def test_a_record_may_be_of_today_in_any_time_zone_and_of_no_later_day(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    claim = root / "data" / "claims" / "magic.yml"
    build = datetime.now(UTC).date() + timedelta(days=1000)  # built by a clock ahead of ours
    for day, said in {
        build + timedelta(days=1): [],
        build + timedelta(days=2): ["data/claims/magic.yml:5: `searched`: {day} is still to come;"],
    }.items():
        claim.write_text(claim.read_text("utf-8").replace("2026-11-20", str(day)), "utf-8")
        found = [str(problem) for problem in load(root, build).problems]
        assert [line.split(" write")[0] for line in found] == [s.format(day=day) for s in said]
        claim.write_text(claim.read_text("utf-8").replace(str(day), "2026-11-20"), "utf-8")


def test_open_data_give_what_pages_show() -> None:
    catalog = load(FIXTURE)
    given = next(data for data in datasets(catalog, DAY) if data.kind is HELPLINES)
    assert given.records == {id: c.shown(DAY) for id, c in catalog[HELPLINES].items()}


def test_no_other_place_asks_for_confidence_or_expiry() -> None:
    """The rule is on the record; whoever compares dates or words again would write a second one."""
    folder = Path("macros")
    models = folder / "catalog" / "models"
    for path in (*folder.rglob("*.py"), *folder.rglob("*.html"), *folder.rglob("*.txt")):
        if models not in path.parents:
            text = path.read_text("utf-8")
            assert '"high"' not in text, path
            assert "expires >" not in text, path
            assert "expires <" not in text.replace("expires <= today else", ""), path
