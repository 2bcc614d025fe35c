"""What people who write for the first time get wrong, and what only looks odd."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.check import check
from tests.helpers.projects import FIXTURE, ROOT, copy_of_fixture
from tests.unit.test_mutations import MUTATIONS

TEXTS = sorted(
    path.relative_to(FIXTURE).as_posix()
    for path in FIXTURE.rglob("*")
    if path.suffix in (".md", ".yml")
)
# What text of any kind is made of, and what makes trouble in YAML, Markdown, Jinja and HTML.
PIECES = st.text(max_size=20) | st.sampled_from(
    [
        *("{{", "}}", "{%", "%}", "{#", "{", "}", "[", "]", "(", ")", "<", ">", "&", "*", "!"),
        *(
            "---\n",
            "...\n",
            "- ",
            ": ",
            "? ",
            "| ",
            "> ",
            "\t",
            "\n",
            "\r",
            "\x00",
            "\u2028",
            "\ufeff",
        ),
        *("&a ", "*a ", "<<: ", "!!python/object:os.system ", "!x ", "%YAML 1.1\n", "0o7", "1e999"),
        *("```\n", "~~~\n", "    ", "[^a]", "[^a]: ", "[a]: b\n", "![", "](", "javascript:", "://"),
        *(
            "<script>",
            "<!--",
            "-->",
            "&#x3c;",
            "\\",
            "`",
            '"',
            "'",
            "FILL IN",
            "<<<<<<< ",
            "9" * 400,
        ),
        *("([a-z]+)+$", "(" * 200, "[" * 200, "{{ pause(" * 50, "> " * 100, "\u202e", "\ud800"),
    ]
)


def cases(name: str) -> list[Any]:
    """The entries of a list of changes, each under its name."""
    entries = yaml.safe_load((ROOT / "tests" / "cases" / name).read_text("utf-8"))
    return [pytest.param(entry, id=entry["name"]) for entry in entries]


def changed(folder: Path, change: dict[str, Any]) -> Path:
    """The fixture site with one change."""
    root = copy_of_fixture(folder)
    path = root / change["file"]
    if "find" in change:
        text = path.read_text("utf-8")
        assert change["find"] in text, "the fixture holds this no longer"
        path.write_text(text.replace(change["find"], change["write"], 1), "utf-8")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(change["write"], "utf-8")
    return root


@pytest.mark.parametrize("change", cases("mistakes.yml"))
def test_a_mistake_gives_its_lines(change: dict[str, Any], tmp_path: Path) -> None:
    assert [str(problem) for problem in check(changed(tmp_path, change))[1]] == change["says"]


@pytest.mark.parametrize("change", cases("oddities.yml"))
def test_an_oddity_passes(change: dict[str, Any], tmp_path: Path) -> None:
    assert [str(problem) for problem in check(changed(tmp_path, change))[1]] == []


def test_there_are_enough_of_both() -> None:
    assert len(cases("mistakes.yml")) >= 100
    assert len(cases("oddities.yml")) >= 30
    assert len(MUTATIONS) >= 200


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_no_text_makes_the_checker_crash(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = copy_of_fixture(tmp_path_factory.mktemp("any"))
    path = root / data.draw(st.sampled_from(TEXTS))
    text = path.read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    path.write_text(text, "utf-8", errors="surrogatepass", newline="")
    for problem in check(root)[1]:
        line = str(problem)
        assert "\n" not in line
        assert line.startswith(f"{problem.file}:{problem.line}: ")
        assert 1 <= problem.line <= text.count("\n") + 500
