"""The rhythm: a practice for each week of the year, and months of small acts."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from macros.catalog.models.fields import ActId, PracticeId, Record, Sentence, fault
from macros.catalog.models.vocabulary import Cost, Effort, Possibility

DAYS = range(1, 31)
WEEK_NUMBERS = tuple(str(week) for week in range(1, 53))


class Week(Record):
    """The practice of one week. It stands under the number of the week, 1 to 52."""

    model_config = ConfigDict(title="week")

    practice: PracticeId = Field(description="The practice.")
    why: Sentence = Field(
        description="Why this week, one sentence that holds north and south of the equator."
    )


def _number(value: str) -> str:
    if value not in map(str, DAYS):
        raise fault(f"`{value}` is not a day of these months; write a number from 1 to {DAYS[-1]}")
    return value


class Month(Record):
    """A month of small acts at one level, and what an act on it may ask."""

    model_config = ConfigDict(title="month")

    meaning: Sentence = Field(description="For whom it is.")
    efforts: list[Effort] = Field(min_length=1, description="How much energy an act may take.")
    costs: list[Cost] = Field(min_length=1, description="What an act may cost.")
    possible: list[Possibility] = Field(
        default=[], description="An act is possible in one of these ways; left out, in any."
    )
    run: int = Field(ge=1, le=30, description="The most days in a row with something on them.")
    yourself: int = Field(ge=0, le=30, description="At least so many acts are for yourself.")
    days: dict[Annotated[str, AfterValidator(_number)], ActId] = Field(
        min_length=1, description="An act for a day, 1 to 30. A day left out has nothing on it."
    )
