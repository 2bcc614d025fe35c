"""The door for people: what the commands print and return."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from macros.__main__ import app
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


def test_publishing_waits_for_a_person(root: Path) -> None:
    done = RUN(app, ["publishable", "--root", str(root)])
    assert done.exit_code == 1
    assert "nobody has yet opened each helpline's own page" in done.output


def test_publishing_goes_on_once_a_person_has_confirmed(root: Path) -> None:
    text = "person: A. Person\nopened: 2026-12-01\nstatement: I opened every page.\n"
    (root / "data" / "confirmation.yml").write_text(text, "utf-8")
    done = RUN(app, ["publishable", "--root", str(root)])
    assert (done.exit_code, done.output) == (0, "Confirmed by A. Person on 2026-12-01.\n")


def test_publishing_stops_at_problems(root: Path) -> None:
    (root / "data" / "confirmation.yml").write_text("person: A. Person\n", "utf-8")
    assert RUN(app, ["publishable", "--root", str(root)]).exit_code == 1


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
