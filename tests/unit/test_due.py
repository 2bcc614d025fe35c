"""What a person should look at again."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from macros.__main__ import app
from macros.catalog.load import load
from macros.catalog.reports.due import due
from tests.helpers.projects import copy_of_fixture

OLD = (
    "data/helplines/zz.yml:40: Old Line: expired on 2020-04-04; compare it with the service's own"
    " page, then set `checked`"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_fixture(tmp_path)


def test_dates_that_passed_or_soon_will_are_named(root: Path) -> None:
    def found(*day: int) -> list[str]:
        return [str(problem) for problem in due(load(root), date(*day))]

    def lines(ends: str) -> list[str]:
        todo = "compare it with the service's own page, then set `checked`"
        first = f"{ends} on 2027-04-05; {todo}"
        return [
            f"data/helplines/zz.yml:8: Examplia, emergency numbers: {first}",
            f"data/helplines/zz.yml:27: Example Line: {first}",
            OLD,
            f"data/helplines/zz.yml:53: Unsure Line: {first}",
        ]

    assert found(2026, 11, 22) == [OLD]
    assert found(2027, 3, 5) == [OLD]
    assert found(2027, 3, 6) == lines("expires")
    assert found(2027, 4, 4) == lines("expires")
    assert found(2027, 4, 5) == lines("expired")


def test_a_page_is_read_again_after_a_year(root: Path) -> None:
    page = root / "docs" / "index.md"
    page.write_text(page.read_text("utf-8").replace("title: ", "reviewed: 2026-01-10\ntitle: ", 1))
    assert [str(problem) for problem in due(load(root), date(2026, 12, 10))] == [OLD]
    assert [str(problem) for problem in due(load(root), date(2026, 12, 11))] == [
        OLD,
        "docs/index.md:2: Example: last read through on 2026-01-10; read it again, then set"
        " `reviewed`",
    ]


def test_a_withdrawn_study_is_named_until_it_says_so(root: Path) -> None:
    study = root / "data" / "studies" / "lark2020.yml"
    notices = root / "data" / "retractions.yml"
    notices.write_text(notices.read_text("utf-8").replace("10.1234/gull", "10.1234/EXAMPLE.2020"))
    line = (
        "data/studies/lark2020.yml:1: withdrawn on 2020-05-18; set `retracted`, and look at what"
        " rests on it"
    )
    assert [str(problem) for problem in due(load(root), date(2026, 11, 22))] == [OLD, line]
    study.write_text(study.read_text("utf-8") + "retracted: 2020-05-18\n", "utf-8")
    assert [str(problem) for problem in due(load(root), date(2026, 11, 22))] == [OLD]


def test_a_page_that_is_not_kept_yet_is_named(root: Path) -> None:
    (root / "docs" / "new.md").write_text("---\ntitle: New\nsummary: It is new.\n---\nHello.\n")
    assert [str(problem) for problem in due(load(root), date(2026, 11, 22))] == [
        "data/addresses.yml:1: `new.md` is not among the addresses that are kept; add it once it is"
        " published",
        OLD,
    ]


def test_a_country_that_is_not_kept_yet_is_named(root: Path) -> None:
    rules = root / "data" / "editorial.yml"
    rules.write_text(rules.read_text("utf-8").replace("countries: [zz]", "countries: []"), "utf-8")
    assert [str(problem) for problem in due(load(root), date(2026, 11, 22))] == [
        "data/editorial.yml:8: `zz` is not among the countries that are kept; add it once it is"
        " published",
        OLD,
    ]


def test_numbers_whose_day_nobody_noted_are_named(root: Path) -> None:
    country = root / "data" / "helplines" / "zz.yml"
    country.write_text(
        country.read_text("utf-8").replace("  checked: 2026-10-07\n", "", 1), "utf-8"
    )
    assert [str(problem) for problem in due(load(root), date(2026, 11, 22))] == [
        "data/helplines/zz.yml:2: Examplia, emergency numbers: without the day of their source;"
        " compare it with the service's own page, then set `checked`",
        OLD.replace(":40:", ":39:"),
    ]


def test_the_command_prints_lines_or_links(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.check.MOMENT", 0)  # files are looked at again at once
    run = CliRunner().invoke
    assert run(app, ["due", "--root", str(root)]).output == f"{OLD}\n"
    address = "https://example.org/edit/main"
    file, message = "data/helplines/zz.yml", OLD.split(":40: ")[1]
    assert run(app, ["due", "--root", str(root), "--address", address]).output == (
        f"- [ ] [{file}]({address}/{file}): {message}\n"
    )
    lines = root / file
    lines.write_text(lines.read_text("utf-8").replace("2019-10-07", "2026-10-07"), "utf-8")
    assert run(app, ["due", "--root", str(root)]).output == "Nothing is due.\n"


def test_a_claim_is_searched_again_after_a_year(root: Path) -> None:
    claim = root / "data" / "claims" / "magic.yml"
    claim.write_text(claim.read_text("utf-8").replace("2026-11-20", "2026-01-10"), "utf-8")
    assert [str(problem) for problem in due(load(root), date(2026, 12, 10))] == [OLD]
    assert [str(problem) for problem in due(load(root), date(2026, 12, 11))] == [
        "data/claims/magic.yml:5: new studies were last searched for on 2026-01-10; search again,"
        " then set `searched`",
        OLD,
    ]
