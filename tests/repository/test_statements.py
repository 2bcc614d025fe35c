"""What tests say they prove stands on the accessibility statement or on the privacy page.

A test quotes the sentence that it proves: `@pytest.mark.proves("Search needs scripts.")`. Whoever
changes the sentence finds the test here. A sentence that no program can prove is quoted nowhere.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros.catalog.reports.sentences import sentences
from tests.helpers.projects import ROOT, real_catalog

PAGES = ("docs/about/accessibility.md", "docs/about/privacy.md")
MARK = "pytest.mark.proves"
_END = re.compile(r"(?<=[.?!])[\"”)]?\s+(?=[A-Z“\"])")


def said() -> set[str]:
    """Every sentence of both pages."""
    readings = real_catalog().texts
    blocks = [text for page in PAGES for text in sentences(readings[PurePosixPath(page)])]
    return {sentence for block in blocks for sentence in _END.split(block)}


def quoted(path: Path) -> Iterator[tuple[str, str]]:
    """Each sentence that a test in a file says it proves, with where it says so."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == MARK:
            for argument in node.args:
                where = f"{path.relative_to(ROOT)}:{argument.lineno}"
                yield where, ast.literal_eval(argument)


def gone(quotes: list[tuple[str, str]], sentences: set[str]) -> list[str]:
    return [
        f"{where}: no longer said: {quote}" for where, quote in quotes if quote not in sentences
    ]


def test_what_tests_prove_is_still_said() -> None:
    quotes = [quote for path in (ROOT / "tests").rglob("test_*.py") for quote in quoted(path)]
    assert len(quotes) > 80
    assert gone(quotes, said()) == []


def test_the_oldest_browsers_are_told_as_scripts_and_styles_are_held_to_them() -> None:
    lines = (ROOT / ".browserslistrc").read_text("utf-8").splitlines()
    *others, last = [line for line in lines if line and not line.startswith("#")]
    browsers = f"{', '.join(others)} and that of {last}"
    assert f"The oldest browsers that Ripple is made for are {browsers}." in said()


def test_a_quote_of_what_nobody_says_is_found() -> None:
    quotes = [*quoted(Path(__file__))]
    assert quotes == []  # a quote in a docstring is none
    assert gone([("here:1", "We sing."), ("here:2", "We hum.")], {"We hum."}) == [
        "here:1: no longer said: We sing."
    ]
