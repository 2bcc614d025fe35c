"""Files that are made beside the pages, once a builder is done: pages link to them by this list."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog

WEEKS = "weeks"
CHANGES = "changes"


@dataclass(frozen=True)
class Handout:
    """A file of the built site, by its place in it, with a name and what it is good for."""

    file: PurePosixPath
    name: str
    meaning: str


def calendars(catalog: Catalog) -> dict[str, Handout]:
    """The calendars: the practice of each week, and one month of small acts for each level."""
    weekly = "The practice of the week on its Monday, and why it stands there."
    found = {WEEKS: Handout(_calendar(WEEKS), "A practice each week", weekly)}
    for level, month in catalog.months.items():
        found[level] = Handout(_calendar(level), f"A {level} month of small acts", month.meaning)
    return found


def feeds() -> dict[str, Handout]:
    """The feeds, without their endings: each is there as RSS (.xml) and as JSON Feed (.json)."""
    changes = "Practices and articles that are new, and what has changed in the others."
    weekly = "One each Monday, and why it stands there."
    return {
        CHANGES: Handout(PurePosixPath("feeds", CHANGES), "New and changed", changes),
        WEEKS: Handout(PurePosixPath("feeds", WEEKS), "The practice of the week", weekly),
    }


def _calendar(name: str) -> PurePosixPath:
    return PurePosixPath("calendars", f"{name}.ics")
