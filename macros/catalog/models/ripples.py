"""Ripples: causes and their effects."""

from collections import Counter
from typing import Annotated, Self

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo, model_validator

from macros.catalog.models.fields import Record, Text, Title, fault
from macros.catalog.models.vocabulary import Theme, Way, When, Whom
from macros.catalog.problems import suggestion


def _basis(value: str, info: ValidationInfo) -> str:
    if info.context and value not in (known := info.context.ids["claims"] | {"experience"}):
        raise fault(
            f"there is no claim `{value}`{suggestion(value, known)}"
            " (name a claim, or write experience)"
        )
    return value


class Effect(Record):
    """One effect of a cause: what, on whom, when, for better or worse, and how we know."""

    effect: Text = Field(description="What a person could notice, one short sentence.")
    whom: Whom = Field(description="On whom.")
    when: When = Field(description="How soon.")
    way: Way = Field(description="helpful or harmful.")
    basis: list[Annotated[str, AfterValidator(_basis)]] = Field(
        min_length=1, description="Claim ids, or the word experience."
    )

    @property
    def claims(self) -> list[str]:
        """The claims it rests on; none where it rests on experience alone."""
        return [basis for basis in self.basis if basis != "experience"]


MOST = 7  # marks in one ring of the ripple map


class Ripple(Record):
    """A cause that a person recognizes, and its effects."""

    model_config = ConfigDict(title="ripple")

    title: Title = Field(description="The cause, a few words.")
    theme: Theme = Field(description="Where in life it belongs.")
    summary: Text = Field(description="The cause and its effects in one sentence.")
    effects: list[Effect] = Field(min_length=3, description="At least three effects.")

    @model_validator(mode="after")
    def honest(self) -> Self:
        """A table without a harmful row hides a cost; one that is too full hides effects."""
        if all(effect.way != "harmful" for effect in self.effects):
            raise fault("no effect is harmful; add what this can cost, it keeps the table honest")
        counts = Counter(effect.whom for effect in self.effects)
        for whom, count in counts.items():
            if count > MOST:
                raise fault(f"{count} effects fall on `{whom}`; the picture has room for {MOST}")
        return self
