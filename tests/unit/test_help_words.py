"""Beside the numbers of a country its languages say what is true that day, and nothing else."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.catalog.kinds import HELP_WORDS, HELPLINES
from macros.catalog.load import load
from macros.catalog.models.care import Country, Line, Message, Phone
from macros.components.help_words import ALWAYS, Spoken, spoken
from tests.helpers.projects import FIXTURE, copy_of_fixture

CATALOG = load(FIXTURE)
COUNTRY = CATALOG[HELPLINES]["zz"]
LINE = COUNTRY.lines[0]  # it answers in English and in Arabic
ARABIC = CATALOG[HELP_WORDS]["ar"].sentences
DAY = date(2026, 11, 22)
LATER = LINE.expires  # the first day on which neither the line nor the emergency number is fresh


def in_arabic(*lines: Line, day: date = DAY, **more: Any) -> Spoken | None:
    """What is said in Arabic where a country has these lines."""
    country = COUNTRY.model_copy(update={"lines": list(lines), **more})
    return next((each for each in spoken(CATALOG, day, "zz", country) if each.tag == "ar"), None)


def line(**values: Any) -> Line:
    """The line of the fixture, with other values."""
    return LINE.model_copy(update=values)


def read_on(day: date) -> Line:
    """The line, as its sources said it on a day."""
    read = [each.model_copy(update={"day": str(day)}) for each in LINE.read]
    return line(read=read)


def phone(number: str, note: str | None = None) -> Phone:
    """A number of a line."""
    return Phone(number=number, dial=number, note=note)


def keys(said: Spoken | None) -> list[str]:
    """Which sentences are said about a line, by their keys."""
    names = {text and text.partition("{number}")[0]: key for key, text in ARABIC}
    return [names[sentence.before] for sentence in said.help] if said else []


def numbers(said: Spoken | None) -> list[tuple[str, str]]:
    """The numbers that are said about a line, with how they are dialed."""
    found = said.help if said else []
    return [(each.number, each.address) for each in found if each.number]


CHILDREN = "children and young people"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"hours": "At noon"}, "call anyone say sure"),
        ({"hours": ALWAYS, "cost": "Free"}, "call anyone always free say sure"),
        ({"hours": f"{ALWAYS}, by phone", "cost": "Free at night"}, "call anyone say sure"),
        ({"kind": "suicide and crisis"}, "call crisis say sure"),
        ({"kind": "mental health"}, "call crisis say sure"),
        ({"kind": CHILDREN, "audience": "Children"}, "call children say sure"),
        # Arabic waits with the sentence on abuse, and goes without it.
        ({"kind": "domestic abuse"}, "call say sure"),
        # It says "anyone", so it stands with no line that is for some.
        ({"audience": "Women"}, ""),
        ({"kind": "domestic abuse", "audience": "Women who meet with violence"}, ""),
        ({"kind": "veterans"}, ""),
        ({"languages": ["English"]}, ""),
        ({"languages": ["English", "Arabic (press 2)"]}, "call anyone say sure"),
    ],
)
def test_each_sentence_stands_where_it_is_true(values: dict[str, Any], said: str) -> None:
    assert keys(in_arabic(line(**{"cost": None, **values}))) == said.split()


def test_the_emergency_number_stands_before_any_line() -> None:
    said = in_arabic(LINE)
    assert said
    assert [(each.number, each.address) for each in said.danger] == [("112", "tel:112")] * 2
    assert said.direction == "rtl"


def test_a_line_for_anyone_comes_before_one_for_some() -> None:
    some = line(kind=CHILDREN, phone=[phone("111")])
    assert numbers(in_arabic(some, LINE)) == [("0800 123", "tel:0800123")]
    assert numbers(in_arabic(some)) == [("111", "tel:111")]


@pytest.mark.parametrize(
    ("phones", "number"),
    [
        ([phone("1"), phone("2")], ["1"]),
        ([phone("1", "In English"), phone("2", "In Arabic")], ["2"]),
        # What has to be pressed is in no sentence.
        ([phone("1", "Then extension 8"), phone("2")], ["2"]),
        ([phone("1", "Then extension 8")], []),
        ([phone("1", "From landlines"), phone("2", "Free; from cell phones")], ["2"]),
    ],
)
def test_the_number_is_whole(phones: list[Phone], number: list[str]) -> None:
    assert [each for each, _ in numbers(in_arabic(line(phone=phones)))] == number


def test_a_line_that_takes_texts_alone_is_written_to() -> None:
    said = in_arabic(line(phone=[], text=Message(number="85258"), hours=ALWAYS, cost="Free"))
    assert keys(said) == ["write", "always", "say", "sure"]
    assert numbers(said) == [("85258", "sms:85258")]
    assert keys(in_arabic(line(phone=[], text=Message(number="85258", word="HELLO")))) == []


def test_what_is_no_longer_fresh_is_not_said() -> None:
    assert LATER
    old = read_on(date(2019, 10, 7))
    said = in_arabic(old)
    assert said
    assert (len(said.danger), said.help, said.line) == (2, [], None)
    fresh = read_on(LATER)
    said = in_arabic(fresh, day=LATER)
    assert said
    assert (said.danger, numbers(said)) == ([], [("0800 123", "tel:0800123")])
    assert in_arabic(LINE, day=LATER) is None


def test_a_sentence_that_waits_is_left_out() -> None:
    german = next(each for each in spoken(CATALOG, DAY, "zz", COUNTRY) if each.tag == "de")
    assert [each.before for each in german.danger] == [
        "Wenn jetzt jemand in Lebensgefahr ist, rufen Sie zuerst die "
    ]
    assert german.help == []  # no line answers in German


@pytest.mark.parametrize(("role", "read"), [("native speaker", True), ("fact check", False)])
def test_only_a_native_speaker_takes_the_label_away(tmp_path: Path, role: str, read: bool) -> None:
    root = copy_of_fixture(tmp_path)
    review = f"translation: ar\nday: 2026-11-21\nrole: {role}\ninterest: none\nnote: Read.\n"
    (root / "data/reviews/arabic.yml").write_text(review, "utf-8")
    catalog = load(root)
    assert [str(problem) for problem in catalog.problems] == []
    country: Country = catalog[HELPLINES]["zz"]
    said = {each.tag: each.read for each in spoken(catalog, DAY, "zz", country)}
    assert said == {"de": False, "ar": read}
