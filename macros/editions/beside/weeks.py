"""Which practice has its turn in which week of which year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import PRACTICES, WEEKS
from macros.catalog.models.pages import Practice
from macros.catalog.models.rhythm import WEEK_NUMBERS


@dataclass(frozen=True)
class Turn:
    """A practice in one week of one year: the week as in 2027-w01, its Monday, and why."""

    week: str
    monday: date
    id: str
    practice: Practice
    why: str


def turn(catalog: Catalog, day: date) -> Turn:
    """The practice of the week of a day. A week 53 shows the one of week 52 once more."""
    year, week, _ = day.isocalendar()
    entry = catalog[WEEKS][str(min(week, len(WEEK_NUMBERS)))]
    practice = catalog[PRACTICES][entry.practice]
    monday = date.fromisocalendar(year, week, 1)
    return Turn(f"{year}-w{week:02}", monday, entry.practice, practice, entry.why)


def mondays(year: int) -> Iterator[date]:
    """The Monday of each week of an ISO year; the last week is the one with December 28."""
    for week in range(1, date(year, 12, 28).isocalendar().week + 1):
        yield date.fromisocalendar(year, week, 1)
