"""The door for people: what the commands print and return."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from macros.__main__ import app
from macros.catalog.kinds import HELPLINES
from macros.catalog.load import load
from tests.helpers.projects import copy_of_fixture

RUN = CliRunner().invoke


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_fixture(tmp_path)


def test_check_says_that_all_is_well(root: Path) -> None:
    done = RUN(app, ["check", "--root", str(root)])
    assert (done.exit_code, done.output) == (0, "No problems.\n")


def test_check_prints_one_line_for_each_problem(root: Path) -> None:
    (root / "data" / "claims" / "magic.yml").write_text("grade: unsuported\n", "utf-8")
    done = RUN(app, ["check", "--root", str(root)])
    assert done.exit_code == 1
    assert done.output == (
        "data/claims/magic.yml:1: `grade`: `unsuported` is not one of `grades` in data/terms.yml;"
        " did you mean `unsupported`?\n"
        "data/claims/magic.yml:1: `searched` is missing; add it\n"
        "data/claims/magic.yml:1: `statement` is missing; add it\n"
        "data/claims/magic.yml:1: `why` is missing; add it\n"
        "data/claims/magic.yml:1: `wording` is missing; add it\n"
    )


def test_check_annotates_for_github(root: Path) -> None:
    page = root / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n100% {{ nothing() }}\n", "utf-8")
    done = RUN(app, ["check", "--format", "github", "--root", str(root)])
    assert done.exit_code == 1
    assert done.output.startswith(
        "::error file=docs/index.md,line=8::there is no call `nothing`; known are: practice_facts,"
    )


def test_schema_writes_and_then_has_nothing_to_write(root: Path) -> None:
    first = RUN(app, ["schema", "--root", str(root)])
    assert "wrote schemas/study.json\n" in first.output
    assert RUN(app, ["schema", "--root", str(root)]).output == ""


def test_schema_writes_nothing_from_faulty_data(root: Path) -> None:
    rules = root / "data" / "danger.yml"
    rules.write_text(rules.read_text("utf-8").replace("WHO HARM", "WHO HARN"), "utf-8")
    done = RUN(app, ["schema", "--root", str(root)])
    assert done.exit_code == 1
    assert "there are problems in data/terms.yml, data/search.yml, data/danger.yml" in done.output
    assert not (root / "schemas").exists()
    (root / "data" / "search.yml").unlink()
    assert RUN(app, ["schema", "--root", str(root)]).exit_code == 1


def confirm(root: Path, of: str = "") -> None:
    """Say that somebody confirmed the country, with this mark of its lines."""
    path = root / "data" / "helplines" / "zz.yml"
    text = "confirmed:\n  person: A. Person\n  source: own-page\n  day: 2026-11-20\n"
    path.write_text(path.read_text("utf-8") + text + (f"  of: {of}\n" if of else ""), "utf-8")


@pytest.fixture
def mark(root: Path) -> str:
    """The mark of the lines of the country."""
    return load(root)[HELPLINES]["zz"].mark


def test_confirming_says_what_to_open_and_what_to_write(root: Path, mark: str) -> None:
    done = RUN(app, ["confirm", "zz", "--person", "A. Person", "--root", str(root)])
    assert done.exit_code == 0
    said, record = done.output.split("put this at the end of data/helplines/zz.yml:\n\n")
    assert "Example Line: https://example.org/\n   call 0800 123\n" in said
    assert "Once Line: https://example.org/once" in said
    assert "Unsure Line" not in said  # confirming does not show it
    path = root / "data" / "helplines" / "zz.yml"
    path.write_text(path.read_text("utf-8") + record, "utf-8")
    country = load(root)[HELPLINES]["zz"]
    assert country.confirmed_on(date(2026, 11, 22))
    assert record.splitlines()[-1] == f"  of: {mark}"
    again = RUN(app, ["confirm", "zz", "--root", str(root)]).output
    assert "put this in the place of `confirmed` in data/helplines/zz.yml:" in again


def test_a_country_that_is_not_there_cannot_be_confirmed(root: Path) -> None:
    done = RUN(app, ["confirm", "uk", "--root", str(root)])
    assert (done.exit_code, done.output) == (1, "there is no country `uk`; known are: zz\n")


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (
            "",
            "data/helplines/zz.yml:{line}: to confirm the lines as they are now, add `of: {mark}`"
            " below it",
        ),
        (
            "oldoldoldold",
            "data/helplines/zz.yml:{line}: these are not the lines that were confirmed; compare"
            " what changed with the service's own page, then write `of: {mark}` and the new `day`",
        ),
    ],
)
def test_check_says_the_mark_to_write_and_passes(root: Path, mark: str, of: str, said: str) -> None:
    confirm(root, of)
    lines = (root / "data/helplines/zz.yml").read_text("utf-8").splitlines()
    line = lines.index(f"  of: {of}" if of else "confirmed:") + 1
    done = RUN(app, ["check", "--root", str(root)])
    hint = said.format(line=line, mark=mark)
    assert (done.exit_code, done.output) == (0, f"{hint}\nNo problems.\n")
    done = RUN(app, ["check", "--format", "github", "--root", str(root)])
    assert done.output.startswith(f"::notice file=data/helplines/zz.yml,line={line}::")


def test_check_says_nothing_of_lines_that_are_confirmed(root: Path, mark: str) -> None:
    confirm(root, mark)
    assert RUN(app, ["check", "--root", str(root)]).output == "No problems.\n"


def test_copies_are_never_made_with_what_a_preview_shows(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHOW_UNCONFIRMED", "true")
    done = RUN(app, ["build", "--copies", "--root", str(root)])
    assert done.exit_code == 1
    assert "SHOW_UNCONFIRMED is for previews" in done.output
    monkeypatch.setenv("SHOW_UNCONFIRMED", "yes")
    done = RUN(app, ["check", "--root", str(root)])
    assert "SHOW_UNCONFIRMED is `yes`; give true, or leave it out" in done.output


def test_an_empty_folder_is_no_site(tmp_path: Path) -> None:
    done = RUN(app, ["check", "--root", str(tmp_path)])
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        f"{name}:1: the file is missing; the site needs it"
        for name in (
            "docs/index.md",
            "mkdocs.yml",
        )
    ]
