"""Each case of tests/cases: one change of the fixture site, and exactly the lines it must give.

One alone: pytest tests/unit/test_cases.py -k practice/no-minutes-at-all
"""

from collections import Counter
from pathlib import Path

import pytest

from tests.helpers.cases import Case, cases, changed
from tests.helpers.projects import copy_of_fixture, problems, problems_of_languages


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the fixture for all cases; each takes its change back."""
    return copy_of_fixture(tmp_path_factory.mktemp("cases"))


def lines(root: Path) -> list[str]:
    return problems(root)


def test_the_fixture_has_no_problem(project: Path) -> None:
    assert lines(project) == []


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_case(case: Case, project: Path) -> None:
    with changed(project, case):
        found = problems_of_languages(project) if case.of_languages else lines(project)
        assert found == list(case.says)


def test_a_change_is_taken_back(project: Path) -> None:
    before = lines(project), sorted(project.rglob("*"))
    for case in cases()[::50]:
        with changed(project, case):
            pass
        assert (lines(project), sorted(project.rglob("*"))) == before


def test_every_case_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(case.id for case in cases()).items() if times > 1] == []


def test_no_two_cases_make_the_same_change() -> None:
    changes = Counter(
        (case.file, case.find, case.write, case.front, case.hex, case.link) for case in cases()
    )
    assert [change for change, times in changes.items() if times > 1] == []
