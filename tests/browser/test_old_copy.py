"""A copy read two years on: it says so, numbers ask to be checked, and nothing disappears."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.catalog.strings import Strings
from tests.helpers.picks import Guided, Pick
from tests.helpers.projects import SETTINGS
from tests.helpers.reader import Device, on_disk
from tests.helpers.sites import ADDRESS

OLD = "By the clock of your device, this is more than a year old."


@pytest.fixture
def places(practice: Guided, article: Pick) -> tuple[str, ...]:
    """One page of each kind."""
    return ("", "help/", practice.address, article.address, "download/")


def later(years: int) -> datetime:
    """The same day of the same week years after the build: each week has a practice of its own."""
    moment = SETTINGS.built
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


def test_two_years_on_pages_say_so_and_lose_nothing(
    page: Page, address: str, places: tuple[str, ...]
) -> None:
    built = page.locator(".rp-built")
    fresh = {}
    page.clock.set_fixed_time(SETTINGS.built)
    for place in places:
        page.goto(address + place)
        fresh[place] = words(page)
        expect(built).not_to_contain_text(OLD)
    page.clock.set_fixed_time(later(years=2))
    for place in places:
        page.goto(address + place)
        expect(built).to_contain_text(OLD)
        link = built.get_by_role("link", name=ADDRESS)
        expect(link).to_have_attribute("href", ADDRESS)
        assert lost(fresh[place], words(page)) == [], place
        asked = page.get_by_text("Check this number first.").count()
        assert asked > 40 if place == "help/" else asked == 0, place
    page.clock.set_fixed_time(SETTINGS.built + timedelta(days=363))
    page.goto(address)
    expect(built).not_to_contain_text(OLD)


@pytest.mark.proves(
    "Its helpline details stay as they were on the day the copy was made, so look at the dates"
    " beside them first."
)
def test_a_copy_on_a_disk_says_it_too(page: Page, offline_site: Path) -> None:
    page.clock.set_fixed_time(later(years=2))
    page.goto(on_disk(offline_site, "help/"))
    expect(page.locator(".rp-built")).to_contain_text(OLD)
    expect(page.locator(".rp-built").get_by_role("link")).to_have_count(0)
    expect(page.get_by_text("Check this number first.").first).to_be_visible()


def test_without_scripts_the_dates_are_there_in_words(
    device: Device, address: str, places: tuple[str, ...]
) -> None:
    page = device(java_script_enabled=False)
    for place in places:
        page.goto(address + place)
        made = f"Made on {Strings({}).day(SETTINGS.today)}."
        expect(page.locator(".rp-built")).to_contain_text(made)
    page.goto(f"{address}help/")
    shown = page.locator(".rp-line").first
    expect(shown).to_contain_text(re.compile(r"No longer counted as fresh from \w+ \d+, \d{4}"))
