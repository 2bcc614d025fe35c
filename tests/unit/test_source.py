"""YAML is read strictly, and every value keeps its line."""

from datetime import date
from pathlib import Path, PurePosixPath

import pytest
import yaml

from macros.catalog.reading.source import SourceFile, read_data, read_page

FILE = PurePosixPath("data/x.yml")


def data(folder: Path, text: str) -> SourceFile:
    (folder / "data").mkdir(exist_ok=True)
    (folder / FILE).write_text(text, "utf-8")
    return read_data(folder, FILE)


def test_values_have_their_types_and_lines(tmp_path: Path) -> None:
    source = data(
        tmp_path, "a: text\nb: 3\nc: 2026-11-22\nd: [true, 1.5]\ne:\n  - f: 'no'\n    g: -1\n"
    )
    assert source.problems == ()
    assert source.data == {
        "a": "text",
        "b": 3,
        "c": date(2026, 11, 22),
        "d": [True, 1.5],
        "e": [{"f": "no", "g": -1}],
    }
    assert source.line(("b",)) == 2
    assert source.line(("d", 1)) == 4
    assert source.line(("e", 0, "g")) == 7
    assert source.line(("e", 0, "missing")) == 6
    assert source.line(("missing",)) == 1


def test_lines_of_a_page_count_from_the_top_of_the_file(tmp_path: Path) -> None:
    page = PurePosixPath("page.md")
    (tmp_path / page).write_text("---\ntitle: T\nsummary: S\n---\n\nFirst\n", "utf-8")
    source = read_page(tmp_path, page)
    assert source.line(("summary",)) == 3
    assert source.body == "\nFirst\n"
    assert source.offset == 4


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    page = PurePosixPath("page.md")
    (tmp_path / page).write_bytes(b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\nText\r\n")
    source = read_page(tmp_path, page)
    assert (source.data, source.body, source.problems) == ({"title": "T"}, "Text\n", ())


TRAPS = (
    *("no", "yes", "on", "off", "No", "ON", "y", "Y", "n", "~", "null", "NULL", "True", "FALSE"),
    *(
        "1:30",
        "12:30:45",
        "007",
        "0o17",
        "0x1F",
        "0b1",
        "1_000",
        "1e3",
        ".5",
        "1.",
        ".inf",
        "-.NaN",
    ),
    *("2026-1-2", "2026-11-22T10:00:00Z"),
)


@pytest.mark.parametrize("text", TRAPS)
def test_each_trap_is_refused_where_it_is_plain(text: str, tmp_path: Path) -> None:
    line = f'data/x.yml:1: put "{text}" in quotes; without them YAML reads something else'
    assert [str(problem) for problem in data(tmp_path, f"a: {text}\n").problems] == [line]
    assert data(tmp_path, f'a: "{text}"\n').problems == ()


@pytest.mark.parametrize(
    "text", ["a: text, 7 words", "a: 10", "a: -3", "a: 0.5", "a: 2026-11-22", "a: true", "a: 0"]
)
def test_what_passes_means_the_same_to_the_builder(text: str, tmp_path: Path) -> None:
    assert data(tmp_path, text).data == yaml.safe_load(text)


def test_broken_bytes_have_a_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_bytes(b"a: b\nc: \xff\n")
    (problem,) = read_data(tmp_path, FILE).problems
    assert str(problem) == "data/x.yml:2: not UTF-8 text; save the file as UTF-8"
