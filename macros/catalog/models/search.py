"""Words of search: what people type, what means the same, what may mean danger."""

import re
import unicodedata
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from macros.catalog.models.fields import OWN_WORDS, Key, PlainText, Record, fault

_APOSTROPHES = re.compile(r"['`\u2018\u2019\u02bc\u00b4\u2032\uff07]")
# What is not seen by itself: marks on letters, and signs of no width.
_UNSEEN = re.compile(
    r"[\u0300-\u036f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_BETWEEN = re.compile(r"[\W_]+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_STEP = (
    r"(?:[A-Z][A-Z-]*|[^\W_A-Z]+(?:_[^\W_A-Z]+)*)(?:/(?:[A-Z][A-Z-]*|[^\W_A-Z]+(?:_[^\W_A-Z]+)*))*"
)
_COMBINATION = re.compile(rf"{_STEP}(?: {_STEP}){{0,4}}")
FARTHEST = 20  # words from the first to the last of a combination


def fold(text: str) -> str:
    """A text in small letters as they look: no accents, ligatures, wide or unseen signs."""
    bare = _APOSTROPHES.sub("", text)
    return _UNSEEN.sub("", _APOSTROPHES.sub("", unicodedata.normalize("NFKD", bare)).lower())


def normalize(text: str) -> str:
    """A text as search reads it: folded, and words with one space between; `sooo` is `so`."""
    return _DRAWN_OUT.sub(r"\1", _BETWEEN.sub(" ", fold(text))).strip()


def _typed(value: str) -> str:
    if normalize(value) != value or not value:
        raise fault(f"search does not read `{value}` as it stands; write `{normalize(value)}`")
    return value


def _sign(value: str) -> str:
    """An emoji: nothing that search reads as a word, and no space."""
    if not value or normalize(value) or fold(value) != value or " " in value:
        raise fault(f"`{value}` is not one emoji")
    return value


def _combination(value: str) -> str:
    if not _COMBINATION.fullmatch(value):
        raise fault(
            f"`{value}`: write up to five steps with one space between; a step is a CLASS or a"
            " word, several have / between; words of one phrase have _ between"
        )
    return value


Typed = Annotated[str, AfterValidator(_typed)]
Typeds = Annotated[list[Typed], Field(min_length=1)]
Combination = Annotated[str, AfterValidator(_combination)]


class Search(Record):
    """What search makes of the words that people type, written as search reads them."""

    model_config = ConfigDict(title="search")

    kinds: dict[Key, PlainText] = Field(description="What a result is called, by folder or page.")
    skip: Annotated[list[Typed], OWN_WORDS] = Field(
        default=[], description="Words that say little."
    )
    spellings: Annotated[dict[Typed, Typeds], OWN_WORDS] = Field(
        default={}, description="The right word, and how it is often written instead."
    )
    same: Annotated[dict[Typed, Typeds], OWN_WORDS] = Field(
        default={},
        description="Words and phrases that mean nearly the same; the first names the group.",
    )
    slips: Annotated[list[Typed], OWN_WORDS, Field(max_length=200)] = Field(
        default=[], description="Words that are read through one slip of the finger."
    )

    @model_validator(mode="after")
    def clear(self) -> Self:
        """A wrong spelling stands for one right word."""
        seen: dict[str, str] = {}
        for right, spellings in self.spellings.items():
            for wrong in spellings:
                if wrong in seen:
                    raise fault(f"`{wrong}` is a spelling of `{seen[wrong]}` and of `{right}`")
                seen[wrong] = right
        return self


class WordClass(Record):
    """Words of one sort, which rules on danger name in capitals."""

    model_config = ConfigDict(title="class")

    about: PlainText = Field(description="What its words are.")
    verbs: list[Typed] = Field(default=[], description="Verbs; -s, -ed and -ing come with them.")
    nouns: list[Typed] = Field(default=[], description="Nouns; their plural comes with them.")
    words: list[Typed] = Field(default=[], description="Other words and phrases, as they stand.")
    emoji: list[Annotated[str, AfterValidator(_sign)]] = Field(
        default=[], description="Emoji that say the same."
    )
    of: list[Key] = Field(default=[], description="Classes whose words all belong to it.")


class Danger(Record):
    """Words that may mean danger and show the care card in search. Its examples are its tests.

    A rule finds classes of words near each other. What a rule on harmless things finds is hidden
    from all others.
    """

    model_config = ConfigDict(title="danger")

    about: Literal[
        "suicide",
        "self-harm",
        "overdose",
        "abuse",
        "violence",
        "danger to others",
        "emergency",
        "harmless",
    ] = Field(description="What it may mean.")
    emergency: bool = Field(
        default=False, description="true where a life may be at risk now: the card begins so."
    )
    ordered: list[Combination] = Field(
        default=[], description="CLASSES and words that follow each other, others between them."
    )
    mixed: list[Combination] = Field(default=[], description="The same in any order.")
    within: Annotated[int, Field(ge=1, le=FARTHEST)] = Field(
        default=6, description="In how many words all of a combination stand."
    )
    unless: list[Combination] = Field(
        default=[], description="Single steps that excuse what they touch or stand near."
    )
    near: Annotated[int, Field(ge=0, le=FARTHEST)] = Field(
        default=2, description="How many words away an excuse may stand."
    )
    matches: list[str] = Field(min_length=1, description="What people type that it must find.")
    passes: list[str] = Field(default=[], description="What no rule on danger may find.")

    @model_validator(mode="after")
    def says_something(self) -> Self:
        """There is a combination, and an excuse is one step."""
        if not self.ordered and not self.mixed:
            raise fault("give it a combination, under `ordered` or `mixed`")
        for excuse in self.unless:
            if " " in excuse:
                raise fault(f"`{excuse}` in `unless` is more than one step; write one")
        return self
