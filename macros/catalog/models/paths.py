"""Paths: a few weeks of practices, one after another."""

from pydantic import ConfigDict, Field

from macros.catalog.models.fields import (
    Drawing,
    PlainText,
    PracticeId,
    Record,
    Sentence,
    Sought,
)
from macros.catalog.models.pages import Dated
from macros.catalog.models.vocabulary import Need

MOST_STEPS = 4  # in a week: every other day, and one left over


class PathStep(Record):
    """One practice of a path."""

    practice: PracticeId = Field(description="The practice.")
    because: Sentence = Field(description="Why it comes here, one sentence.")
    skip: Sentence = Field(description="A way to leave it out, or something smaller instead.")


class PathWeek(Record):
    """One week of a path."""

    title: PlainText = Field(description="What the week is for, a few words.")
    steps: list[PathStep] = Field(
        min_length=1, max_length=MOST_STEPS, description="Its practices, in order."
    )


class PathPage(Dated):
    """A page for a few weeks of practices. One file is one path."""

    model_config = ConfigDict(title="path")

    drawing: Drawing = Field(description="Its drawing, a file in data/drawings.")
    needs: list[Need] = Field(default=[], description="The needs for which it is offered.")
    words: Sought = Field(default=[], description="What people really type or say.")
    weeks: list[PathWeek] = Field(min_length=1, description="Its weeks, in order.")
