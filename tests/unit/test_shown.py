"""Whether a helpline is shown is decided in one place, for pages, paper, books and open data."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from macros.catalog.kinds import HELPLINES
from macros.catalog.load import load
from macros.catalog.models.care import Country, Line
from macros.catalog.open_data import datasets
from tests.helpers.projects import FIXTURE

DAY = date(2026, 11, 22)


def line(confidence: str, expires: date) -> Line:
    """A line of the fixture, sure and fresh as is said."""
    first = country().lines[0]
    return first.model_copy(update={"confidence": confidence, "expires": expires})


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
