"""The page for the night: dark, still, with help on the page itself, and large to touch."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.catalog.kinds import HELPLINES
from tests.audit.pages import calling
from tests.helpers.projects import SETTINGS, real_catalog
from tests.helpers.reader import DESKTOP, MOVED, PHONE, SMALL, Device, on_disk

CATALOG = real_catalog()
COUNTRIES = CATALOG[HELPLINES]
PLACE = calling("night_help")
HERE = ".rp-night__here"
FIRST_SCREEN = 700  # pixels of a phone's window between the bars of its browser
GROUND = "getComputedStyle(document.body).backgroundColor"
DARK = "rgb(27, 24, 21)"


@contextmanager
def night(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    """The page on a phone with these settings, on the day of the build."""
    context = browser.new_context(**({"viewport": PHONE} | settings))
    page = context.new_page()
    page.clock.set_fixed_time(SETTINGS.built)
    page.goto(address + PLACE)
    yield page
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_dark_whatever_the_device_says(browser: Browser, address: str, scheme: Any) -> None:
    with night(browser, address, color_scheme=scheme) as page:
        assert page.evaluate(GROUND) == DARK
        assert page.locator("meta[name='color-scheme']").get_attribute("content") == "dark"


def test_colors_that_a_reader_forces_stay(browser: Browser, address: str) -> None:
    with night(browser, address, forced_colors="active", color_scheme="light") as page:
        own = """() => {
          document.body.style.color = "Canvas";
          return getComputedStyle(document.body).color;
        }"""
        assert page.evaluate(GROUND) != DARK
        assert page.evaluate(GROUND) == page.evaluate(own)


def test_paper_stays_white(browser: Browser, address: str) -> None:
    with night(browser, address) as page:
        page.emulate_media(media="print")
        assert page.evaluate(GROUND) == "rgb(255, 255, 255)"


def test_nothing_lists_what_is_on_the_page(browser: Browser, address: str) -> None:
    for size in (PHONE, DESKTOP):
        with night(browser, address, viewport=size) as page:
            expect(page.locator(".rp-toc")).to_have_count(0)


@pytest.mark.parametrize("code", ["us", "gb", "de", "au", "nz"])
def test_help_of_the_readers_country_is_in_the_first_screen(
    browser: Browser, address: str, code: str
) -> None:
    country = COUNTRIES[code]
    lines = country.first_lines(SETTINGS.today)
    for size in (PHONE, SMALL):
        with night(browser, address, viewport=size, timezone_id=country.zones[0]) as page:
            taken = page.get_by_text(CATALOG.text("help.taken.call"))
            calls = page.locator(f"{HERE} [href^='tel:']")
            numbers = [country.emergency.numbers[0].number]
            numbers += [phone.dial for line in lines for phone in line.phone[:1]]
            found = calls.evaluate_all("all => all.map(e => e.getAttribute('href'))")
            assert found == [f"tel:{number}" for number in numbers]
            for part in (taken, *calls.all()[:2]):
                box = part.bounding_box()
                assert box and box["y"] + box["height"] < (FIRST_SCREEN if size is PHONE else 900)
            assert page.evaluate(MOVED) == 0


@pytest.mark.parametrize(
    ("zone", "locale"),
    [("UTC", "en-US"), ("Atlantic/Reykjavik", "en-GB"), ("Asia/Kathmandu", "en-US")],
)
def test_no_language_is_taken_for_a_country(
    browser: Browser, address: str, zone: str, locale: str
) -> None:
    with night(browser, address, timezone_id=zone, locale=locale) as page:
        expect(page.locator(HERE)).to_have_text(CATALOG.text("night.unknown"))
        assert page.evaluate(MOVED) == 0


def test_every_country_is_one_tap_away_also_without_scripts(browser: Browser, address: str) -> None:
    with night(browser, address, java_script_enabled=False) as page:
        expect(page.get_by_text(CATALOG.text("help.taken.call"))).to_be_visible()
        page.get_by_text(CATALOG.text("night.countries")).click()
        rows = page.locator(".rp-night li")
        expect(rows).to_have_count(len(COUNTRIES))
        for code, country in COUNTRIES.items():
            number = country.emergency.numbers[0].number
            row = rows.filter(has=page.get_by_role("link", name=country.country, exact=True))
            expect(row.locator(".rp-number .rp-call")).to_have_text(f"Call {number}")
            for line in country.first_lines(SETTINGS.today):
                expect(row).to_contain_text(line.name)
                expect(row.locator(f"[data-expires='{line.expires}']").first).to_be_visible()
            assert row.count() == 1, code


def test_a_date_that_has_passed_is_said_beside_the_number(browser: Browser, address: str) -> None:
    (line, *_) = COUNTRIES["de"].first_lines(SETTINGS.today)
    assert line.expires
    for day, count in ((line.expires - timedelta(days=1), 0), (line.expires, 1)):
        context = browser.new_context(viewport=PHONE, timezone_id="Europe/Berlin")
        page = context.new_page()
        page.clock.set_fixed_time(f"{day}T12:00:00+01:00")
        page.goto(address + PLACE)
        expect(page.locator(f"{HERE} .rp-passed")).to_have_count(count)
        context.close()


def test_what_can_be_touched_is_large(browser: Browser, address: str) -> None:
    with night(browser, address, timezone_id="Europe/Berlin") as page:
        small = page.evaluate(
            """() => [...document.querySelectorAll(
              ".rp-night__here .rp-call, .rp-night summary, .rp-text > h2 > a, .rp-text > p > a")]
              .filter(e => !e.classList.contains("headerlink"))
              .map(e => [e.textContent, e.getBoundingClientRect().height])
              .filter(([, height]) => height < 44)"""
        )
        assert small == []


def test_the_copy_on_a_disk_knows_the_country_too(device: Device, offline_site: Path) -> None:
    page = device(timezone_id="Asia/Tokyo", offline=True)
    page.goto(on_disk(offline_site, PLACE))
    expect(page.locator(f"{HERE} [href='tel:119']")).to_be_visible()
    assert page.evaluate(GROUND) == DARK
