"""Words of search: what people type, what means the same, what may mean danger."""

import re
import unicodedata
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from macros.catalog.models.fields import Key, PlainText, Record, fault
from macros.catalog.models.words import Pattern

_MARKS = re.compile(r"[\u0300-\u036f'`\u2018\u2019\u02bc\u00b4]")
_BETWEEN = re.compile(r"[\W_]+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
# What RE2 and JavaScript read alike, and no browser reads for ever: \b \d \s \w, groups without
# options, and groups that repeat a few times at most.
_FOREIGN = re.compile(r"\\[^bdsw]|\(\?[^:]|\[\[:|\)[*+]|\)\{[0-9]*,(?:[0-9]{2,})?\}")


def normalize(text: str) -> str:
    """A text as search reads it: small letters, no accents, no apostrophes; `sooo` is `so`."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.lower()))
    return _DRAWN_OUT.sub(r"\1", _BETWEEN.sub(" ", bare)).strip()


def _typed(value: str) -> str:
    if normalize(value) != value or not value:
        raise fault(f"search does not read `{value}` as it stands; write `{normalize(value)}`")
    return value


def _shared(value: str) -> str:
    if match := _FOREIGN.search(value):
        raise fault(
            f"`{match[0]}` is not for these patterns;"
            " use \\b, \\d, \\s, \\w, (?:…) and at most {0,9}"
        )
    return value


Typed = Annotated[str, AfterValidator(_typed)]
SharedPattern = Annotated[Pattern, AfterValidator(_shared)]
Typeds = Annotated[list[Typed], Field(min_length=1)]


class Search(Record):
    """What search makes of the words that people type, written as search reads them."""

    model_config = ConfigDict(title="search")

    kinds: dict[Key, PlainText] = Field(description="What a result is called, by folder or page.")
    skip: Typeds = Field(description="Words that say little.")
    spellings: dict[Typed, Typeds] = Field(
        description="The right word, and how it is often written instead."
    )
    same: dict[Typed, Typeds] = Field(
        description="Words and phrases that mean nearly the same; the first names the group."
    )
    slips: Annotated[Typeds, Field(max_length=200)] = Field(
        description="Words that are read through one slip of the finger."
    )
    names: dict[Key, Typeds] = Field(description="Lists that patterns on danger name in braces.")

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


class Danger(Record):
    """Words that may mean danger and show the care card in search. Its examples are its tests."""

    model_config = ConfigDict(title="danger")

    about: Literal[
        "suicide", "self-harm", "overdose", "abuse", "violence", "danger to others", "emergency"
    ] = Field(description="What it may mean.")
    patterns: list[SharedPattern] = Field(
        min_length=1, description="Expressions that RE2 and JavaScript share."
    )
    unless: list[SharedPattern] = Field(default=[], description="What excuses a match it touches.")
    matches: list[str] = Field(min_length=1, description="What people type that it must find.")
    passes: list[str] = Field(default=[], description="What no pattern on danger may find.")
