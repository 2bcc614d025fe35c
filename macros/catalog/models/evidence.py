"""Studies and graded claims."""

from datetime import date
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from macros.catalog.models.fields import (
    Day,
    Doi,
    Locator,
    PlainText,
    Record,
    Sentence,
    StudyId,
    Text,
    fault,
)
from macros.catalog.models.vocabulary import AmountRead, Design, Grade, Measure
from macros.catalog.problems import repeated


class PersonName(Record):
    """A person, as CSL writes names, or a group."""

    family: Text = Field(description="Family name, or the name of a group.")
    given: Text | None = Field(
        default=None, description="Given names or initials; a group has none."
    )

    @property
    def inverted(self) -> str:
        """The name as lists of sources write it, such as Smith, A. B."""
        return f"{self.family}, {self.given}" if self.given else self.family


# Wider than any effect size that a study reports; a picture must hold them all.
Number = Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)]
LEAST_RATIO = 0.01


class Size(Record):
    """The size of one effect, exactly as the study gives it."""

    outcome: PlainText = Field(max_length=60, description="What was measured, a few words.")
    measure: Measure = Field(description="How the size is given.")
    value: Number = Field(description="The size as published.")
    low: Number | None = Field(default=None, description="Lower end of the 95% interval.")
    high: Number | None = Field(default=None, description="Upper end of the 95% interval.")
    better: Literal["higher", "lower"] = Field(description="Which way is good for people.")

    @model_validator(mode="after")
    def within(self) -> Self:
        """An interval has two ends, and the value lies between them; a ratio is above zero."""
        given = [end for end in (self.low, self.value, self.high) if end is not None]
        if self.measure == "ratio" and min(given) < LEAST_RATIO:
            raise fault("a ratio is 0.01 or more; 1 is no difference")
        if self.low is None and self.high is None:
            return self
        if self.low is None or self.high is None:
            raise fault("an interval has two ends; give `low` and `high`, or neither")
        if not self.low <= self.value <= self.high:
            raise fault("`value` is not between `low` and `high`; one of the three is wrong")
        return self


class Study(Record):
    """One published study. Keys that CSL knows carry their CSL names."""

    model_config = ConfigDict(title="study")

    title: Text = Field(description="The title as published.")
    author: list[PersonName] = Field(min_length=1, description="Authors in their published order.")
    others: bool = Field(default=False, description="true when more authors follow.")
    issued: int = Field(ge=1900, le=2100, description="Year of publication.")
    container_title: Text = Field(alias="container-title", description="The journal or book.")
    volume: Locator | None = Field(default=None, description="Volume, in quotes.")
    issue: Locator | None = Field(default=None, description="Issue, in quotes.")
    page: Locator | None = Field(default=None, description="Pages or article number, in quotes.")
    DOI: Doi | None = Field(
        default=None,
        description="DOI, only when somebody has opened it and read the same title there.",
    )
    design: Design = Field(description="How the study was made.")
    participants: int | None = Field(
        default=None, ge=1, le=10**9, description="How many people took part."
    )
    pooled: int | None = Field(
        default=None, ge=1, description="How many studies, trials or effect sizes a review pools."
    )
    population: Text = Field(description="Who took part, and where.")
    result: Text | None = Field(default=None, description="What was found, with its figures.")
    sizes: list[Size] = Field(default=[], description="Effect sizes, where they are confirmed.")
    finding: Text = Field(description="The finding in our words, one or two sentences.")
    limits: Text = Field(description="What this study cannot tell us.")
    read: AmountRead = Field(description="How much of it was read.")
    place: Text = Field(description="Where it was read, so that someone else can look there.")
    checked: Day = Field(description="The day the record was last compared with what was read.")
    background: bool = Field(default=False, description="true for ideas without a result to cite.")
    retracted: Day | None = Field(default=None, description="The day it was withdrawn.")


class Need(Record):
    """So many supporting studies of these designs."""

    least: int = Field(ge=1, description="At least so many.")
    designs: list[Design] = Field(min_length=1, description="Of these designs.")


class Rubric(Record):
    """What a grade needs; it stands under the grade. One of the entries of `needs` is enough."""

    model_config = ConfigDict(title="rubric")

    needs: list[Need] = Field(default=[], description="Supporting studies; left out, none.")
    both_sides: bool = Field(
        default=False, description="true where other studies must limit or contradict it."
    )


class Retraction(Record):
    """A notice that a study was withdrawn, whether or not Ripple names that study."""

    model_config = ConfigDict(title="retraction")

    DOI: Doi = Field(description="The DOI of the study that was withdrawn.")
    day: Day = Field(description="The day of the notice.")
    notice: Text = Field(description="Where the notice stands, and why, in our words.")


class GradeChange(Record):
    """One change of a claim's grade: when, from what to what, and because of what."""

    day: Day = Field(description="The day of the change.")
    before: Grade = Field(description="The grade until then.")
    after: Grade = Field(description="The grade from then on.")
    why: Sentence = Field(description="What changed our mind, one sentence.")
    studies: list[StudyId] = Field(default=[], description="Studies that did.")

    @model_validator(mode="after")
    def changes(self) -> Self:
        """A change changes something."""
        if self.before == self.after:
            raise fault("`before` and `after` are the same; that is no change")
        return self


class Claim(Record):
    """One statement, and how well studies support exactly that wording."""

    model_config = ConfigDict(title="claim")

    statement: Text = Field(description="The claim, one sentence.")
    grade: Grade = Field(description="How well it is supported.")
    why: Text = Field(description="Why this grade and no other.")
    wording: Text = Field(description="A sentence that pages may borrow.")
    avoid: Text | None = Field(default=None, description="A wording that says too much.")
    supports: list[StudyId] = Field(default=[], description="Studies that support it.")
    qualifies: list[StudyId] = Field(default=[], description="Studies that limit it.")
    contradicts: list[StudyId] = Field(default=[], description="Studies that speak against it.")
    searched: Day = Field(description="The day on which new studies were last searched for.")
    history: list[GradeChange] = Field(
        default=[], description="Every change of its grade, the oldest first."
    )

    @property
    def studies(self) -> tuple[StudyId, ...]:
        """Every study on any side."""
        return (*self.supports, *self.qualifies, *self.contradicts)

    def changed_since(self, day: date) -> GradeChange | None:
        """The last change of its grade, if it came after this day."""
        last = self.history[-1] if self.history else None
        return last if last and last.day > day else None

    @model_validator(mode="after")
    def each_study_once(self) -> Self:
        """A study stands on one side; a supported grade has support."""
        for study in sorted(repeated(self.studies)):
            raise fault(f"study `{study}` is named twice; a study stands on one side of a claim")
        if self.grade != "unsupported" and not self.studies:
            raise fault(f"grade `{self.grade}` needs at least one study beside it")
        return self

    @model_validator(mode="after")
    def one_history(self) -> Self:
        """Changes follow each other, and the last one leads to the grade of today."""
        for earlier, later in pairwise(self.history):
            if later.day < earlier.day or later.before != earlier.after:
                raise fault(
                    "`history` is in order, the oldest first; each `before` is the last `after`"
                )
        if self.history and self.history[-1].after != self.grade:
            raise fault(
                f"`history` ends with `{self.history[-1].after}`, and the grade is `{self.grade}`;"
                " add the change"
            )
        return self
