"""What is made of the finished site: calendars and feeds, read again by other programs."""

import re
from calendar import timegm
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path, PurePosixPath
from time import struct_time
from typing import Any
from urllib.parse import urljoin

import feedparser
import icalendar
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from typer.testing import CliRunner

from macros.__main__ import app
from macros.catalog.kinds import ACTS, ARTICLES, CLAIMS, MONTHS, PATHS, PRACTICES, SITUATIONS, WEEKS
from macros.catalog.load import load
from macros.editions.beside import calendars, feeds
from tests.helpers.projects import copy_of_fixture, real_catalog
from tests.helpers.sites import ADDRESS, BOTH_BUILDERS, site_in

CATALOG = real_catalog()
SITES = (*BOTH_BUILDERS, "offline_site")
NOVEMBER = datetime(2026, 11, 22, 12, tzinfo=UTC)
LEVELS = ("gentle", "steady", "bold")
CALENDARS = [PurePosixPath("calendars", f"{name}.ics") for name in ("weeks", *LEVELS)]
FEEDS = ("changes", "weeks")
CR = "\r\n"


def made(folder: Path, address: str = "", built: datetime = NOVEMBER) -> dict[str, bytes]:
    """The files of the real project, for a site in this folder."""
    site = site_in(folder, CATALOG, address, built)
    files = {**calendars.files(site), **feeds.files(site)}
    return {str(file): content for file, content in files.items()}


def events(content: bytes) -> list[Any]:
    """The events as the library reads them that also wrote them."""
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


# ---------- Calendars ----------


def test_a_path_is_a_calendar_that_begins_on_a_monday_and_does_not_ring(tmp_path: Path) -> None:
    files = made(tmp_path, ADDRESS)
    for id, path in CATALOG[PATHS].items():
        content = files[f"calendars/path-{id}.ics"]
        one = events(content)
        two = vobject.readOne(content.decode()).vevent_list
        three = IcsCalendarStream.calendar_from_ics(content.decode()).events
        steps = [step for week in path.weeks for step in week.steps]
        assert [str(event["SUMMARY"]) for event in one] == [event.summary.value for event in two]
        assert [str(event["SUMMARY"]) for event in one] == [
            CATALOG[PRACTICES][step.practice].title for step in steps
        ]
        assert [(str(event["SUMMARY"]), event.decoded("DTSTART")) for event in one] == [
            (event.summary, event.dtstart) for event in three
        ]
        days = [event.decoded("DTSTART") for event in one]
        assert days[0] == date(2026, 11, 23)
        assert days == sorted(set(days))
        assert (days[-1] - days[0]).days < 7 * len(path.weeks)
        for event, step in zip(one, steps, strict=True):
            assert step.skip in str(event["DESCRIPTION"])
            assert str(event["URL"]) == f"{ADDRESS}practices/{step.practice}/"
        assert b"VALARM" not in content


def test_two_readers_see_the_same_calendar(site: Path) -> None:
    for file in CALENDARS:
        content = (site / file).read_bytes()
        first = [
            (
                str(event["UID"]),
                str(event["SUMMARY"]),
                str(event["DESCRIPTION"]),
                str(event["URL"]),
                event.decoded("DTSTART"),
                event.decoded("DTEND"),
                event.decoded("DTSTAMP"),
                str(event["SEQUENCE"]),
                event["RRULE"].to_ical().decode() if "RRULE" in event else "",
            )
            for event in events(content)
        ]
        second = [
            (
                event.uid.value,
                event.summary.value,
                event.description.value,
                event.url.value,
                event.dtstart.value,
                event.dtend.value,
                event.dtstamp.value,
                event.sequence.value,
                event.rrule.value if hasattr(event, "rrule") else "",
            )
            for event in vobject.readOne(content.decode()).vevent_list
        ]
        assert first == second
        assert len(first) >= 20


@pytest.mark.parametrize(
    ("built", "year"),
    [
        ("2026-11-22", 2026),
        ("2027-01-03", 2026),  # a Sunday of week 53
        ("2027-01-04", 2027),
        ("2024-12-30", 2025),  # a Monday of week 1
        ("2020-12-31", 2020),
    ],
)
def test_the_weeks_follow_each_other_across_the_ends_of_years(
    tmp_path: Path, built: str, year: int
) -> None:
    weeks = events(
        made(tmp_path, built=datetime.fromisoformat(f"{built}T23:59:00+00:00"))[
            "calendars/weeks.ics"
        ]
    )
    days = [event.decoded("DTSTART") for event in weeks]
    first, last = date.fromisocalendar(year, 1, 1), date.fromisocalendar(year + 3, 1, 1)
    assert days == [first + timedelta(weeks=n) for n in range((last - first).days // 7)]
    for event, day in zip(weeks, days, strict=True):
        iso = day.isocalendar()
        entry = CATALOG[WEEKS][str(min(iso.week, 52))]
        assert event["UID"] == f"{iso.year}-w{iso.week:02}@ripple"
        assert event["SUMMARY"] == CATALOG[PRACTICES][entry.practice].title
        gate = "".join(f"{line}\n\n" for line in CATALOG[PRACTICES][entry.practice].gate)
        assert event["DESCRIPTION"].startswith(gate + entry.why)
    assert days[0] <= date.fromisoformat(built) < days[-1]


def test_a_year_of_53_weeks_shows_the_last_practice_twice(tmp_path: Path) -> None:
    weeks = {e["UID"]: e for e in events(made(tmp_path)["calendars/weeks.ics"])}
    last, extra = weeks["2026-w52@ripple"], weeks["2026-w53@ripple"]
    assert extra.decoded("DTSTART") == date(2026, 12, 28)
    assert extra["SUMMARY"] == last["SUMMARY"]
    assert weeks["2027-w01@ripple"].decoded("DTSTART") == date(2027, 1, 4)
    assert "2027-w53@ripple" not in weeks


@pytest.mark.parametrize("level", LEVELS)
def test_a_month_comes_back_on_its_days_and_ends(tmp_path: Path, level: str) -> None:
    content = made(tmp_path)[f"calendars/{level}.ics"].decode()
    days = {int(day): id for day, id in CATALOG[MONTHS][level].days.items()}
    every = [date(2026, 1, 1) + timedelta(days=n) for n in range(365 + 365 + 366)]
    found = {}
    for event in vobject.readOne(content).vevent_list:
        number = int(event.uid.value.removeprefix(f"{level}-").removesuffix("@ripple"))
        found[number] = event.summary.value
        repeated = [moment.date() for moment in event.getrruleset(addRDate=True)]
        # A month without the day leaves it out: no act of January 30 falls on a day in March.
        assert repeated == [day for day in every if day.day == number]
    assert found == {day: CATALOG[ACTS][id].text for day, id in days.items()}


def test_entries_are_days_without_an_hour_or_an_alarm(tmp_path: Path) -> None:
    files = made(tmp_path)
    for content in (files[str(file)] for file in CALENDARS):
        # No hour and no zone: a change of clocks has nothing to move.
        for event in events(content):
            start, end = event.decoded("DTSTART"), event.decoded("DTEND")
            assert (type(start), type(end)) == (date, date)
            assert end - start == timedelta(days=1)
            assert event["TRANSP"] == "TRANSPARENT"
        for word in (b"VALARM", b"VTIMEZONE", b"TZID"):
            assert word not in content


def test_a_calendar_begins_as_apps_expect(tmp_path: Path) -> None:
    text = made(tmp_path)["calendars/gentle.ics"].decode()
    head = text.replace(f"{CR} ", "").split(f"{CR}BEGIN:VEVENT")[0]
    meaning = CATALOG[MONTHS]["gentle"].meaning
    assert sorted(head.split(CR)) == [
        "BEGIN:VCALENDAR",
        "DESCRIPTION:" + meaning.replace(",", "\\,"),
        "METHOD:PUBLISH",
        "NAME:Ripple: A gentle month of small acts",
        "PRODID:-//Ripple//A gentle rhythm//EN",
        "REFRESH-INTERVAL;VALUE=DURATION:P7D",
        "VERSION:2.0",
        "X-PUBLISHED-TTL:P1W",
        f"X-WR-CALDESC:{meaning}",
        "X-WR-CALNAME:Ripple: A gentle month of small acts",
    ]


def test_lines_are_as_the_format_wants_them(tmp_path: Path) -> None:
    files = made(tmp_path, ADDRESS)
    for content in (files[str(file)] for file in CALENDARS):
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
        assert max(map(len, content.split(b"\r\n"))) <= 75


def test_a_later_build_replaces_the_entries_of_an_earlier_one(tmp_path: Path) -> None:
    early = made(tmp_path)
    late = made(tmp_path, "https://elsewhere.example/", NOVEMBER + timedelta(minutes=1))
    for file in map(str, CALENDARS):
        for old, new in zip(events(early[file]), events(late[file]), strict=True):
            assert old["UID"] == new["UID"]
            assert old["SEQUENCE"] < new["SEQUENCE"] < 2**31
            for stamp in ("DTSTAMP", "LAST-MODIFIED"):
                assert old.decoded(stamp) < new.decoded(stamp)
        uids = [event["UID"] for event in events(early[file])]
        assert len(set(uids)) == len(uids)


@pytest.mark.parametrize("name", SITES)
def test_the_same_site_gives_the_same_bytes(name: str, request: pytest.FixtureRequest) -> None:
    """Whichever builder made it: the files depend on data, address and time alone."""
    place: Path = request.getfixturevalue(name)
    stamp = events((place / CALENDARS[0]).read_bytes())[0].decoded("DTSTAMP")
    files = made(place, "" if name == "offline_site" else ADDRESS, stamp)
    assert files.keys() == {
        path.relative_to(place).as_posix()
        for folder in ("calendars", "feeds")
        for path in (place / folder).glob("*")
    }
    for file, content in files.items():
        assert (place / file).read_bytes() == content, file


def ids(page: Path) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', page.read_text("utf-8")))


def place_of(site: Path, address: str) -> Path:
    """The file of the built site that an address leads to; its anchor is on that page."""
    assert address.startswith(ADDRESS)
    path, _, anchor = address.removeprefix(ADDRESS).partition("#")
    page = site / path / "index.html"
    assert not anchor or anchor in ids(page), address
    return page


def test_addresses_in_calendars_lead_to_the_steps(site: Path, offline_site: Path) -> None:
    for file in CALENDARS:
        for event in events((site / file).read_bytes()):
            page = place_of(site, event["URL"]).read_text("utf-8")
            assert unescape(page).count(event["SUMMARY"].split('"')[0]) > 0
            assert event["DESCRIPTION"].endswith(f"\n\n{event['URL']}")
        # A copy on a disk does not know where it is.
        assert b"://" not in (offline_site / file).read_bytes()


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("docs/index.md", ""),
        ("docs/help.md", "help/"),
        ("docs/rhythm/index.md", "rhythm/"),
        ("docs/rhythm/bold.md", "rhythm/bold/"),
    ],
)
def test_pages_have_the_addresses_of_the_built_site(
    site: Path, offline_site: Path, file: str, place: str
) -> None:
    page = PurePosixPath(file)
    assert site_in(site, CATALOG, ADDRESS).page(page) == f"{ADDRESS}{place}"
    assert site_in(site, CATALOG).page(page) == ""
    assert site_in(offline_site, CATALOG, ADDRESS).page(page) == f"{ADDRESS}{place}"


# ---------- Links in pages ----------


@pytest.mark.parametrize("name", SITES)
def test_the_page_leads_to_files_that_are_there(name: str, request: pytest.FixtureRequest) -> None:
    place: Path = request.getfixturevalue(name)
    page = (place / "rhythm" / "index.html").read_text("utf-8")
    (lists, *more) = re.findall(r'(?s)<ul class="rp-handouts" role="list">.*?</ul>', page)
    links = re.findall(r'<a href="([^"]+)"', lists)
    calendars = [link for link in links if not link.startswith("webcal:")]
    assert [(place / "rhythm" / link).resolve() for link in calendars] == [
        (place / file).resolve() for file in CALENDARS
    ]
    assert all((place / file).is_file() for file in CALENDARS)
    subscriptions = [link for link in links if link.startswith("webcal:")]
    feeds = [link for part in more for link in re.findall(r'<a href="([^"]+)"', part)]
    if name != "offline_site":
        base = ADDRESS.replace("https:", "webcal:")
        assert subscriptions == [f"{base}{file}" for file in CALENDARS]
        assert len(feeds) == len(FEEDS)
        assert all((place / "rhythm" / feed).is_file() for feed in feeds)
    else:
        assert (subscriptions, feeds) == ([], [])
        assert "This copy does not know where it is published" in page
        assert not (place / "feeds").exists()


def test_every_page_names_the_feeds_where_there_are_feeds(site: Path, offline_site: Path) -> None:
    alternate = r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">'
    for path in site.rglob("*.html"):
        found = re.findall(alternate, path.read_text("utf-8"))
        where = f"{ADDRESS}{path.relative_to(site).as_posix()}"
        assert [(kind, urljoin(where, link).removeprefix(ADDRESS)) for kind, link in found] == [
            ("application/rss+xml", "feeds/changes.xml"),
            ("application/rss+xml", "feeds/weeks.xml"),
        ], path
    assert 'rel="alternate"' not in (offline_site / "index.html").read_text("utf-8")


# ---------- Feeds ----------


def moment(parsed: struct_time) -> datetime:
    """The moment of an entry, as feedparser reads it."""
    return datetime.fromtimestamp(timegm(parsed), UTC)


@pytest.mark.parametrize("name", FEEDS)
def test_feeds_are_valid_and_lead_to_pages(site: Path, name: str) -> None:
    rss = feedparser.parse((site / "feeds" / f"{name}.xml").read_bytes())
    assert (rss.bozo, rss.version) == (False, "rss20")
    assert (rss.feed.link, rss.feed.language) == (ADDRESS, "en")
    assert rss.feed.title.startswith("Ripple: ")
    assert rss.feed.description
    assert rss.feed.links[-1].href == f"{ADDRESS}feeds/{name}.xml"
    moments = [moment(entry.published_parsed) for entry in rss.entries]
    assert moments == sorted(moments, reverse=True)
    assert len({entry.id for entry in rss.entries}) == len(rss.entries) > 0
    for entry in rss.entries:
        assert entry.title
        assert entry.description
        assert place_of(site, entry.link).is_file()


def items(folder: Path, name: str, built: datetime) -> list[tuple[str, str, str]]:
    """Id, title and text of the entries of a feed of the project in this folder."""
    site = site_in(folder, load(folder), ADDRESS, built)
    content = feeds.files(site)[PurePosixPath("feeds", f"{name}.xml")]
    entries = feedparser.parse(content).entries
    return [(entry.id, entry.title, entry.description) for entry in entries]


def test_the_feed_of_changes_tells_what_is_new_and_what_changed(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    page = root / "docs" / "practices" / "sit-for-a-minute.md"
    changes = "changes:\n  - day: 2026-11-24\n    what: Step one is shorter.\n"
    text = page.read_text("utf-8").replace("reviewed: 2026-11-22\n", "reviewed: 2026-12-01\n")
    page.write_text(text.replace("published:", changes + "published:"), "utf-8")
    wave = "Lift a hand to somebody you see, to feel a little closer."
    catalog = load(root)
    article, claim = catalog[ARTICLES]["why-wave"], catalog[CLAIMS]["small-lift"]
    old = [
        (
            "claims/small-lift@2026-11-21",
            f"We changed our mind: {claim.statement.rstrip('.')}",
            "We changed our mind on November 21, 2026: unsupported before, limited now."
            f" {claim.history[0].why}",
        ),
        ("articles/why-wave@2026-11-20", article.title, article.summary),
        ("practices/wave-to-a-neighbor@2001-11-22", "Wave to a neighbor", wave),
    ]
    sit = "Sit down and do nothing for a minute, to have more patience later."
    weeks = ("paths/two-weeks@2026-11-22", "Two weeks", catalog[PATHS]["two-weeks"].summary)
    dying = catalog[SITUATIONS]["ask-about-dying"]
    ask = ("situations/ask-about-dying@2026-11-22", dying.title, dying.summary)
    no = ("situations/say-no@2026-11-22", "Say no", catalog[SITUATIONS]["say-no"].summary)
    new = ("practices/sit-for-a-minute@2026-11-22", "Sit for a minute", sit)
    changed = (
        "practices/sit-for-a-minute@2026-11-24",
        "Changed: Sit for a minute",
        "Step one is shorter.",
    )
    day = datetime(2026, 11, 21, tzinfo=UTC)
    assert items(root, "changes", day) == old
    assert items(root, "changes", day + timedelta(days=1)) == [weeks, new, ask, no, *old]
    assert items(root, "changes", day + timedelta(days=3)) == [changed, weeks, new, ask, no, *old]


def test_the_feed_of_weeks_ends_with_the_week_of_the_build(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    found = items(root, "weeks", datetime(2027, 1, 10, 23, tzinfo=UTC))
    expected = ["2027-w01", *(f"2026-w{week}" for week in range(53, 42, -1))]
    assert [id for id, *_ in found] == expected
    assert found[0][1] == "Sit for a minute"
    assert found[1][1:] == found[2][1:]
    assert found[1][2].startswith("Somebody walks past. Lift a hand")


# ---------- The door ----------


def test_complete_writes_beside_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    root = copy_of_fixture(tmp_path)
    built = tmp_path / "built"
    built.mkdir()
    arguments = ["complete", str(built), "--root", str(root)]
    refused = CliRunner().invoke(app, arguments)
    assert refused.exit_code == 1
    assert f"{built} holds no built site; run: make site" in refused.output
    (built / "index.html").write_text("<p>Front page.</p>", "utf-8")
    done = CliRunner().invoke(app, arguments)
    assert (done.exit_code, done.output) == (0, "")
    assert sorted(p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()) == [
        *(
            "calendars/gentle.ics",
            "calendars/path-two-weeks.ics",
            "calendars/weeks.ics",
            "index.html",
            "old-help/index.html",
        ),
        *("practices/hail-a-neighbor/index.html", "search/index.json", "worker.js"),
    ]


def test_complete_stops_at_problems(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    (root / "data" / "months.yml").write_text("gentle: {}\n", "utf-8")
    done = CliRunner().invoke(app, ["complete", str(tmp_path), "--root", str(root)])
    assert done.exit_code == 1
    assert "there are problems; run: python -m macros check" in done.output
