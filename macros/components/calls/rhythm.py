"""Calls of the rhythm: the practice of the week, the year, a month of acts, subscriptions."""

from datetime import date

from macros.catalog.kinds import ACTS, MONTHS, PRACTICES, WEEKS
from macros.catalog.models.fields import MonthId
from macros.catalog.models.rhythm import DAYS, WEEK_NUMBERS
from macros.catalog.strings import Strings
from macros.components import subscriptions
from macros.components.context import Context
from macros.components.rendering import render

PARTS = ((10, "early"), (20, "mid"), (31, "late"))


def this_week(context: Context) -> str:
    """The practice of the week by the reader's own clock; without scripts the way to the year."""
    year = [context.catalog[WEEKS][week].practice for week in WEEK_NUMBERS]
    return render("this_week", context, year=year)


def year_list(context: Context) -> str:
    """The practice of each week of the year, and why it stands there."""
    catalog = context.catalog
    year = [
        (week, _time_of_year(catalog.text, int(week)), entry, catalog[PRACTICES][entry.practice])
        for week, entry in ((week, catalog[WEEKS][week]) for week in WEEK_NUMBERS)
    ]
    return render("year_list", context, year=year)


def month_sheet(context: Context, level: MonthId) -> str:
    """A month of small acts at one level, to print on one sheet."""
    days, acts = context.catalog[MONTHS][level].days, context.catalog[ACTS]
    sheet = {day: acts[days[str(day)]].text if str(day) in days else None for day in DAYS}
    return render("month_sheet", context, level=level, sheet=sheet)


def calendar_list(context: Context) -> str:
    """The calendars: each to subscribe to, where the site knows its address, or to download."""
    found = subscriptions.calendars(context.catalog).values()
    return render("calendar_list", context, calendars=found, site=context.settings.site_url)


def feed_list(context: Context) -> str:
    """The feeds, where the site knows its address; a copy for disks says where they are."""
    given = {
        "feeds": subscriptions.feeds(context.catalog).values(),
        "site": context.settings.site_url,
    }
    return render("feed_list", context, **given, on_disk=context.on_disk)


def my_week(context: Context) -> str:
    """Every practice to choose from, and a sheet for a week, which a script fills by the choice."""
    catalog = context.catalog
    groups = {
        group: {id: each for id, each in sorted(catalog[PRACTICES].items()) if each.group == group}
        for group in catalog.words("groups")
    }
    return render("my_week", context, groups=groups, site=context.settings.site_url)


def _time_of_year(text: Strings, week: int) -> str:
    """When a week is, near enough for every year: early January."""
    thursday = date.fromordinal(date(2001, 1, 4).toordinal() + 7 * (week - 1))  # 2001 began Monday
    part = next(word for last, word in PARTS if thursday.day <= last)
    return text(f"year.{part}", month=text.month(thursday))
