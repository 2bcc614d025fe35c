"""What a person should look at again."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from macros.__main__ import app
from macros.catalog.load import load
from macros.catalog.reports.due import due
from tests.helpers.projects import confirm_country, copy_of_fixture

OLD = (
    "data/helplines/zz.yml:39: Old Line: expired on 2020-04-04; compare it with the service's own"
    " page, then add that day under `read`"
)

WAITS = (
    "data/helplines/zz.yml:1: Examplia (2.5 million people): not confirmed by a person, 3 of 4"
    " lines are not shown; to confirm it, run: python -m macros confirm zz"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_fixture(tmp_path)


def dates(root: Path, *day: int) -> list[str]:
    """What is due on a day, without the country that waits to be confirmed, which comes last."""
    *found, last = (str(problem) for problem in due(load(root), date(*day)))
    assert last.startswith(WAITS.split(": not", maxsplit=1)[0])
    return found


def test_dates_that_passed_or_soon_will_are_named(root: Path) -> None:
    def lines(ends: str) -> list[str]:
        todo = "compare it with the service's own page, then add that day under `read`"
        first = f"{ends} on 2027-04-05; {todo}"
        return [
            f"data/helplines/zz.yml:7: Examplia, emergency numbers: {first}",
            f"data/helplines/zz.yml:26: Example Line: {first}",
            OLD,
            f"data/helplines/zz.yml:52: Unsure Line: {first}",
            f"data/helplines/zz.yml:71: Once Line: {first}",
        ]

    assert dates(root, 2026, 11, 22) == [OLD]
    assert dates(root, 2027, 3, 5) == [OLD]
    assert dates(root, 2027, 3, 6) == lines("expires")
    assert dates(root, 2027, 4, 4) == lines("expires")
    assert dates(root, 2027, 4, 5) == lines("expired")


def test_a_page_is_read_again_after_a_year(root: Path) -> None:
    page = root / "docs" / "index.md"
    page.write_text(page.read_text("utf-8").replace("title: ", "reviewed: 2026-01-10\ntitle: ", 1))
    assert dates(root, 2026, 12, 10) == [OLD]
    assert dates(root, 2026, 12, 11) == [
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
    assert dates(root, 2026, 11, 22) == [OLD, line]
    study.write_text(study.read_text("utf-8") + "retracted: 2020-05-18\n", "utf-8")
    assert dates(root, 2026, 11, 22) == [OLD]


def test_a_page_that_is_not_kept_yet_is_named(root: Path) -> None:
    (root / "docs" / "new.md").write_text("---\ntitle: New\nsummary: It is new.\n---\nHello.\n")
    assert dates(root, 2026, 11, 22) == [
        "data/addresses.yml:1: `new.md` is not among the addresses that are kept; add it once it is"
        " published",
        OLD,
    ]


def test_a_country_that_is_not_kept_yet_is_named(root: Path) -> None:
    rules = root / "data" / "editorial.yml"
    rules.write_text(rules.read_text("utf-8").replace("countries: [zz]", "countries: []"), "utf-8")
    assert dates(root, 2026, 11, 22) == [
        "data/editorial.yml:8: `zz` is not among the countries that are kept; add it once it is"
        " published",
        OLD,
    ]


def test_numbers_whose_day_nobody_noted_are_named(root: Path) -> None:
    country = root / "data" / "helplines" / "zz.yml"
    country.write_text(
        country.read_text("utf-8").replace("table, day: 2026-10-07", "table", 1), "utf-8"
    )
    assert dates(root, 2026, 11, 22) == [
        "data/helplines/zz.yml:2: Examplia, emergency numbers: without the day of their source;"
        " compare it with the service's own page, then add that day under `read`",
        OLD,
    ]


def test_the_command_prints_lines_or_links(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.check.MOMENT", 0)  # files are looked at again at once
    run = CliRunner().invoke
    assert run(app, ["due", "--root", str(root)]).output == f"{OLD}\n{WAITS}\n"
    address = "https://example.org/edit/main"
    file, message = "data/helplines/zz.yml", OLD.split(":39: ")[1]
    assert run(app, ["due", "--root", str(root), "--address", address]).output == (
        f"- [ ] [{file}]({address}/{file}): {message}\n"
        f"- [ ] [{file}]({address}/{file}): {WAITS.split(':1: ')[1]}\n"
    )
    confirm_country(root)
    assert run(app, ["due", "--root", str(root)]).output == "Nothing is due.\n"


def test_a_claim_is_searched_again_after_a_year(root: Path) -> None:
    claim = root / "data" / "claims" / "magic.yml"
    claim.write_text(claim.read_text("utf-8").replace("2026-11-20", "2026-01-10"), "utf-8")
    assert dates(root, 2026, 12, 10) == [OLD]
    assert dates(root, 2026, 12, 11) == [
        "data/claims/magic.yml:5: new studies were last searched for on 2026-01-10; search again,"
        " then set `searched`",
        OLD,
    ]


def test_countries_wait_in_the_order_of_their_people(root: Path) -> None:
    text = (root / "data/helplines/zz.yml").read_text("utf-8")
    for code, people in {"aq": "population: 1000", "be": "population: 7.5", "is": ""}.items():
        more = text.replace("population: 2.5", people).replace("Examplia", f"Land {code}")
        more = more.replace("zones: [Example/Town]\n", "")
        (root / f"data/helplines/{code}.yml").write_text(more, "utf-8")
    last = [str(problem) for problem in due(load(root), date(2026, 11, 22))][-4:]
    assert [line.split(": not")[0].split(":1: ")[1] for line in last] == [
        "Land aq (1,000 million people)",
        "Land be (7.5 million people)",
        "Examplia (2.5 million people)",
        "Land is",
    ]


def test_a_confirmed_country_waits_again_when_its_word_is_old_or_its_lines_are_others(
    root: Path,
) -> None:
    confirm_country(root)

    def waits(*day: int) -> list[str]:
        return [str(problem) for problem in due(load(root), date(*day)) if problem.line == 1]

    assert waits(2026, 11, 22) == waits(2027, 5, 18) == []
    assert len(waits(2027, 5, 19)) == 1  # 180 days after
    path = root / "data/helplines/zz.yml"
    path.write_text(path.read_text("utf-8").replace("cost: Free", "cost: Dear"), "utf-8")
    assert waits(2026, 11, 22) == [WAITS]
