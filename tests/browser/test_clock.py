"""Pages stay open for days: what they say of today follows the reader's clock."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINES
from tests.audit.pages import calling
from tests.helpers.projects import SETTINGS

TODAY = SETTINGS.today
OLD = "By the clock of your device, this is more than a year old."
CHECK = "Check this number first."
Later = Callable[[date], None]


@pytest.fixture(params=["visibilitychange", "pageshow"])
def later(page: Page, request: pytest.FixtureRequest) -> Later:
    """Lets the open page be looked at again on another day."""

    def look(day: date) -> None:
        page.clock.set_fixed_time(f"{day}T12:00:00")
        target = "document" if request.param == "visibilitychange" else "window"
        page.evaluate(f"{target}.dispatchEvent(new Event('{request.param}'))")

    return look


def opened(page: Page, address: str, call: str) -> None:
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page.goto(address + calling(call))


def test_help_follows_it(page: Page, address: str, later: Later, catalog: Catalog) -> None:
    lines = [line for each in catalog[HELPLINES].values() for line in each.shown(TODAY).lines]
    opened(page, address, "helpline_list")
    expect(page.get_by_text(CHECK)).to_have_count(0)
    later(max(line.expires for line in lines if line.expires))
    expect(page.locator(".rp-country .rp-line:not(:has(.rp-passed))")).to_have_count(0)
    expect(page.locator(".rp-here .rp-line:not(:has(.rp-passed))")).to_have_count(0)


def test_the_age_of_the_page_follows_it(page: Page, address: str, later: Later) -> None:
    opened(page, address, "helpline_list")
    expect(page.locator(".rp-built")).not_to_contain_text(OLD)
    for years in (2, 3):
        later(TODAY.replace(year=TODAY.year + years))
        expect(page.locator(".rp-built")).to_contain_text(OLD)
    expect(page.locator(".rp-built strong")).to_have_count(1)


def test_the_look_back_follows_it(page: Page, address: str, later: Later) -> None:
    opened(page, address, "log")
    page.get_by_label("What did you do?").fill("tea")
    page.get_by_role("radio", name="Myself").check()
    page.get_by_role("button", name="Add to the log").click()
    page.get_by_label("Remember on this device").check()
    opened(page, address, "look_back")
    said = page.locator(".rp-look .rp-log__said")
    first = TODAY - timedelta(days=27)
    expect(said).to_contain_text(f"since {first:%B} {first.day}, {first.year}")
    later(TODAY + timedelta(days=1))
    first += timedelta(days=1)
    expect(said).to_contain_text(f"since {first:%B} {first.day}, {first.year}")


def test_a_week_begins_tomorrow_until_the_reader_takes_a_day(
    page: Page, address: str, later: Later
) -> None:
    opened(page, address, "my_week")
    begin, first = page.get_by_label("It begins on"), page.locator(".rp-sheet tbody th").first
    expect(begin).to_have_value(str(TODAY + timedelta(days=1)))
    later(TODAY + timedelta(days=3))
    day = TODAY + timedelta(days=4)
    expect(begin).to_have_value(str(day))
    expect(first).to_contain_text(f"{day:%b} {day.day}")
    own = TODAY + timedelta(days=20)
    begin.fill(str(own))
    later(TODAY + timedelta(days=5))
    expect(begin).to_have_value(str(own))
    expect(first).to_contain_text(f"{own:%b} {own.day}")
