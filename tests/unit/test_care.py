"""Pages that speak of what can hurt, or for people in grief or worn out, carry the care card."""

from pathlib import Path

import pytest
import re2

from macros.catalog.models.search import fold
from tests.helpers.projects import copy_of_fixture, problems, real_catalog

PRACTICE = Path("docs/practices/wave-to-a-neighbor.md")


LINE = f"{PRACTICE}:6: a page for people who are grieving needs {{{{ care_card() }}}} on it"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which the practice is for people who grieve, and pages for them need help."""
    root = copy_of_fixture(tmp_path)
    change(root / "data/terms.yml", "needs:", "needs:\n  grieving: A loss.")
    change(root / "data/editorial.yml", "  categories:", "  needs: [grieving]\n  categories:")
    change(root / PRACTICE, "tags: [lonely]", "tags: [lonely, grieving]")
    answers = (root / "docs/needs/lonely.md").read_text("utf-8")
    answers = answers.replace('"lonely"', '"grieving"').replace("are lonely", "are in grief")
    answers = answers.replace("wave-to-a-neighbor", "sit-for-a-minute")
    (root / "docs/needs/grieving.md").write_text(answers, "utf-8")
    change(root / "docs/practices/sit-for-a-minute.md", "[angry, lonely]", "[angry, grieving]")
    change(root / "docs/needs/angry.md", "sit-for-a-minute", "wave-to-a-neighbor")
    change(root / PRACTICE, "tags: [lonely,", "tags: [lonely, angry,")
    return root


def change(path: Path, old: str, new: str) -> None:
    """Write another text in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_foot_of_a_practice_is_help_enough_for_people_who_grieve(root: Path) -> None:
    assert [line for line in problems(root) if "grieving needs" in line] == []


def test_without_it_a_page_for_them_needs_the_care_card(root: Path) -> None:
    change(root / "data/editorial.yml", "  frame: [practice_end]\n", "")
    assert LINE in problems(root)
    change(root / PRACTICE, "## Why it may help", "{{ care_card() }}\n\n## Why it may help")
    assert LINE not in problems(root)


def test_words_of_danger_need_the_card_whatever_the_frame_says(root: Path) -> None:
    change(root / PRACTICE, "Whether it lasts.", "Whether it lasts after abuse.")
    assert any("speaks of `abuse` without help beside it" in line for line in problems(root))


@pytest.mark.parametrize(
    "text",
    [
        "self harm",
        "Self-injury",
        "cutting yourself",
        "she cuts herself",
        "rape",
        "He raped her.",
        "domestic violence",
        "a violent partner",
        "partner violence",
        "ending your life",
        "ended her own life",
        "taking one\u2019s own life",
        "they want to die",
        "abusing",
        "sexual assault",
        "killing yourself",
        "strangled",
        "suicidal",
    ],
)
def test_words_bring_the_care_card_in_all_their_forms(text: str) -> None:
    words = real_catalog().editorial.care.words
    assert words is not None
    assert re2.search(words, fold(text))


@pytest.mark.parametrize(
    "text",
    ["cutting bread", "grapes", "therapist", "end the day", "change your life", "a drape", "harm"],
)
def test_other_words_do_not(text: str) -> None:
    words = real_catalog().editorial.care.words
    assert words is not None
    assert not re2.search(words, fold(text))
