"""Help now: the reader's country first, every other one choice away, and dates that have passed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.catalog.kinds import HELPLINES
from tests.helpers.projects import SETTINGS, real_catalog
from tests.helpers.reader import PHONE, SHIFT, SMALL, on_disk

COUNTRIES = real_catalog()[HELPLINES]
SHOWN = [line for each in COUNTRIES.values() for line in each.shown(SETTINGS.today).lines]
ENDS = [line.expires for line in SHOWN if line.expires]


@contextmanager
def device(browser: Browser, **settings: Any) -> Iterator[Page]:
    """A phone with these settings, on the day of the build."""
    context = browser.new_context(viewport=PHONE, **settings)
    page = context.new_page()
    page.clock.set_fixed_time(SETTINGS.built)
    yield page
    context.close()


@contextmanager
def help_page(browser: Browser, address: str, **settings: Any) -> Iterator[Page]:
    """The help page, as a phone with these settings shows it."""
    with device(browser, **settings) as page:
        page.goto(f"{address}help/")
        yield page


def chosen(page: Page) -> Locator:
    """The choice of a country."""
    return page.get_by_label("Country", exact=True)


GUESS = "A guess from your browser's settings."
CLOCK = "A guess from your browser's clock. Its language says"
UNKNOWN = "We could not guess it. Please choose."


@pytest.mark.proves(
    "Help now shows one country first.",
    "It is a guess from two settings of your browser, its time zone and its languages.",
)
@pytest.mark.parametrize(
    ("set_to", "code", "reason"),
    [
        (("en-GB", "Europe/London"), "gb", GUESS),
        (("en-US", "Asia/Kolkata"), "in", f"{CLOCK} United States."),
        (("en-US", "Atlantic/Reykjavik"), "us", GUESS),
        (("en-US", "Asia/Kathmandu"), "", UNKNOWN),
    ],
)
def test_the_first_country_is_a_guess_and_says_so(
    browser: Browser, address: str, set_to: tuple[str, str], code: str, reason: str
) -> None:
    locale, zone = set_to
    with help_page(browser, address, locale=locale, timezone_id=zone) as page:
        region = page.get_by_role("region", name="Help in your country")
        expect(chosen(page)).to_have_value(code)
        expect(region.get_by_role("status")).to_have_text(reason)
        calls = region.locator(".rp-number .rp-call")
        numbers = [number.number for number in COUNTRIES[code].emergency.numbers] if code else []
        expect(calls).to_have_text([f"Call {number}" for number in numbers])
        for call in calls.all():
            expect(call).to_be_in_viewport()


def test_languages_that_cannot_be_read_are_skipped(browser: Browser, address: str) -> None:
    languages = "Object.defineProperty(navigator, 'languages', {get: () => ['C', 'a@b', 'fr-FR']})"
    with device(browser, timezone_id="UTC") as page:
        page.add_init_script(languages)
        page.goto(f"{address}help/")
        expect(chosen(page)).to_have_value("fr")


# What the top of the page shows for each country in turn, beside what the list below has for it.
CHOOSE = """codes => {
  const region = document.querySelector("[aria-label='Help in your country']");
  const select = region.querySelector("select");
  const texts = (part, selector) => [...part.querySelectorAll(selector)].map(e => e.textContent);
  const view = part => Object.fromEntries([".rp-number", ".rp-caution", ".rp-line .rp-way"]
    .map(selector => [selector, texts(part, selector)]));
  return codes.map(code => {
    select.value = code;
    select.dispatchEvent(new Event("change", {bubbles: true}));
    const section = document.getElementById(code)?.closest(".rp-country");
    return {
      status: region.querySelector("[role=status]").textContent,
      top: view(region),
      list: section ? view(section) : null,
      spoken: region.textContent.includes("To text or chat: we list no line here"),
      finders: [...region.querySelectorAll("a")]
        .filter(a => a.textContent.includes("Find A Helpline") && a.checkVisibility()).length,
      links: texts(region, `a[href='#${code}']`).length,
    };
  });
}"""


def test_every_country_is_one_choice_away_and_nothing_is_lost(
    browser: Browser, address: str
) -> None:
    with help_page(browser, address, locale="en-GB", timezone_id="Europe/London") as page:
        codes = page.eval_on_selector_all("#rp-country option", "os => os.map(o => o.value)")
        by_name = sorted(COUNTRIES, key=lambda code: COUNTRIES[code].country)
        assert codes == ["", *by_name]
        before = page.locator(".rp-country").all_inner_texts()
        *shown, none = page.evaluate(CHOOSE, [*by_name, ""])
        for code, seen in zip(by_name, shown, strict=True):
            assert seen["status"] == f"Below: {COUNTRIES[code].country}."
            for part in (".rp-number", ".rp-caution"):
                assert seen["top"][part] == seen["list"][part], code
            offered = ways(seen["list"][".rp-line .rp-way"])
            found = ways(seen["top"][".rp-line .rp-way"])
            assert found == offered, f"{code}: a way to make contact is missing at the top"
            assert seen["spoken"] == (offered == {"call"}), code
            assert seen["finders"] or not offered <= {"call"}, code
            assert seen["links"] == 1, code
        assert none["finders"] == 1
        assert page.locator(".rp-country").all_inner_texts() == before


def ways(offers: list[str]) -> set[str]:
    """How lines can be reached, by the words that offer it."""
    return {offer.split()[0].rstrip(":").replace("WhatsApp", "Text").lower() for offer in offers}


@pytest.mark.parametrize("code", ["us", "gb", "de", "au", "nz"])
def test_the_first_screen_holds_what_a_person_in_panic_needs(
    browser: Browser, address: str, code: str
) -> None:
    zone = COUNTRIES[code].zones[0]
    with help_page(browser, address, timezone_id=zone) as page:
        expect(chosen(page)).to_have_value(code)
        region = page.get_by_role("region", name="Help in your country")
        written = region.locator("[href^='sms:'], .rp-line .rp-call[href^='https:']")
        expect(written.first).to_be_in_viewport(ratio=1)
        for size in (PHONE, SMALL):
            page.set_viewport_size(size)
            expect(region.locator(".rp-number .rp-call").first).to_be_in_viewport(ratio=1)
            sides = region.locator("select, .rp-call").evaluate_all(
                "all => all.map(e => e.getBoundingClientRect()).flatMap(b => [b.width, b.height])"
            )
            assert len(sides) > 2 and min(sides) >= 44
            assert page.evaluate("document.scrollingElement.scrollWidth") <= size["width"]


def test_the_choice_works_by_keyboard_and_keeps_the_focus(browser: Browser, address: str) -> None:
    with help_page(browser, address, locale="en-GB", timezone_id="Europe/London") as page:
        chosen(page).focus()
        page.keyboard.type("Fra")
        expect(chosen(page)).to_have_value("fr")
        expect(chosen(page)).to_be_focused()
        expect(page.get_by_role("region").get_by_role("status")).to_have_text("Below: France.")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.href") == "tel:112"


def test_every_time_zone_is_one_that_browsers_know(browser: Browser, address: str) -> None:
    with help_page(browser, address) as page:
        named = page.evaluate(
            """zones => Object.fromEntries(zones.map(zone => [zone,
              new Intl.DateTimeFormat("en", {timeZone: zone}).resolvedOptions().timeZone]))""",
            [zone for country in COUNTRIES.values() for zone in country.zones],
        )
    for code, country in COUNTRIES.items():
        assert country.zones, f"{code}: no time zone leads to it"
        # Browsers differ in which of two names of a place they use: both must be listed.
        assert {named[zone] for zone in country.zones} <= set(country.zones), code


# Of each sentence at the top: its language for a screen reader, its direction, and if it is seen.
SENTENCES = """region => [...region.querySelectorAll(".rp-spoken p")]
  .filter(p => !p.matches(".rp-fresh"))
  .map(p => ({lang: p.closest("[lang]").lang, right: getComputedStyle(p).direction === "rtl",
    seen: p.checkVisibility(), called: [...p.querySelectorAll("a")].map(a => a.href)}))"""


@pytest.mark.parametrize(
    ("set_to", "code", "spoken"),
    [
        (("de-DE", "Europe/Berlin"), "de", ("de", False)),
        (("ar-IL", "Asia/Jerusalem"), "il", ("ar", True)),
    ],
)
def test_the_country_speaks_the_language_of_its_reader(
    browser: Browser, address: str, set_to: tuple[str, str], code: str, spoken: tuple[str, bool]
) -> None:
    emergency = f"tel:{COUNTRIES[code].emergency.numbers[0].number}"
    with help_page(browser, address, locale=set_to[0], timezone_id=set_to[1]) as page:
        expect(chosen(page)).to_have_value(code)
        region = page.get_by_role("region", name="Help in your country")
        said = [each for each in region.evaluate(SENTENCES) if each["seen"]]
        assert {(each["lang"], each["right"]) for each in said} == {spoken}
        calls = [call for each in said for call in each["called"]]
        assert calls.count(emergency) == 2
        assert len(calls) == 3
        # Whoever reads it has it before the English lines.
        parts = region.locator(".rp-emergency, .rp-spoken, .rp-line")
        order = parts.evaluate_all("all => all.map(each => each.className)")
        assert order[:3] == ["rp-emergency", "rp-spoken", "rp-line"]
        expect(region.locator(".rp-spoken")).to_contain_text("hasn't yet been read by a native")


def test_who_reads_english_has_the_lines_first(browser: Browser, address: str) -> None:
    with help_page(browser, address, locale="en-US", timezone_id="Europe/Berlin") as page:
        region = page.get_by_role("region", name="Help in your country")
        parts = region.locator(".rp-emergency, .rp-spoken, .rp-line")
        order = parts.evaluate_all("all => all.map(each => each.className)")
        assert (order[1], order[-1]) == ("rp-line", "rp-spoken")


PASSED = re.compile(r"Check this (number|entry) first\. Its date, \w+ \d+, \d{4}, has passed\.")


@contextmanager
def on(browser: Browser, address: str, day: date) -> Iterator[Page]:
    """The help page in Germany, on a device whose clock shows noon of this day."""
    with device(browser, timezone_id="Europe/Berlin") as page:
        page.clock.set_fixed_time(f"{day}T12:00:00+01:00")
        page.goto(f"{address}help/")
        yield page


def test_fresh_numbers_carry_no_warning(browser: Browser, address: str) -> None:
    emergencies = [country.emergency.expires for country in COUNTRIES.values()]
    last_day = min(*ENDS, *filter(None, emergencies)) - timedelta(days=1)
    with on(browser, address, last_day) as page:
        expect(chosen(page)).to_have_value("de")
        expect(page.get_by_text("Check this number first.")).to_have_count(0)
        expect(page.get_by_text("Not confirmed since")).to_have_count(0)


# Of each country, its warnings, with where the links of each lead, and its emergency number.
WARNINGS = """() => Object.fromEntries(
  [...document.querySelectorAll(".rp-country")].map(section => [section.querySelector("h3").id, {
    warnings: [...section.querySelectorAll(".rp-line .rp-passed")].map(warning =>
      [warning.textContent, [...warning.querySelectorAll("a")].map(a => a.getAttribute("href"))]),
    emergency: section.querySelector(".rp-emergency").textContent,
  }]))"""


def test_past_its_date_a_number_says_so_with_help_beside_it(browser: Browser, address: str) -> None:
    with on(browser, address, max(ENDS)) as page:
        assert page.locator(".rp-country .rp-line").count() > 40
        expect(page.locator(".rp-country .rp-line:not(:has(.rp-passed))")).to_have_count(0)
        # Nor is any number said in another language without it.
        assert page.locator(".rp-country .rp-spoken__line").count() > 40
        silent = page.locator(".rp-spoken__line:not(:has(.rp-passed))")
        expect(silent).to_have_count(0)
        said = page.evaluate(WARNINGS)
        assert said.keys() == COUNTRIES.keys()
        for code, country in COUNTRIES.items():
            number = country.emergency.numbers[0].number
            for text, links in said[code]["warnings"]:
                assert PASSED.search(text), (code, text)
                assert links.count(f"tel:{number}") == 1, (code, links)
                assert sum("//findahelpline.com" in link for link in links) == 1, (code, links)
            # The emergency number is called at once; it is never called in question first.
            assert ": check it if you have the time." in said[code]["emergency"], code
        region = page.get_by_role("region", name="Help in your country")
        expect(region.locator(".rp-line .rp-passed")).to_have_count(
            region.locator(".rp-line").count()
        )


def test_without_scripts_the_list_and_the_dates_are_there(browser: Browser, address: str) -> None:
    with help_page(browser, address, java_script_enabled=False) as page:
        expect(chosen(page)).to_have_count(0)
        links = page.locator(".rp-countries a[href^='#']")
        expect(links).to_have_count(len(COUNTRIES))
        line = COUNTRIES["de"].lines[0]
        shown = (
            page.locator(".rp-country").filter(has=page.locator("h3#de")).locator(".rp-line").first
        )
        expect(shown).to_contain_text("No longer counted as fresh from")
        expect(shown.locator("time")).to_have_attribute("datetime", str(line.expires))


def test_the_copy_on_a_disk_knows_the_country_too(browser: Browser, offline_site: Path) -> None:
    with device(browser, timezone_id="Asia/Tokyo", offline=True) as page:
        page.goto(on_disk(offline_site, "help/"))
        expect(chosen(page)).to_have_value("jp")
        expect(page.get_by_role("region").locator("[href='tel:119']").first).to_be_in_viewport()


def test_little_moves_when_the_country_comes(browser: Browser, address: str) -> None:
    with device(browser, timezone_id="Europe/London") as page:
        page.goto(f"{address}help/")
        expect(chosen(page)).to_have_value("gb")
        page.wait_for_timeout(500)
        assert page.evaluate(SHIFT) < 0.1


def test_the_list_prints_in_its_own_order(browser: Browser, address: str) -> None:
    with help_page(browser, address, timezone_id="Europe/London") as page:
        page.emulate_media(media="print")
        headings = page.locator(".rp-country h3").evaluate_all("hs => hs.map(h => h.id)")
        assert headings == sorted(COUNTRIES, key=lambda code: COUNTRIES[code].country)
        expect(chosen(page)).to_be_hidden()
        expect(page.get_by_role("region").locator("[href='tel:999']")).to_be_visible()
