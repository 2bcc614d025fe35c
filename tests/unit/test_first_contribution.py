"""The page on the first contribution changes a sentence that stands in a practice."""

from tests.pictures import STEPS, example


def test_the_example_is_a_sentence_of_a_practice() -> None:
    shown = example()
    assert shown.heading
    assert shown.before != shown.after
    assert shown.before[:40] == shown.after[:40]
    assert {path.stem for path in STEPS.glob("*.png")} == {"foot", "before", "after"}
