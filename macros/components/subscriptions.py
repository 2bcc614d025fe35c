"""Calendars and feeds: their names and where they are. Pages link to them, editions make them."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import MONTHS

WEEKS = "weeks"
CHANGES = "changes"


@dataclass(frozen=True)
class Subscription:
    """A file of the built site, by its place in it, with a name and what it is good for."""

    file: PurePosixPath
    name: str
    meaning: str


def calendars(catalog: Catalog) -> dict[str, Subscription]:
    """The calendars: the practice of each week, and one month of small acts for each level."""
    text = catalog.text
    name, meaning = text("calendars.weeks.name"), text("calendars.weeks.meaning")
    found = {WEEKS: Subscription(_calendar(WEEKS), name, meaning)}
    for level, month in catalog[MONTHS].items():
        name = text("calendars.month", level=level)
        found[level] = Subscription(_calendar(level), name, month.meaning)
    return found


def feeds(catalog: Catalog) -> dict[str, Subscription]:
    """The feeds, in RSS."""
    return {
        id: Subscription(
            PurePosixPath("feeds", f"{id}.xml"),
            catalog.text(f"feeds.{id}.name"),
            catalog.text(f"feeds.{id}.meaning"),
        )
        for id in (CHANGES, WEEKS)
    }


def _calendar(name: str) -> PurePosixPath:
    return PurePosixPath("calendars", f"{name}.ics")
