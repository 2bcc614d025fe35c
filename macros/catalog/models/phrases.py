"""Words to say: situations, each a page, and the phrases that belong to them."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo

from macros.catalog.models.fields import (
    Day,
    Drawing,
    Id,
    PhraseId,
    PlainText,
    Record,
    Sentence,
    Sought,
    Title,
    Url,
    fault,
    longest,
)
from macros.catalog.models.pages import Dated
from macros.catalog.models.vocabulary import Medium, Need, Tone

LONGEST_NAME = 10  # words of a title: for whom or when
LONGEST_SHORT = 12  # words of the shorter variant
SituationId = Annotated[str, Id("situations")]


def _name(title: str, info: ValidationInfo) -> str:
    most = longest(LONGEST_NAME, info)
    if len(title.split()) > most:
        raise fault(f"the title has more than {most} words; say for whom or when, no more")
    return title


def _short(words: str, info: ValidationInfo) -> str:
    most = longest(LONGEST_SHORT, info)
    if len(words.split()) > most:
        raise fault(f"this has more than {most} words; make it the short one to remember")
    return words


class Situation(Dated):
    """A page of phrases for one situation, such as saying no. One file is one situation."""

    model_config = ConfigDict(title="situation")

    drawing: Drawing = Field(description="Its drawing, a file in data/drawings.")
    needs: list[Need] = Field(default=[], description="The needs for which it is offered.")
    crisis: bool = Field(
        default=False, description="Whether it speaks of suicide or of danger to a life."
    )
    first: list[PhraseId] = Field(
        default=[], description="Phrases that come first, in order; the others by their tone."
    )
    words: Sought = Field(default=[], description="What people really type or say.")


class NextStep(Record):
    """What to do after a phrase, by what comes back."""

    when: PlainText = Field(description="What comes back.")
    do: Sentence = Field(description="What to do then.")


class Guidance(Record):
    """Published guidance that says what a phrase says."""

    title: PlainText = Field(description="What it is called, and who published it.")
    url: Url = Field(description="Where it can be read.")
    read: Day = Field(description="The day it was read.")


class Phrase(Record):
    """A short script to say or to send. One file is one phrase."""

    model_config = ConfigDict(title="phrase")

    situation: SituationId = Field(description="The situation, a file in docs/words.")
    title: Annotated[Title, AfterValidator(_name)] = Field(
        description="For whom or when, about eight words."
    )
    words: PlainText = Field(description="The words, as one would say them; … is left for a name.")
    shorter: Annotated[PlainText, AfterValidator(_short)] = Field(
        description="The same in about ten words at most."
    )
    tone: Tone = Field(description="How it sounds.")
    medium: list[Medium] = Field(min_length=1, description="How it works well.")
    leave: Sentence = Field(description="When not to use it.")
    reply: PlainText = Field(description="What may come back, and an answer to it.")
    sought: Sought = Field(default=[], description="What people type who look for it.")
    next: list[NextStep] = Field(
        default=[], description="What to do next; it is shown and copied with the words."
    )
    source: list[Guidance] = Field(
        default=[], description="Published guidance that says so, each place; a crisis needs one."
    )
