"""Rules of wording: what they read of a text."""

from macros.catalog.checks.wording import Rules
from macros.catalog.models.words import Rule

RULE = Rule(
    pattern=r"\bit's all in your head\b",
    severity="error",
    why="It blames.",
    instead=["it hurts"],
    matches=["It's all in your head."],
)


def test_a_curled_apostrophe_is_an_apostrophe() -> None:
    rules = Rules({"blame": RULE})
    for text in ("It's all in your head.", "It’s all in your head."):
        assert [(id, position) for id, _, position, _ in rules.find(text)] == [("blame", 0)]
