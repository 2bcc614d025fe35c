"""Pages that speak of what can hurt, or for people in grief or worn out, carry the care card."""

from pathlib import Path

import pytest
import re2

from macros.catalog.load import load
from macros.catalog.models.search import fold
from tests.helpers.projects import ROOT, copy_of_fixture, problems

PRACTICE = Path("docs/practices/wave-to-a-neighbor.md")


def test_a_practice_for_grieving_people_needs_the_care_card(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    terms = root / "data" / "terms.yml"
    terms.write_text(
        terms.read_text("utf-8").replace("needs:", "needs:\n  grieving: A loss."), "utf-8"
    )
    rules = root / "data" / "editorial.yml"
    text = rules.read_text("utf-8").replace("  categories:", "  needs: [grieving]\n  categories:")
    rules.write_text(text, "utf-8")
    answers = (root / "docs" / "needs" / "lonely.md").read_text("utf-8")
    answers = answers.replace('"lonely"', '"grieving"').replace("are lonely\n", "are in grief\n")
    answers = answers.replace("you are lonely.", "you are in grief.")
    answers = answers.replace("{{ answer", "{{ care_card() }}\n\n{{ answer")
    (root / "docs" / "needs" / "grieving.md").write_text(answers, "utf-8")
    page = root / PRACTICE
    page.write_text(page.read_text("utf-8").replace("tags: [lonely]", "tags: [grieving]"), "utf-8")
    line = f"{PRACTICE}:4: a page for people who are grieving needs {{{{ care_card() }}}} on it"
    assert problems(root) == [line]
    text = page.read_text("utf-8").replace(
        "## Why it may help", "{{ care_card() }}\n\n## Why it may help"
    )
    page.write_text(text, "utf-8")
    assert problems(root) == []


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
    words = load(ROOT).editorial.care.words
    assert words is not None
    assert re2.search(words, fold(text))


@pytest.mark.parametrize(
    "text",
    ["cutting bread", "grapes", "therapist", "end the day", "change your life", "a drape", "harm"],
)
def test_other_words_do_not(text: str) -> None:
    words = load(ROOT).editorial.care.words
    assert words is not None
    assert not re2.search(words, fold(text))
