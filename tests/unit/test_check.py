"""The checker has lines for whatever text it meets, and never crashes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.check import check
from tests.helpers.cases import Case, changed
from tests.helpers.projects import FIXTURE, SETTINGS, copy_of_fixture

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


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the fixture for all examples; each takes its change back."""
    return copy_of_fixture(tmp_path_factory.mktemp("check"))


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_no_text_makes_the_checker_crash(project: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(TEXTS))
    text = (FIXTURE / file).read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    bytes = text.encode("utf-8", errors="surrogatepass")
    with changed(project, Case("check", "any", file, hex=bytes.hex())):
        problems = check(project, SETTINGS).problems
    for problem in problems:
        line = str(problem)
        assert "\n" not in line
        assert line.startswith(f"{problem.file}:{problem.line}: ")
        assert 1 <= problem.line <= text.count("\n") + 500
