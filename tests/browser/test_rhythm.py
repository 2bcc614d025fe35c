"""The rhythm: this week by the reader's own clock, the year, and months that fit a fridge door."""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.catalog.kinds import ACTS, MONTHS, PRACTICES, WEEKS
from tests.helpers.projects import real_catalog
from tests.helpers.reader import Device, violations

CATALOG = real_catalog()
LEVELS = ("gentle", "steady", "bold")
PHONE = {"width": 320, "height": 700}
MONTH = ".rp-month__days > li"
FEEDS = 2


def practice(week: int) -> str:
    """The title of the practice of a week."""
    return CATALOG[PRACTICES][CATALOG[WEEKS][str(min(week, 52))].practice].title


@pytest.fixture
def page(device: Device) -> Page:
    """A page on the narrowest phone."""
    return device(viewport=PHONE)


# ---------- What is chosen ----------


def test_no_practice_comes_more_than_twice_and_the_ways_are_in_balance() -> None:
    turns = Counter(week.practice for week in CATALOG[WEEKS].values())
    assert turns.keys() <= CATALOG[PRACTICES].keys()
    assert set(turns.values()) <= {1, 2}
    ways = Counter(CATALOG[PRACTICES][week.practice].direction for week in CATALOG[WEEKS].values())
    assert abs(ways["outward"] - ways["inward"]) <= 4


def test_levels_differ_in_what_they_ask() -> None:
    hours, quiet = [], []
    for level in LEVELS:
        acts = [CATALOG[ACTS][id] for id in CATALOG[MONTHS][level].days.values()]
        hours.append(sum(act.minutes for act in acts))
        quiet.append(sum(act.effort == "low" and act.whom == "self" for act in acts))
    assert hours == sorted(hours)
    assert quiet == sorted(quiet, reverse=True)
    assert len(CATALOG[MONTHS]["gentle"].days) == 20
    assert {CATALOG[ACTS][id].effort for id in CATALOG[MONTHS]["gentle"].days.values()} == {"low"}
    assert {CATALOG[ACTS][id].cost for id in CATALOG[MONTHS]["gentle"].days.values()} == {"free"}


def test_nothing_speaks_of_streaks(site: Path) -> None:
    for path in (site / "rhythm").rglob("*.html"):
        text = path.read_text("utf-8").lower()
        for word in ("streak", "in a row", "keep it up", "well done", "don't break"):
            assert word not in text, (path, word)


# ---------- This week ----------


# Which week a day is of, wherever the clock stands, is shown by frontend/tests.
EDGES = {"2026-11-01T23:59-05:00": 44, "2026-11-02T00:00-05:00": 45, "2027-01-01T12:00-05:00": 53}


@pytest.mark.proves("This week's practice is picked by your device's own clock.")
def test_the_week_is_that_of_the_readers_own_clock(device: Device, address: str) -> None:
    page = device(timezone_id="America/New_York")
    for moment, week in EDGES.items():
        page.clock.set_fixed_time(moment)
        page.goto(f"{address}rhythm/")
        expect(page.locator(".rp-week .rp-title")).to_have_text(practice(week))
        row = page.locator("[aria-current=date]")
        expect(row).to_have_count(1)
        expect(row).to_have_id(f"week-{min(week, 52)}")
        expect(row).to_contain_text(f"This week: Week {min(week, 52)},")


def test_one_moment_can_be_two_weeks(device: Device, address: str) -> None:
    seen = []
    for zone in ("Pacific/Auckland", "America/Los_Angeles"):
        page = device(timezone_id=zone)
        page.clock.set_fixed_time("2027-01-03T12:00:00Z")
        page.goto(f"{address}rhythm/")
        seen.append(page.locator(".rp-week .rp-title").inner_text())
    assert seen == [practice(1), practice(53)]


def test_without_scripts_the_year_is_one_link_away(device: Device, address: str) -> None:
    page = device(viewport=PHONE, java_script_enabled=False)
    page.goto(f"{address}rhythm/")
    link = page.locator(".rp-week a")
    expect(link).to_have_text("The year, week by week")
    link.click()
    expect(page.locator("#the-year")).to_be_in_viewport()
    rows = page.locator(".rp-year > li")
    expect(rows).to_have_count(52)
    assert rows.locator(".rp-title").all_inner_texts() == [practice(n) for n in range(1, 53)]
    weeks = rows.locator(".rp-year__week").all_inner_texts()
    assert (weeks[0], weeks[51]) == ("Week 1, early January", "Week 52, late December")
    expect(page.locator("[aria-current=date]")).to_have_count(0)


def test_the_name_of_the_time_is_right_in_every_year(site: Path) -> None:
    page = (site / "rhythm" / "index.html").read_text("utf-8")
    found = re.findall(r'class="rp-year__week">Week (\d+), (\w+) (\w+)<', page)
    assert len(found) == 52
    for week, part, month in found:
        for year in range(2020, 2048):
            monday = date.fromisocalendar(year, int(week), 1)
            days = [monday + timedelta(days=n) for n in range(-3, 10)]  # give or take three days
            parts = {(("early", "mid", "late")[min(d.day - 1, 29) // 10], f"{d:%B}") for d in days}
            assert (part, month) in parts, (week, year)


def test_the_copy_on_a_disk_knows_the_week(device: Device, offline_site: Path) -> None:
    page = device(viewport=PHONE, timezone_id="Asia/Tokyo", offline=True)
    page.clock.set_fixed_time("2026-12-31T12:00:00+09:00")
    for name in ("rhythm/index.html",):
        page.goto((offline_site / name).as_uri())
        expect(page.locator(".rp-week .rp-title")).to_have_text(practice(52))
    page.locator(".rp-week .rp-title a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(practice(52))


# ---------- A month ----------


@pytest.mark.parametrize("level", LEVELS)
def test_a_month_shows_thirty_days(page: Page, address: str, level: str) -> None:
    page.goto(f"{address}rhythm/{level}/")
    days = CATALOG[MONTHS][level].days
    assert [" ".join(text.split()) for text in page.locator(MONTH).all_inner_texts()] == [
        f"{n} {CATALOG[ACTS][days[str(n)]].text if str(n) in days else 'Nothing today.'}"
        for n in range(1, 31)
    ]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]


def pages(page: Page, paper: str) -> int:
    """How many pages a page of the site takes on paper."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


@pytest.mark.parametrize("level", LEVELS)
def test_a_month_prints_on_one_page(page: Page, address: str, level: str) -> None:
    page.goto(f"{address}rhythm/{level}/")
    assert [pages(page, paper) for paper in ("A4", "Letter")] == [1, 1]
    page.emulate_media(media="print")
    points = "es => es.map(e => parseFloat(getComputedStyle(e).fontSize) * 0.75)"
    assert min(page.locator(MONTH).evaluate_all(points)) >= 12
    assert min(page.locator(f"{MONTH} > b").evaluate_all(points)) >= 16
    shown = page.locator("body :visible").evaluate_all(
        "es => es.filter(e => !e.children.length).map(e => e.textContent.trim())"
    )
    days = CATALOG[MONTHS][level].days
    acts = {CATALOG[ACTS][id].text for id in days.values()}
    assert acts <= set(shown)
    assert shown[0] == f"A {level} month"
    assert shown[-1].endswith("If the month has a 31st, it is yours.")


def test_a_long_page_is_counted_as_more_than_one(page: Page, address: str) -> None:
    page.goto(f"{address}rhythm/")
    assert pages(page, "A4") > 1


# ---------- For everybody ----------


@pytest.mark.parametrize("scheme", ["dark", pytest.param("light", marks=pytest.mark.audit)])
def test_axe_finds_nothing(device: Device, address: str, scheme: str) -> None:
    page = device(viewport=PHONE, color_scheme=scheme)
    for path in ("rhythm/", f"rhythm/{LEVELS[-1]}/"):
        page.goto(address + path)
        assert violations(page, path) == []


def test_buttons_are_large_and_say_what_they_do(page: Page, address: str) -> None:
    page.goto(f"{address}rhythm/")
    ways = page.locator(".rp-handouts__ways a")
    names = []
    for way in ways.all():
        box = way.bounding_box()
        assert box and box["height"] >= 44 and box["width"] >= 44
        names.append(way.get_attribute("aria-label"))
    assert len(set(names)) == len(names) == 2 * (1 + len(LEVELS)) + FEEDS
    assert names[:2] == ["Subscribe to: A practice each week", "Download: A practice each week"]


def test_an_open_page_follows_the_clock_into_another_week(page: Page, address: str) -> None:
    page.clock.install(time="2026-11-22T12:00:00")  # a Sunday
    page.goto(f"{address}rhythm/")
    marked = page.locator(".rp-year > [aria-current]")
    expect(marked).to_have_attribute("id", "week-47")
    expect(page.locator(".rp-week .rp-card")).to_contain_text(practice(47))
    page.clock.set_system_time("2026-11-23T07:00:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("id", "week-48")
    expect(page.locator(".rp-week .rp-card")).to_have_count(1)
    expect(page.locator(".rp-week .rp-card")).to_contain_text(practice(48))
    expect(page.get_by_text("This week: ")).to_have_count(1)
