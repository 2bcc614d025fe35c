"""Closed word lists and rules of wording."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Self

import re2
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, model_validator

from macros.catalog.models.fields import OWN_WORDS, PlainText, Record, Term, Text, fault
from macros.catalog.problems import repeated


def _apart(words: dict[str, Any]) -> dict[str, Any]:
    """Words become anchors: two may not differ by capitals or spaces alone."""
    anchors = {word: "-".join(word.lower().split()) for word in words}
    shared = set(repeated(anchors.values()))
    for word, anchor in anchors.items():
        if anchor in shared:
            raise fault(f"`{word}` and another word would have the same address; change one")
    return words


class ListedWord(Record):
    """A word of a closed list: what readers see in its place, and what it means."""

    model_config = ConfigDict(title="word")

    label: PlainText | None = Field(
        default=None, description="What readers see; left out, the word itself."
    )
    meaning: Text = Field(description="What it means.")


def _meaning_alone(value: Any) -> Any:
    """In English most words are their own labels, so that the meaning is all there is to say."""
    return {"meaning": value} if isinstance(value, str) else value


# A file may hold the meaning alone, which its schema has to say as well.
Explained = Annotated[
    ListedWord, BeforeValidator(_meaning_alone, json_schema_input_type=str | ListedWord)
]
Words = Annotated[dict[Term, Explained], Field(min_length=1), AfterValidator(_apart)]


class Terms(Record):
    """Every closed list. A word is an id; beside it stands its meaning, or its label with that."""

    model_config = ConfigDict(title="terms")

    needs: Words = Field(description="What a person arrives with.")
    lengths: Words = Field(description="How long something takes; three words, shortest first.")
    efforts: Words = Field(description="How much energy something takes.")
    demands: Words = Field(description="What can be hard about a practice.")
    rhythms: Words = Field(description="How often a practice is meant.")
    directions: Words = Field(description="Whom a kindness goes to first.")
    companies: Words = Field(description="With whom a practice is done.")
    possibilities: Words = Field(description="How something can be done.")
    categories: Words = Field(description="Shelves of articles.")
    measures: Words = Field(description="How the size of an effect is given.")
    designs: Words = Field(description="How studies are made.")
    readings: Words = Field(description="How much of a study was read.")
    grades: Words = Field(description="How well claims are supported, best first.")
    themes: Words = Field(description="Where in life a cause belongs.")
    whom: Annotated[Words, Field(max_length=4)] = Field(
        description="On whom an effect falls, from the inside out; the pictures have four rings."
    )
    when: Words = Field(description="How soon an effect shows.")
    ways: Words = Field(description="Whether an effect helps or harms.")
    services: Words = Field(description="What a helpline is for.")
    confidences: Words = Field(description="How sure we are of a number or address.")
    modes: Words = Field(description="Where help through an organization happens.")
    costs: Words = Field(description="What a small act costs.")
    settings: Words = Field(description="Where a small act can be done.")
    recipients: Words = Field(description="For whom a small act is.")
    groups: Words = Field(description="What practices are for, as the menu groups them.")
    roles: Words = Field(description="As whom a person reads a page.")
    tones: Words = Field(description="How a phrase sounds.")
    media: Words = Field(description="How a phrase reaches someone.")


_LONGEST, _MOST = 1_000, 100
_SPACE = re.compile(r"(\\.|\[[^\]]*\])| ")  # of a pattern, and neither escaped nor within a class
_MEMORY = 1_000_000  # bytes for one pattern as RE2 keeps it; with fewer it keeps beginning anew
Span = tuple[int, int]


def re2_options(memory: int = _MEMORY) -> re2.Options:
    """RE2 in little memory and without words of its own; problems are ours to print."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = memory
    return options


def spaced(pattern: str) -> str:
    """A pattern in which each space stands for any: a line may end between two words."""
    return _SPACE.sub(lambda match: match[1] or r"\s+", pattern)


def apart(matches: Iterable[Any], excused: list[Span]) -> Iterator[Any]:
    """The matches that touch none of the places excused; both in their order in the text."""
    ends = [end for _, end in excused]
    for match in matches:
        near = bisect_right(ends, match.start())
        if near == len(ends) or excused[near][0] >= match.end():
            yield match


def _pattern(value: str) -> str:
    large = fault("the pattern is too long or repeats too much; make it smaller")
    repeats = (int(times) for times in re.findall(r"\{[0-9,]*?([0-9]{1,9})\}", value))
    if len(value) > _LONGEST or any(times > _MOST for times in repeats):
        raise large
    try:
        re2.compile(value, re2_options())
    except re2.error as error:
        reason = error.args[0].decode()
        if "too large" in reason:
            raise large from error
        raise fault(f"the pattern is not an RE2 expression: {reason}") from error
    if re2.compile(value, re2_options()).search(""):
        raise fault("the pattern finds even an empty text; make it say more")
    return value


Pattern = Annotated[str, AfterValidator(_pattern)]


def _listed(value: str) -> str:
    if not re.fullmatch(r"[^\W\d_]([^\W\d_]|[' -](?=.*[^\W\d_]))*", value):
        raise fault(f"`{value}`: a word here is letters, with spaces, hyphens and straight '")
    return value


Listed = Annotated[Text, AfterValidator(_listed)]


class Entry(Record):
    """A word that readers may not know, as pages explain it."""

    model_config = ConfigDict(title="entry")

    word: Listed = Field(description="The word as it is listed.")
    meaning: PlainText = Field(description="What it means here, one or two sentences.")
    forms: Annotated[list[Listed], OWN_WORDS] = Field(
        default=[], description="Other forms found in pages, such as plurals."
    )


class Rule(Record):
    """A wording to avoid, why, and what to write instead. Its examples are its tests.

    Patterns come with proposals from anybody, so they are RE2 expressions: no pattern can make a
    check run for ever.
    """

    pattern: Pattern = Field(description="An RE2 expression for the wording.")
    unless: Pattern | None = Field(default=None, description="What excuses a match it touches.")
    case: bool = Field(default=False, description="true when capitals matter.")
    severity: Literal["error", "advice", "evidence"] = Field(
        description="error stops a build; advice is read; evidence needs a footnote or a claim."
    )
    why: Text = Field(description="Why to avoid it, one sentence.")
    instead: list[Text] = Field(min_length=1, description="Better wordings.")
    matches: list[str] = Field(min_length=1, description="Phrases the pattern must find.")
    passes: list[str] = Field(default=[], description="Phrases it must leave alone.")

    @property
    def expression(self) -> str:
        """The pattern with its flags: many lines, and small letters for both."""
        return self._flagged(self.pattern)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where the wording occurs, and the words found there."""
        excuse = re2.compile(self._flagged(self.unless), re2_options()) if self.unless else None
        excused = [match.span() for match in excuse.finditer(text)] if excuse else []
        for match in apart(re2.compile(self.expression, re2_options()).finditer(text), excused):
            yield match.start(), match[0]

    def _flagged(self, pattern: str) -> str:
        return f"(?m){spaced(pattern)}" if self.case else f"(?mi){spaced(pattern)}"

    @model_validator(mode="after")
    def tested(self) -> Self:
        """The pattern does what its examples say."""
        for phrase in self.matches:
            if not any(self.find(phrase)):
                raise fault(f"the pattern does not find its example `{phrase}`")
        for phrase in self.passes:
            if any(self.find(phrase)):
                raise fault(f"the pattern finds `{phrase}`, which it must leave alone")
        return self
