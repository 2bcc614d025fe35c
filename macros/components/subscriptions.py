"""Calendars and feeds: their names and where they are. Pages link to them, editions make them."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from macros.catalog import kinds
from macros.catalog.catalog import Catalog

WEEKS = "weeks"
CHANGES = "changes"


@dataclass(frozen=True)
class Subscription:
    """A file of the built site, by its place in it, with a name and what it is good for."""

    file: PurePosixPath
    name: str
    meaning: str


def calendars(catalog: Catalog) -> dict[str, Subscription]:
    """The calendars: the practice of each week, and one month of small acts for each level; of
    each where there are records of it.
    """
    text, found = catalog.text, {}
    if catalog[kinds.WEEKS]:
        name, meaning = text("calendars.weeks.name"), text("calendars.weeks.meaning")
        found[WEEKS] = Subscription(_calendar(WEEKS), name, meaning)
    for level, month in catalog[kinds.MONTHS].items():
        name = text("calendars.month", level=level)
        found[level] = Subscription(_calendar(level), name, month.meaning)
    return found


def paths(catalog: Catalog) -> dict[str, Subscription]:
    """A calendar of each path, to download: its entries begin on a Monday and end with it."""
    return {
        id: Subscription(_calendar(f"path-{id}"), path.title, path.summary)
        for id, path in catalog[kinds.PATHS].items()
    }


def next_monday(day: date) -> date:
    """The first Monday after a day, on which calendars of paths begin."""
    return day + timedelta(days=7 - day.weekday())


def feeds(catalog: Catalog) -> dict[str, Subscription]:
    """The feeds, in RSS: what is new, and the practice of each week where weeks have one."""
    ids = (CHANGES, WEEKS) if catalog[kinds.WEEKS] else (CHANGES,)
    return {
        id: Subscription(
            PurePosixPath("feeds", f"{id}.xml"),
            catalog.text(f"feeds.{id}.name"),
            catalog.text(f"feeds.{id}.meaning"),
        )
        for id in ids
    }


def _calendar(name: str) -> PurePosixPath:
    return PurePosixPath("calendars", f"{name}.ics")
