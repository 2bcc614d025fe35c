"""Words that may mean danger, as they are read in Python."""

import pytest

from macros.catalog.checks.danger_rules import DangerRules, windows
from macros.catalog.checks.danger_words import Mark, plural, slip, verb_forms
from macros.catalog.kinds import DANGER, SEARCH, WORD_CLASSES
from macros.catalog.load import load
from macros.catalog.models.search import normalize
from tests.helpers.projects import copy_of_fixture


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> DangerRules:
    """The rules of the tiny site."""
    catalog = load(copy_of_fixture(tmp_path_factory.mktemp("danger")))
    search = catalog.only(SEARCH)
    assert search is not None
    return DangerRules(search, catalog[WORD_CLASSES], catalog[DANGER])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I can\u2019t  SLEEP!!", "i cant sleep"),
        ("I can\u00b4t, can\uff07t", "i cant cant"),
        ("sooooo tired...", "so tired"),
        ("caf\u00e9", "cafe"),
        ("sui\u00adci\u200bde\ufeff", "suicide"),
        ("\uff57\uff41\uff4e\uff54 to \U0001d5f1ie", "want to die"),
        ("\ufb01ght", "fight"),
        ("?!", ""),
    ],
)
def test_what_is_typed_is_read_plainly(typed: str, read: str) -> None:
    assert normalize(typed) == read


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("myslef", True),  # swapped
        ("mysel", True),  # missing
        ("mysself", True),  # too many
        ("mydelf", True),  # wrong
        ("mylsfe", False),
        ("yourself", False),
        ("nyself", False),  # another first letter is another word
    ],
)
def test_one_slip_of_the_finger(word: str, one: bool) -> None:
    assert slip(word, "myself") is one


def test_verbs_and_nouns_have_their_forms() -> None:
    assert verb_forms("stab") == ["stab", "stabs", "stabbed", "stabbing", "stabbin"]
    assert verb_forms("strangle")[1:4] == ["strangles", "strangled", "strangling"]
    assert verb_forms("beat")[3] == "beating"
    assert verb_forms("bury")[1:4] == ["buries", "buried", "burying"]
    assert verb_forms("punch")[1] == "punches"
    assert [plural(noun) for noun in ("baby", "boy", "bus")] == ["babies", "boys", "buses"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("su1c1de", ["suicide"]),
        ("su*cide", ["suicide"]),
        ("suic!de", ["suicide"]),
        ("su\u00a1cide.", ["su", "cide"]),
        ("suuuicide", ["suicide"]),
        ("suicdie", ["suicide"]),
        ("hehitsme", ["he", "hits", "me"]),
        ("20mg", ["20", "mg"]),
        ("he\U0001f44ame", ["he", "\U0001f44a", "me"]),
        ("wanna", ["want", "to"]),
        ("other", ["other"]),
    ],
)
def test_words_are_read_as_they_are_meant(
    reader: DangerRules, typed: str, words: list[str]
) -> None:
    assert reader.vocabulary.read(typed) == words


def test_a_class_holds_its_parts_and_a_window_its_words(reader: DangerRules) -> None:
    assert reader.dangers("he hits me") == ["harm"]
    assert reader.dangers("he \U0001f44a me") == ["harm"]
    assert reader.dangers("me hits he") == []  # another order
    assert reader.dangers("die i want to") == ["harm"]  # any order
    assert reader.dangers("he really really really hits me") == []  # too far
    assert reader.found("she hits me up") == ["sayings"]
    assert reader.dangers("she hits me up, he hits me") == ["harm"]
    assert reader.dangers("he hits me lightly") == []
    assert reader.dangers("he hits me very lightly") == ["harm"]  # too far to excuse it


def test_the_time_grows_as_the_text_does() -> None:
    steps = [["A"], ["B"], ["C"], ["D"], ["E"]]

    class Counted(frozenset[str]):
        """Names that count how often they are looked at."""

        looks = 0

        def isdisjoint(self, other: object) -> bool:
            Counted.looks += 1
            return super().isdisjoint(other)  # type: ignore[arg-type]

    def looks(length: int) -> int:
        Counted.looks = 0
        marks = [Mark(n, n, Counted("ABCDE")) for n in range(length)]
        assert list(windows(steps, marks, in_order=False, within=5))
        return Counted.looks

    assert looks(400) == 4 * looks(100)
