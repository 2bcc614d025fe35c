"""Whether a helpline is shown is decided in one place, for pages, paper, books and open data."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from macros.catalog.kinds import HELPLINES
from macros.catalog.load import load
from macros.catalog.models.care import Country
from macros.catalog.models.fields import FRESH_FOR
from macros.catalog.open_data import datasets
from tests.helpers.projects import FIXTURE, copy_of_fixture

DAY = date(2026, 11, 22)


def country(*, confirmed: str = "", **changes: object) -> Country:
    """The country of the fixture with its first line alone, which is changed so; and confirmed on a
    day.
    """
    whole = load(FIXTURE)[HELPLINES]["zz"]
    first = whole.lines[0].model_dump(exclude=COMPUTED, exclude_none=True)
    first["read"] = [{"source": "table", "day": "2026-10-07"}, {"source": "page", "day": "2026-09"}]
    line = {**first, **changes}
    known = load(FIXTURE).known
    made = Country.model_validate({**WHOLE, "lines": [line]}, context=known)
    if confirmed:
        word = {"person": "A. Person", "source": "own-page", "day": confirmed, "of": made.mark}
        made = Country.model_validate({**WHOLE, "lines": [line], "confirmed": word}, context=known)
    return made


COMPUTED = {"read", "checked", "expires"}
WHOLE = {
    "country": "Examplia",
    "emergency": {
        "numbers": [{"number": "112", "use": "all"}],
        "confidence": "high",
        "read": [{"source": "table"}],
    },
}
OLD = [{"source": "table", "day": "2020-10-07"}, {"source": "page", "day": "2020-10-07"}]
ONE = [{"source": "table", "day": "2026-10-07"}]
ONE_DAY = [*ONE, {"source": "page"}]
COPIED = [*ONE, {"source": "mirror", "day": "2026-10-08"}]
BOTH_COPY = [{"source": "mirror", "day": "2026-10-08"}, {"source": "second", "day": "2026-10-08"}]
WEAK = [*ONE, {"source": "weak", "day": "2026-10-07"}]
TOLD = [*ONE, {"text": "in a news report", "day": "2025"}]
OWN = [{"source": "table", "text": "elsewhere in it", "day": "2026-10-07"}, *ONE]


@pytest.mark.parametrize(
    ("changes", "alone", "confirmed"),
    [
        ({}, True, True),
        ({"read": TOLD}, True, True),
        ({"read": ONE}, False, True),
        ({"read": ONE_DAY}, False, True),
        ({"read": COPIED}, False, True),
        ({"read": BOTH_COPY}, False, True),
        ({"read": WEAK}, False, True),
        ({"read": OWN}, False, True),
        ({"read": OLD}, False, True),  # a person has opened the page since
        ({"confidence": "medium"}, False, False),
    ],
)
def test_two_sources_or_a_person_and_never_what_is_unsure(
    changes: dict[str, object], alone: bool, confirmed: bool
) -> None:
    for word, expected in {"": alone, "2026-11-20": confirmed}.items():
        shown = country(confirmed=word, **changes).shown(DAY)
        assert [line.name for line in shown.lines] == (["Example Line"] if expected else [])
        pointers = [(other.name, other.url) for other in shown.others]
        assert pointers == ([] if expected else [("Example Line", "https://example.org/")])
        assert (shown.confirmed is not None) is bool(word)


@pytest.mark.parametrize(("after", "shown"), [(0, True), (179, True), (180, False)])
def test_a_word_and_a_source_count_for_so_many_days(after: int, shown: bool) -> None:
    by_person = country(confirmed="2026-11-20", read=ONE)
    by_sources = country(read=[*ONE, {"source": "page", "day": "2026-10-07"}])
    for each, day in ((by_person, date(2026, 11, 20)), (by_sources, date(2026, 10, 7))):
        assert bool(each.shown(day + timedelta(days=after)).lines) is shown


@pytest.mark.parametrize(
    "change",
    [
        {"hours": "Every night"},
        {"phone": [{"number": "0800 124", "dial": "0800124"}]},
        {"chat": None},
        {"url": "https://example.org/new"},
        {"note": "More."},
    ],
)
def test_a_changed_line_takes_the_word_away(change: dict[str, object]) -> None:
    before = country(confirmed="2026-11-20", read=ONE)
    word = before.confirmed
    assert word
    line = {**before.lines[0].model_dump(exclude=COMPUTED), "read": ONE, **change}
    said = {"confirmed": word.model_dump(exclude={"words"}, exclude_none=True), "lines": [line]}
    after = Country.model_validate({**WHOLE, **said}, context=load(FIXTURE).known)
    assert after.confirmed
    assert after.shown(DAY).confirmed is None
    assert after.shown(DAY).lines == []


@pytest.mark.parametrize("name", ["Line 0800 123", "0800-123, for all", "Text 123"])
def test_a_line_that_is_named_by_its_number_is_pointed_to_by_who_runs_it(name: str) -> None:
    (other,) = country(read=ONE, name=name).shown(DAY).others
    assert (other.name, other.url) == ("Example Charity (listening)", "https://example.org/")


def test_a_new_source_and_a_new_day_leave_the_word() -> None:
    assert country().mark == country(read=ONE).mark == country(read=TOLD).mark
    assert re.fullmatch("[a-p]{12}", country().mark)  # no number to YAML, whatever it is of


def test_a_page_that_a_person_opened_is_read_with_the_sources() -> None:
    (line,) = country(confirmed="2026-11-20").shown(DAY).lines
    assert [reading.words for reading in line.read] == [
        "in a made-up table",
        "on a made-up page",
        "on the service's own page",
    ]
    assert line.checked == date(2026, 11, 20)


def test_only_a_preview_shows_what_nobody_confirmed(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    for setting, names in {False: ["Example Line"], True: ["Example Line", "Once Line"]}.items():
        catalog = load(root, DAY, show_unconfirmed=setting)
        shown = catalog[HELPLINES]["zz"].shown(DAY)
        assert [line.name for line in shown.lines] == names
        assert shown.confirmed is None


def test_emergency_numbers_are_always_shown() -> None:
    whole = country(read=OLD)
    assert whole.shown(date(2100, 1, 1)).emergency == whole.emergency


@pytest.mark.parametrize(("said", "days"), [("fresh_for: 30", 30), ("", FRESH_FOR)])
def test_an_entry_is_fresh_for_the_days_of_the_editorial_rules(
    tmp_path: Path, said: str, days: int
) -> None:
    root = copy_of_fixture(tmp_path)
    rules = root / "data" / "editorial.yml"
    rules.write_text(rules.read_text("utf-8").replace("fresh_for: 180", said), "utf-8")
    read = load(root)[HELPLINES]["zz"]
    for each in (*read.lines, read.emergency):
        assert each.checked
        assert each.expires == each.checked + timedelta(days=days)


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
            assert ".twice" not in text, path
