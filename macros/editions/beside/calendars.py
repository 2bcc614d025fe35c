"""Calendars (iCalendar, RFC 5545): the practice of each week, a month of small acts, each path."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from icalendar import Calendar, Event

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ACTS, MONTHS, PATHS, PRACTICES
from macros.catalog.models.pages import Practice
from macros.components import subscriptions
from macros.components.rendering import duration
from macros.components.subscriptions import Subscription
from macros.editions.beside.weeks import mondays, turn
from macros.editions.site import Site

YEARS = 3  # the year of the build and the two after it


@dataclass(frozen=True)
class Entry:
    """One entry: it lasts a day, wherever that day is. Its id says nothing of build or host."""

    id: str
    day: date
    title: str
    words: str
    address: str
    until: date | None = None  # repeated monthly up to this day


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """Every calendar of the site, by its place in it."""
    made = {}
    for name, subscription in subscriptions.calendars(site.catalog).items():
        entries = _weeks(site) if name == subscriptions.WEEKS else _month(site, name)
        made[subscription.file] = _written(site, subscription, entries)
    for name, subscription in subscriptions.paths(site.catalog).items():
        made[subscription.file] = _written(site, subscription, _path(site, name))
    return made


def _written(site: Site, subscription: Subscription, entries: Iterator[Entry]) -> bytes:
    calendar = _calendar(site, subscription)
    for entry in entries:
        calendar.add_component(_event(site, entry))
    return bytes(calendar.to_ical())


def _calendar(site: Site, subscription: Subscription) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Ripple//A gentle rhythm//EN")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):  # the standard's name, and the one that apps read
        calendar.add(name, site.catalog.text("calendars.title", name=subscription.name))
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, subscription.meaning)
    week = timedelta(days=7)
    calendar.add("refresh-interval", week, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1W")
    return calendar


def _weeks(site: Site) -> Iterator[Entry]:
    """The practice of each week, on its Monday."""
    first = site.built.isocalendar().year
    for year in range(first, first + YEARS):
        for monday in mondays(year):
            now = turn(site.catalog, monday)
            words = _words(site.catalog, now.practice, now.why)
            steps = site.page(PRACTICES.file(now.id))
            yield Entry(now.week, monday, now.practice.title, words, steps)


def _path(site: Site, id: str) -> Iterator[Entry]:
    """Each step of a path: every other day, from the first Monday after the build."""
    text, monday = site.catalog.text, subscriptions.next_monday(site.day)
    for number, week in enumerate(site.catalog[PATHS][id].weeks):
        for place, step in enumerate(week.steps):
            day = monday + timedelta(days=7 * number + 2 * place)
            practice = site.catalog[PRACTICES][step.practice]
            skip = f"{text('paths.skip')} {step.skip}"
            words = f"{_words(site.catalog, practice, step.because)}\n\n{skip}"
            address = site.page(PRACTICES.file(step.practice))
            entry = f"path-{id}-{number + 1}-{place + 1}"
            yield Entry(entry, day, practice.title, words, address)


def _words(catalog: Catalog, practice: Practice, why: str) -> str:
    """What an entry says of a practice: what to know first, why it comes now, what it takes."""
    text = catalog.text
    minutes, leave = duration(text, 60 * practice.minutes), text("calendars.leave")
    effort = catalog.label("efforts", practice.effort)
    takes = text("calendars.takes", minutes=minutes, effort=effort, leave=leave)
    gate = "".join(f"{line}\n\n" for line in practice.gate)
    return f"{gate}{why}\n\n{practice.summary} {takes}"


def _month(site: Site, level: str) -> Iterator[Entry]:
    """Each act repeats monthly: every app knows that, and the file stays small and lasts."""
    text, january = site.catalog.text, date(site.built.year, 1, 1)
    until = date(site.built.year + YEARS - 1, 12, 31)
    for day, id in site.catalog[MONTHS][level].days.items():
        act, start = site.catalog[ACTS][id], january.replace(day=int(day))
        page = site.page_showing("act_list", act.whom)
        minutes = duration(text, 60 * act.minutes)
        words = text("calendars.about", minutes=minutes, leave=text("calendars.leave"))
        address = f"{page}#{id}" if page else ""
        yield Entry(f"{level}-{start:%d}", start, act.text, words, address, until)


def _event(site: Site, entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@ripple")
    event.add("summary", entry.title)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    if entry.until:
        event.add("rrule", {"FREQ": "MONTHLY", "UNTIL": entry.until})
    event.add("description", "\n\n".join(filter(None, (entry.words, entry.address))))
    if entry.address:
        event.add("url", entry.address)
    event.add("transp", "TRANSPARENT")  # it marks nobody as busy
    # A later build counts as a newer version, so that its entries replace those of an earlier one.
    event.add("dtstamp", site.built)
    event.add("last-modified", site.built)
    event.add("sequence", int(site.built.timestamp()) // 60)
    return event
