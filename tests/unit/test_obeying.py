"""Whoever obeys the messages of the checker comes to an end, and the end is a file that passes."""

import os
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.problems import Problem
from macros.check import check
from tests.helpers.cases import Case, cases, changed, next_tick
from tests.helpers.projects import SETTINGS, copy_of_fixture
from tests.helpers.remedies import obey

MOST = 12  # messages that one case can give rise to
TEXTS = (".md", ".yml")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the fixture for all cases; each takes its change back."""
    return copy_of_fixture(tmp_path_factory.mktemp("obeying"))


def readable(case: Case) -> bool:
    """Whether the case is a text that an editor shows, and whose own lines have problems."""
    plain = case.hex is None and case.link is None and not case.pipe and case.encoding == "utf-8"
    return plain and case.file.endswith(TEXTS) and case.times == 1 and bool(case.says)


def of(root: Path, file: str) -> tuple[Problem, ...]:
    """The problems of one file."""
    found = check(root, SETTINGS).problems
    return tuple(problem for problem in found if problem.file == PurePosixPath(file))


def follow(root: Path, file: str) -> tuple[list[str], tuple[Problem, ...]]:
    """Obey one message after the other, as long as none takes a thought: the texts that came of it,
    and what is left to say.
    """
    path = root / file
    texts = [path.read_text("utf-8")]
    for _ in range(MOST):
        left = of(root, file)
        mended = (obey(texts[-1], problem.line, problem.message) for problem in left)
        text = next((text for text in mended if text is not None), None)
        if text is None:
            return texts, left
        path.write_text(text, "utf-8")
        os.utime(path, ns=(next_tick(),) * 2)
        assert text not in texts, f"in a circle: {left[0]}"
        texts.append(text)
    raise AssertionError(f"no end: {left[0]}")


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
CASES = [case for case in cases() if readable(case)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_no_message_leads_back_to_another(case: Case, project: Path) -> None:
    with changed(project, case):
        text = (project / case.file).read_text("utf-8")
        said = [obey(text, each.line, each.message) for each in of(project, case.file)]
        texts, left = follow(project, case.file)
    if None not in said and len(texts) > len(said):
        assert bool(left) == (case.id in HIDE_ANOTHER)


def test_the_cases_that_hide_another_are_there() -> None:
    assert {case.id for case in CASES} >= HIDE_ANOTHER
