"""Words of danger in another language: how many phrases show the card, and how many for nothing."""

from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from macros.catalog.checks.danger_rules import DangerRules
from macros.catalog.kinds import DANGER, SEARCH, WORD_CLASSES, Kind
from macros.catalog.models.search import Danger, Search, WordClass
from macros.languages.drift import KEY
from tests.helpers.projects import ROOT

QUESTIONS = ROOT / "tests" / "questions"
SHARES = yaml.safe_load((QUESTIONS / "danger-shares-es.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def rules() -> DangerRules:
    """The rules of the Spanish files, which stand for themselves and translate nothing."""

    def given(kind: Kind[Any]) -> Any:
        data = yaml.safe_load((ROOT / "languages" / "es" / kind.file()).read_text("utf-8"))
        return {key: value for key, value in data.items() if key != KEY}

    classes = TypeAdapter(dict[str, WordClass]).validate_python(given(WORD_CLASSES))
    dangers = TypeAdapter(dict[str, Danger]).validate_python(given(DANGER))
    return DangerRules(Search.model_validate(given(SEARCH)), classes, dangers)


@pytest.mark.parametrize("name", SHARES)
def test_words_of_danger_are_heard_and_harmless_ones_are_not(name: str, rules: DangerRules) -> None:
    phrases = yaml.safe_load((QUESTIONS / f"danger-{name}.yml").read_text("utf-8"))
    danger = [phrase for kind in phrases["danger"].values() for phrase in kind]
    for texts, least, most in (
        (danger, SHARES[name]["shown"], 1),
        (phrases["harmless"], 0, SHARES[name]["wrong"]),
    ):
        shown = sum(bool(rules.dangers(text)) for text in texts) / len(texts)
        # Phrases that are only counted are named by nobody, not even here.
        assert least <= shown <= most, f"{shown} of {len(texts)} shown"
