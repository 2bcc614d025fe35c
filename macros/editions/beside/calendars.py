"""Calendars (iCalendar, RFC 5545): the practice of each week, and a month of small acts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from icalendar import Calendar, Event

from macros.catalog.kinds import ACTS, MONTHS, PRACTICES
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
        calendar = _calendar(site, subscription)
        for entry in _weeks(site) if name == subscriptions.WEEKS else _month(site, name):
            calendar.add_component(_event(site, entry))
        made[subscription.file] = calendar.to_ical()
    return made


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
    text, first = site.catalog.text, site.built.isocalendar().year
    for year in range(first, first + YEARS):
        for monday in mondays(year):
            now = turn(site.catalog, monday)
            minutes = duration(text, 60 * now.practice.minutes)
            leave = text("calendars.leave")
            effort = now.practice.effort
            takes = text("calendars.takes", minutes=minutes, effort=effort, leave=leave)
            gate = "".join(f"{line}\n\n" for line in now.practice.gate)
            words = f"{gate}{now.why}\n\n{now.practice.summary} {takes}"
            steps = site.page(PRACTICES.file(now.id))
            yield Entry(now.week, monday, now.practice.title, words, steps)


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
