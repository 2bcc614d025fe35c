"""Closed word lists and rules of wording."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from macros.catalog.models.fields import Record, Text, fault

Words = Annotated[dict[str, Text], Field(min_length=1)]


class Terms(Record):
    """Every closed list. A word is what readers see; beside it stands its meaning."""

    model_config = ConfigDict(title="terms")

    needs: Words = Field(description="What a person arrives with.")
    efforts: Words = Field(description="How much energy something takes.")
    demands: Words = Field(description="What can be hard about a practice.")
    rhythms: Words = Field(description="How often a practice is meant.")
    directions: Words = Field(description="Whom a kindness goes to first.")
    companies: Words = Field(description="With whom a practice is done.")
    possibilities: Words = Field(description="How something can be done.")
    categories: Words = Field(description="Shelves of articles.")
    designs: Words = Field(description="How studies are made.")
    readings: Words = Field(description="How much of a study was read.")
    grades: Words = Field(description="How well claims are supported, best first.")
    whom: Words = Field(description="On whom an effect falls.")
    when: Words = Field(description="How soon an effect shows.")
    ways: Words = Field(description="Whether an effect helps or harms.")
    services: Words = Field(description="What a helpline is for.")
    confidences: Words = Field(description="How sure we are of a number or address.")
    modes: Words = Field(description="Where help through an organisation happens.")
    costs: Words = Field(description="What a small act costs.")
    settings: Words = Field(description="Where a small act can be done.")
    recipients: Words = Field(description="For whom a small act is.")


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise fault(f"the pattern is not a regular expression: {error}") from error
    return value


class Rule(Record):
    """A wording to avoid, why, and what to write instead. Its examples are its tests."""

    pattern: Annotated[str, AfterValidator(_pattern)] = Field(description="A Python expression.")
    case: bool = Field(default=False, description="true when capitals matter.")
    severity: Literal["error", "advice"] = Field(description="error stops a build; advice is read.")
    why: Text = Field(description="Why to avoid it, one sentence.")
    instead: list[Text] = Field(min_length=1, description="Better wordings.")
    matches: list[str] = Field(min_length=1, description="Phrases the pattern must find.")
    passes: list[str] = Field(default=[], description="Phrases it must leave alone.")

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.M | re.A)  # the rules are for English

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Where the wording occurs; small letters stand for both unless capitals matter."""
        return self._expression.finditer(text if self.case else text.lower())

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
