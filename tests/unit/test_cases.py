"""Each case of tests/cases: one change of the fixture site, and exactly the lines it must give.
Whoever obeys them comes to an end, and the end is a file that passes.

One alone: pytest tests/unit/test_cases.py -k practice/no-minutes-at-all
"""

import os
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.problems import Problem
from macros.check import check
from tests.helpers.cases import Case, cases, changed, next_tick
from tests.helpers.projects import SETTINGS, copy_of_fixture, problems_of_languages
from tests.helpers.remedies import obey

MOST = 12  # messages that one case can give rise to
TEXTS = (".md", ".yml")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the fixture for all cases; each takes its change back."""
    return copy_of_fixture(tmp_path_factory.mktemp("cases"))


def problems(root: Path) -> tuple[Problem, ...]:
    """Everything that the checker says of a project."""
    return check(root, SETTINGS).problems


def readable(case: Case) -> bool:
    """Whether the case is a text that an editor shows, and whose own lines have problems."""
    plain = case.hex is None and case.link is None and not case.pipe and case.encoding == "utf-8"
    return plain and case.file.endswith(TEXTS) and case.times == 1 and bool(case.says)


# Cases whose messages can all be obeyed, and then give way to one that takes a thought.
HIDE_ANOTHER = {
    "invisible/braces-around-an-invisible-space",
    "invisible/marks-of-byte-order-before-a-command",
    "page/a-second-title-in-a-list",
    "page/a-second-title-in-a-quotation",
    "practice/a-dash-for-a-list-without-its-space",
    "sizes/a-number-without-end",
    "study/authors-as-one-text",
    "study/a-mapping-for-text",
    "study/a-size-that-no-picture-holds",
    "yaml/a-yes-for-true",
    "yaml/a-number-that-builders-read-otherwise",
    "yaml/a-number-that-is-none",
    "yaml/a-number-above-all",
    "yaml/a-number-by-sixties",
    "yaml/a-time-beyond-time",
}


def in_file(file: str, said: tuple[Problem, ...]) -> list[Problem]:
    """The problems of one file."""
    return [problem for problem in said if problem.file == PurePosixPath(file)]


def obey_all(root: Path, case: Case, said: tuple[Problem, ...]) -> None:
    """Obey one message after the other, as long as none takes a thought."""
    path, left = root / case.file, in_file(case.file, said)
    texts = [path.read_text("utf-8")]
    answers = [obey(texts[0], each.line, each.message) for each in left]
    for _ in range(MOST):
        mended = (obey(texts[-1], each.line, each.message) for each in left)
        text = next((text for text in mended if text is not None), None)
        if text is None:
            break
        assert text not in texts, f"in a circle: {left[0]}"
        path.write_text(text, "utf-8")
        os.utime(path, ns=(next_tick(),) * 2)
        texts.append(text)
        left = in_file(case.file, problems(root))
    else:
        raise AssertionError(f"no end: {left[0]}")
    if None not in answers and len(texts) > len(answers):
        assert bool(left) == (case.id in HIDE_ANOTHER)


def test_the_fixture_has_no_problem(project: Path) -> None:
    assert problems(project) == ()


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_case(case: Case, project: Path) -> None:
    with changed(project, case):
        if case.of_languages:
            assert problems_of_languages(project) == list(case.says)
            return
        said = problems(project)
        assert [*map(str, said)] == list(case.says)
        if readable(case):
            obey_all(project, case, said)


def test_the_cases_that_hide_another_are_there() -> None:
    assert {case.id for case in cases() if readable(case)} >= HIDE_ANOTHER


def test_a_change_is_taken_back(project: Path) -> None:
    before = problems(project), sorted(project.rglob("*"))
    for case in cases()[::50]:
        with changed(project, case):
            pass
        assert (problems(project), sorted(project.rglob("*"))) == before


def test_every_case_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(case.id for case in cases()).items() if times > 1] == []


def test_no_two_cases_make_the_same_change() -> None:
    changes = Counter(
        (case.file, case.find, case.write, case.front, case.hex, case.link) for case in cases()
    )
    assert [change for change, times in changes.items() if times > 1] == []
