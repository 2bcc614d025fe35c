"""What the report counts of our sentences."""

from pathlib import Path

from macros.catalog.load import load
from macros.catalog.reports.habits import lines
from tests.helpers.projects import copy_of_fixture

PRACTICE = "docs/practices/{}.md"


def table(root: Path) -> dict[str, list[str]]:
    """The cells of each row of the first table, by kind of page."""
    rows = [line.strip("| ").split(" | ") for line in lines(load(root)) if line.startswith("| ")]
    return {row[0]: row[1:] for row in rows[1:]}


def test_habits_are_counted_by_kind_of_page(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    for path in (root / "docs/practices").glob("*.md"):
        if path.stem != "index":
            front, _, _ = path.read_text("utf-8").partition("{{ practice_facts() }}")
            path.write_text(
                f"{front}## Steps\n\n1. Don't. It's not somebody's.\n\n"
                "## Leave it if\n\n- nobody can say why.\n"
            )
    words, negations, contractions, body, cautions = table(root)["practices (2)"]
    assert (words, body, cautions) == ("8", "2", "50%")
    assert (negations, contractions) == ("500.0", "500.0")


def test_runs_that_many_pages_share_are_listed(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    for number in range(4):
        text = (
            f"---\ntitle: Tea {number}\nsummary: Tea.\n---\nOne two three four five six. {number}"
        )
        (root / f"docs/tea-{number}.md").write_text(text)
    found = list(lines(load(root)))
    start = next(number for number, line in enumerate(found) if "runs of 6 words" in line)
    assert found[start : start + 3] == [
        "1 runs of 6 words on more than 3 pages.",
        "  4 pages: one two three four five six",
        "",
    ]
