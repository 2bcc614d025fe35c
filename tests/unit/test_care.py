"""Pages for people in grief or worn out carry the care card."""

from pathlib import Path

from macros.check import check
from tests.helpers.projects import copy_of_fixture

PRACTICE = Path("docs/practices/wave-to-a-neighbor.md")


def test_a_practice_for_grieving_people_needs_the_care_card(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    terms = root / "data" / "terms.yml"
    terms.write_text(
        terms.read_text("utf-8").replace("needs:", "needs:\n  grieving: A loss."), "utf-8"
    )
    answers = (root / "docs" / "needs" / "lonely.md").read_text("utf-8")
    answers = answers.replace('"lonely"', '"grieving"').replace("are lonely\n", "are in grief\n")
    answers = answers.replace("you are lonely.", "you are in grief.")
    answers = answers.replace("{{ answer", "{{ care_card() }}\n\n{{ answer")
    (root / "docs" / "needs" / "grieving.md").write_text(answers, "utf-8")
    page = root / PRACTICE
    page.write_text(page.read_text("utf-8").replace("tags: [lonely]", "tags: [grieving]"), "utf-8")
    line = f"{PRACTICE}:4: a page for people who are grieving needs {{{{ care_card() }}}} on it"
    assert [str(problem) for problem in check(root)[1]] == [line]
    text = page.read_text("utf-8").replace(
        "## Why it may help", "{{ care_card() }}\n\n## Why it may help"
    )
    page.write_text(text, "utf-8")
    assert check(root)[1] == ()
