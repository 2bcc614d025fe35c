"""A copy read two years on: it says so, numbers ask to be checked, and nothing disappears."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.components.context import now
from tests.conftest import ADDRESS

OLD = "By the clock of your device, this is more than a year old."
PLACES = ("", "help/", "practices/say-no-kindly/", "articles/the-two-way-street/", "download/")


@contextmanager
def on(browser: Browser, moment: datetime, scripts: bool = True) -> Iterator[Page]:
    """A page on a device whose clock shows this moment."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    yield page
    context.close()


def later(years: int) -> datetime:
    """The same day of the same week years after the build: each week has a practice of its own."""
    moment = now()
    year, week, day = moment.isocalendar()
    there = date.fromisocalendar(year + years, min(week, 52), day)
    return datetime.combine(there, moment.timetz())


def words(page: Page) -> list[str]:
    """The visible words of the page and its footer."""
    texts = [page.locator(part).inner_text() for part in ("main", ".rp-footer")]
    return re.findall(r"\w+", " ".join(texts))


def lost(before: list[str], after: list[str]) -> list[str]:
    """The words that were there before and are not there after."""
    return sorted(set(before) - set(after))


@pytest.mark.parametrize("place", PLACES)
def test_two_years_on_pages_say_so_and_lose_nothing(
    browser: Browser, address: str, place: str
) -> None:
    with on(browser, now()) as page:
        page.goto(address + place)
        fresh = words(page)
        expect(page.locator(".rp-built")).not_to_contain_text(OLD)
    with on(browser, later(years=2)) as page:
        page.goto(address + place)
        expect(page.locator(".rp-built")).to_contain_text(OLD)
        link = page.locator(".rp-built").get_by_role("link", name=ADDRESS)
        expect(link).to_have_attribute("href", ADDRESS)
        assert lost(fresh, words(page)) == []
        asked = page.get_by_text("Check this number first.").count()
        assert asked > 40 if place == "help/" else asked == 0


def test_a_year_less_a_day_is_not_old(browser: Browser, address: str) -> None:
    with on(browser, now() + timedelta(days=363)) as page:
        page.goto(address)
        expect(page.locator(".rp-built")).not_to_contain_text(OLD)


@pytest.mark.proves(
    "Its helpline details stay as they were on the day the copy was made, so look at the dates"
    " beside them first."
)
def test_a_copy_on_a_disk_says_it_too(browser: Browser, offline_site: Path) -> None:
    with on(browser, later(years=2)) as page:
        page.goto((offline_site / "help.html").as_uri())
        expect(page.locator(".rp-built")).to_contain_text(OLD)
        expect(page.locator(".rp-built").get_by_role("link")).to_have_count(0)
        expect(page.get_by_text("Check this number first.").first).to_be_visible()


def test_without_scripts_the_dates_are_there_in_words(browser: Browser, address: str) -> None:
    made = f"Made on {now():%B} {now().day}, {now().year}."
    with on(browser, later(years=2), scripts=False) as page:
        for place in PLACES:
            page.goto(address + place)
            expect(page.locator(".rp-built")).to_contain_text(made)
        page.goto(f"{address}help/")
        shown = page.locator(".rp-line").first
        expect(shown).to_contain_text(re.compile(r"No longer counted as fresh from \w+ \d+, \d{4}"))
