"""The log as a file: each format gives back what it wrote, and bad files are refused whole."""

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

FIELDS = ["date", "what", "whom", "before", "after", "served", "id"]
COLUMNS = [*FIELDS, "version"]
WHOMS = ["myself", "one person", "several people", "an animal or the world"]
FEELINGS = ["very bad", "bad", "so-so", "good", "very good"]
# Signs that mean something to a format, a spreadsheet or a browser; the wide ones are = + - @, too.
WIDE = "\uff1d\uff0b\uff0d\uff20"
ODD = WIDE + "=+-@'\"`,;|\r\n\t\0\\/\u2028\u00a0\ufeff\u200bäé日🙂\u202e{}[]<>"
LETTERS = st.one_of(st.sampled_from(ODD), st.characters())
TEXT = st.builds("".join, st.tuples(st.sampled_from(["", *ODD]), st.text(LETTERS, max_size=20)))
DAYS = st.dates().map(str)
IDS = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9-]{0,20}\Z")
ENTRY = st.fixed_dictionaries(
    {
        "date": DAYS,
        "what": TEXT,
        "whom": st.sampled_from(WHOMS),
        "before": st.sampled_from(["", *FEELINGS]),
        "after": st.sampled_from(["", *FEELINGS]),
        "served": TEXT,
        "id": IDS,
    }
)
QUICK = settings(
    max_examples=40,
    deadline=None,
    phases=[
        Phase.explicit,
        Phase.generate,
    ],  # shrinking asks the browser too often
    derandomize=True,  # the same cases every time: a failure can be met again
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page of the log, whose own functions are called."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}rhythm/log/")
    yield page
    page.close(run_before_unload=False)
    context.close()


# What fits of the given values, as entries; the texts of both formats; and both read again.
ROUND = """given => {
  const entries = given.flatMap(values => {
    try { return [logEntries.entryFrom(values)] } catch (error) {
      if (!error.refused) throw error;
      return [];
    }
  });
  const json = logFile.writeJson(entries), csv = logFile.writeCsv(entries);
  return { entries, json, csv, fromJson: logFile.readJson(json), fromCsv: logFile.readCsv(csv) };
}"""


def saying(*texts: str) -> list[dict[str, str]]:
    """Entries that say these things."""
    more = {"date": "2026-11-22", "whom": "myself", "before": "", "after": ""}
    return [{**more, "what": text, "served": text, "id": "x"} for text in texts]


@QUICK
@given(st.lists(ENTRY, min_size=8, max_size=30))
@example(saying("'=1", "''=1", "'", "''", "'tis", '"', '""', ",", "=", '"\'=1,"', "'\"a"))
def test_both_formats_give_back_what_was_written(page: Page, given: list[dict[str, str]]) -> None:
    found = page.evaluate(ROUND, given)
    assert found["fromJson"] == found["entries"]
    assert found["fromCsv"] == found["entries"]


RISKY = ("=", "+", "-", "@", "\t", "\r", *WIDE)

STOPPED = re.compile(rf"^'(?=[=+\-@\t\r{WIDE}'])")


@QUICK
@given(st.lists(ENTRY, min_size=8, max_size=30))
def test_other_readers_find_the_same(page: Page, given: list[dict[str, str]]) -> None:
    found = page.evaluate(ROUND, given)
    whole = json.loads(found["json"])
    assert whole == {"format": "ripple-log", "version": 1, "entries": found["entries"]}
    text = found["csv"]
    assert text.startswith("\ufeff" + ",".join(COLUMNS) + "\r\n")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    assert head == COLUMNS
    assert not any(cell.startswith(RISKY) for row in rows for cell in row)
    plain = [[STOPPED.sub("", cell) for cell in row] for row in rows]
    assert plain == [[*(entry[field] for field in FIELDS), "1"] for entry in found["entries"]]


TRY = """texts => texts.flatMap(text => [logFile.readJson, logFile.readCsv].map(read => {
  try { return read(text).length } catch (error) {
    return error.refused ? "refused" : String(error);
  }
}))"""
PIECES = st.one_of(
    TEXT,
    st.sampled_from([",".join(COLUMNS), "date,what,whom", "2026-11-22,tea,myself", '{"format":']),
    st.sampled_from(['{"format":"ripple-log","version":1,"entries":[', "]}", "{}", "null", '""']),
)


@QUICK
@given(st.lists(st.lists(PIECES, max_size=8).map("\r\n".join), max_size=20))
def test_whatever_a_file_holds_is_read_or_refused(page: Page, texts: list[str]) -> None:
    for answer in page.evaluate(TRY, texts):
        assert answer == "refused" or isinstance(answer, int), answer


RECORDS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from("abcd"),
            "changed": st.integers(min_value=1, max_value=4),
            "removed": st.booleans(),
            "what": st.sampled_from(["tea", "rest"]),
        }
    ),
    max_size=8,
)
MERGE = """([one, other, third]) => {
  const log = list => new Map(list.map(record => [record.id, record]));
  const sorted = map => [...map.values()].map(r => JSON.stringify(r)).sort();
  const merged = (...lists) => {
    const whole = log([]);
    lists.forEach(list => logEntries.merge(whole, log(list)));
    return whole;
  };
  const both = merged(one, other);
  return {
    orders: [[one, other, third], [third, other, one], [other, third, one, other]]
      .map(lists => sorted(merged(...lists))),
    ahead: [logEntries.isAhead(both, log(one)), logEntries.isAhead(log(one), both)],
    differs: sorted(both).join() !== sorted(log(one)).join(),
  };
}"""


@QUICK
@given(st.tuples(RECORDS, RECORDS, RECORDS))
def test_tabs_agree_in_whatever_order_they_hear(page: Page, lists: tuple[Any, Any, Any]) -> None:
    found = page.evaluate(MERGE, lists)
    assert found["orders"][0] == found["orders"][1] == found["orders"][2]
    assert found["ahead"] == [found["differs"], False]


FEW = st.lists(
    st.fixed_dictionaries(
        {
            "date": st.just("2026-11-22"),
            "what": st.sampled_from(["tea", "rest", "a call"]),
            "whom": st.just("myself"),
            "id": st.sampled_from(["a", "b", ""]),
        }
    ),
    max_size=5,
)
OPEN = """files => {
  const log = new Map();
  const texts = files.map(entries => JSON.stringify({ format: "ripple-log", version: 1, entries }));
  const open = () => texts.flatMap(text => logFile.readJson(text)
    .map(entry => logEntries.place(log, entry)));
  const first = open(), size = log.size, again = open();
  return { kept: logEntries.all(log).map(r => r.what), grown: log.size - size, again, first };
}"""


@QUICK
@given(st.lists(FEW, min_size=1, max_size=3))
def test_opening_loses_nothing_and_adds_nothing_twice(page: Page, files: list[Any]) -> None:
    found = page.evaluate(OPEN, files)
    assert set(found["again"]) <= {"known"}
    assert found["grown"] == 0
    for file in files:  # what a file says is there afterwards, at least as often as it says it
        for what in ("tea", "rest", "a call"):
            said = {(entry["id"], what) for entry in file if entry["what"] == what and entry["id"]}
            blank = sum(entry["what"] == what and not entry["id"] for entry in file)
            assert found["kept"].count(what) >= max(len(said), blank)


def test_half_characters_and_line_breaks_become_what_a_file_can_hold(page: Page) -> None:
    found = page.evaluate(
        """() => logEntries.entryFrom({ date: "2026-11-22", whom: "myself",
          what: "a\\ud800b", served: " one\\r\\n\\u2028two\\t" })"""
    )
    assert (found["what"], found["served"]) == ("a\ufffdb", "one two")


def test_a_spreadsheet_may_add_rows_move_columns_and_leave_out_what_is_empty(page: Page) -> None:
    tea = "tea,myself,2026-11-21"
    text = f"what,whom,date\n{tea}\n,,\n{tea}\n'tis rest,myself,2026-11-22"
    found = page.evaluate("text => logFile.readCsv(text)", text)
    assert [entry["what"] for entry in found] == ["tea", "tea", "'tis rest"]
    assert len({entry["id"] for entry in found}) == 3
    assert found == page.evaluate("text => logFile.readCsv(text)", text)  # the same ids again


GOOD = '{"id":"a1","date":"2026-11-22","what":"tea","whom":"myself"}'
HEAD = ",".join(COLUMNS)
ROW = "2026-11-22,tea,myself,,,,a1,1"


def json_of(entries: str, version: str = "1") -> bytes:
    return f'{{"format":"ripple-log","version":{version},"entries":[{entries}]}}'.encode()


NEWER = (
    "it is from a newer Ripple (its version is 2), and this page reads version 1."
    " Open it with a newer copy of this page."
)
PART = "it is no whole log of Ripple: its version or its entries are missing."
BAD: dict[str, tuple[str, bytes, str]] = {
    "cut off": ("log.json", json_of(GOOD)[:-4], "it is broken, or no JSON at all."),
    "a picture": (
        "photo.jpg",
        b"\xff\xd8\xff",
        "it is neither a .json nor a .csv file.",
    ),
    "not UTF-8": (
        "log.csv",
        f"{HEAD}\r\n2026-11-22,caf\u00e9,myself,,,,,1".encode("latin-1"),
        "its letters are not stored as UTF-8. In a spreadsheet, save it as “CSV UTF-8”.",
    ),
    "empty": ("log.json", b" \n", "it is empty."),
    "foreign": (
        "package.json",
        b'{"name":"something","version":1}',
        "it is no log of Ripple: the word “ripple-log” is missing in it.",
    ),
    "a list": (
        "list.json",
        f"[{GOOD}]".encode(),
        "it is no log of Ripple: the word “ripple-log” is missing in it.",
    ),
    "newer": ("log.json", json_of('{"new":1}', "2"), NEWER),
    "newer table": ("log.csv", f"{HEAD},mood\r\n{ROW[:-1]}2,blue".encode(), NEWER),
    "no version": ("log.json", b'{"format":"ripple-log","entries":[]}', PART),
    "no entries": ("log.json", b'{"format":"ripple-log","version":1}', PART),
    "not fields": ("log.json", json_of(f"{GOOD},7"), "entry 2: it is not made of fields."),
    "unknown field": (
        "log.json",
        json_of(f'{GOOD},{{"mood":"x"}}'),
        "entry 2: there is a field “mood” that is not known here.",
    ),
    "a number": ("log.json", json_of('{"date":7}'), "entry 1: date is not text."),
    "no such day": (
        "log.json",
        json_of(GOOD.replace("11-22", "02-30")),
        "entry 1: date is “2026-02-30”, and has to be a day such as 2026-11-22.",
    ),
    "nothing done": ("log.json", json_of(GOOD.replace("tea", " ")), "entry 1: what is empty."),
    "too long": (
        "log.json",
        json_of(GOOD.replace("tea", "t" * 151)),
        "entry 1: what is longer than 150 letters.",
    ),
    "no such word": (
        "log.json",
        json_of(GOOD.replace("myself", "dog")),
        "entry 1: whom is “dog”, and can be:"
        " myself, one person, several people, an animal or the world.",
    ),
    "no such feeling": (
        "log.csv",
        f"{HEAD}\r\n{ROW.replace('myself,,', 'myself,fine,')}".encode(),
        "row 2: before is “fine”, and can be: very bad, bad, so-so, good, very good, or nothing.",
    ),
    "odd id": (
        "log.json",
        json_of(GOOD.replace("a1", "<b>")),
        "entry 1: id is “<b>”, and has to be letters and digits.",
    ),
    "unknown column": (
        "log.csv",
        f"{HEAD},mood\r\n{ROW},blue".encode(),
        "row 1: there is a column “mood” that is not known here."
        " Known are: date, what, whom, before, after, served, id, version.",
    ),
    "semicolons": (
        "log.csv",
        b"date;what;whom\r\n2026-11-22;tea;myself",
        "row 1: there is a column “date;what;whom” that is not known here."
        " Known are: date, what, whom, before, after, served, id, version.",
    ),
    "column twice": (
        "log.csv",
        b"date,what,whom,what\r\n",
        "row 1: the column “what” is there twice.",
    ),
    "column missing": ("log.csv", b"date,what\r\n", "row 1: the column “whom” is missing."),
    "cells missing": (
        "log.csv",
        f"{HEAD}\r\n\r\n2026-11-22,tea".encode(),
        "row 3: it has 2 cells, and row 1 has 8.",
    ),
    "odd version": (
        "log.csv",
        f"{HEAD}\r\n{ROW[:-1]}one".encode(),
        "row 2: version is “one”, and has to be 1.",
    ),
    "open quote": (
        "log.csv",
        f'{HEAD}\r\n{ROW}\r\n"2026-11-22,tea'.encode(),
        'row 3: a quotation mark (") has no partner, or stands in the wrong place.',
    ),
    "stray quote": (
        "log.csv",
        f'{HEAD}\r\n2026-11-22,t"ea,myself,,,,,1'.encode(),
        'row 2: a quotation mark (") has no partner, or stands in the wrong place.',
    ),
    "too many": (
        "log.json",
        json_of(",".join([GOOD] * 20_001)),
        "it holds 20,001 entries, and a log holds 20,000 at most.",
    ),
    "huge": ("log.json", b"", "it is larger than 50 MB, which no log is."),
}
# A file larger than a test should make: only its size is looked at.
LARGE = """() => { const file = document.querySelector(".rp-log__file"), given = new DataTransfer();
  given.items.add(new File([new Uint8Array(50000001)], "log.json"));
  file.files = given.files; file.dispatchEvent(new Event("change")) }"""


@pytest.fixture(scope="module")
def filled(browser: Browser, address: str) -> Iterator[Page]:
    """A log with one entry in it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}rhythm/log/")
    page.get_by_label("What did you do?").fill("Sat in the sun")
    page.get_by_label("Myself").check()
    page.get_by_role("button", name="Add to the log").click()
    yield page
    page.close(run_before_unload=False)
    context.close()


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_refused_with_a_clear_line_and_nothing_is_lost(
    filled: Page, case: str
) -> None:
    name, content, reason = BAD[case]
    before = filled.locator(".rp-log__entries").inner_text()
    if case == "huge":
        filled.evaluate(LARGE)
    else:
        given = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        filled.locator(".rp-log__file").set_input_files(given)  # type: ignore[arg-type]
    said = f"“{name}” was not opened: {reason} Your log is as it was."
    expect(filled.locator(".rp-log__told")).to_have_text(said)
    assert filled.locator(".rp-log__entries").inner_text() == before
    expect(filled.locator(".rp-log__list li")).to_have_count(1)


def test_two_files_that_are_too_much_together_are_not_mixed(page: Page) -> None:
    tea = GOOD.replace('"a1"', '"x%d"')
    many = json_of(",".join(tea % number for number in range(20_000)))
    file = page.locator(".rp-log__file")
    one = {"name": "one.json", "mimeType": "application/json", "buffer": json_of(GOOD)}
    file.set_input_files(one)  # type: ignore[arg-type]
    said = page.locator(".rp-log__told")
    expect(said).to_have_text("1 entry added, 0 were there already.")
    large = {"name": "many.json", "mimeType": "application/json", "buffer": many}
    file.set_input_files(large)  # type: ignore[arg-type]
    expect(said).to_have_text(
        "“many.json” was not opened: together with what is here it would make 20,001 entries,"
        " and a log holds 20,000 at most. Your log is as it was."
    )
    expect(page.locator(".rp-log__list li")).to_have_count(1)
