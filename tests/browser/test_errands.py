"""Errands of a new reader on a phone: each within two taps from the front page."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.catalog.kinds import DOORS, NEEDS, PATHS, PHRASES, PRACTICES, RIPPLES, SITUATIONS
from tests.helpers.projects import real_catalog
from tests.helpers.reader import PHONE, Device

CATALOG = real_catalog()
TEXT = CATALOG.text
MOST = 2
MONTH = 4  # weeks


class Reader:
    """Somebody on the front page, who taps on what they can read there."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, name: str) -> None:
        """Tap the link or button in the text that is called so; in the header where it is help."""
        place = "header" if name == TEXT("help.name") else "main"
        named = re.compile(rf"^\s*{re.escape(name)}", re.IGNORECASE)
        links = self.page.locator(f"{place} a, {place} button").filter(visible=True)
        links.filter(has_text=named).first.click()
        self.taps += 1

    def sees(self, words: str) -> Locator:
        """What says these words, which has to be there."""
        found = self.page.get_by_text(words).filter(visible=True).first
        expect(found).to_be_visible()
        return found


def door(call: str) -> str:
    """The title of the door to the page that makes a call."""
    doors = CATALOG[DOORS].values()
    calls = {PurePosixPath(file): page.calls for file, page in CATALOG.texts.items()}
    return next(
        each.title
        for each in doors
        if any(made.name == call for made in calls[PurePosixPath("docs", each.page)])
    )


def words_for(reader: Reader, sought: str) -> None:
    """Go to words that people look for so, and see them."""
    phrase = next(
        each
        for each in CATALOG[PHRASES].values()
        if any(sought in said.lower() for said in (each.title, *each.sought))
    )
    reader.tap(door("phrase_finder"))
    reader.tap(CATALOG[SITUATIONS][phrase.situation].title)
    reader.sees(phrase.words[:40])


def something_for_tonight(reader: Reader) -> None:
    reader.tap(door("night_help"))
    expect(reader.page.locator("main h2").nth(4)).to_be_attached()  # the fifth


def company_in_grief(reader: Reader) -> None:
    need = next(need for need in CATALOG.editorial.company if need.startswith("griev"))
    page = CATALOG[NEEDS][need]
    practice = CATALOG[PRACTICES][page.picks[0]]
    assert set(practice.people) - {CATALOG.editorial.alone}
    reader.tap(page.label)
    reader.tap(practice.title)
    reader.sees(practice.summary)


def a_thank_you(reader: Reader) -> None:
    page = next(
        each for each in CATALOG[NEEDS].values() if each.good and "grateful" in each.label.lower()
    )
    practice = CATALOG[PRACTICES][page.picks[0]]
    assert "thank" in practice.title.lower()
    reader.tap(page.label)
    reader.tap(practice.title)
    reader.sees(practice.summary)


def what_one_act_sets_off(reader: Reader) -> None:
    shown = next(
        call.arguments[0]
        for call in CATALOG.texts[PurePosixPath("docs/index.md")].calls
        if call.name == "ripple_share"
    )
    ripple = CATALOG[RIPPLES][shown]
    reader.tap(ripple.title)
    reader.sees(ripple.effects[0].effect[:30])


def help_for_someone_who_took_pills(reader: Reader) -> None:
    reader.tap(TEXT("help.name"))
    reader.sees(TEXT("help.taken.call"))
    expect(reader.page.locator(".rp-here .rp-call").first).to_be_in_viewport()


def a_path_for_a_month(reader: Reader) -> None:
    path = next(each for each in CATALOG[PATHS].values() if len(each.weeks) == MONTH)
    reader.tap(door("path_list"))
    reader.tap(path.title)
    reader.sees(path.weeks[-1].title)


def a_plan_for_a_class(reader: Reader) -> None:
    plans = {
        file: page
        for file, page in CATALOG.every_page.items()
        if file.parent.name == "groups" and file.name != "index.md"
    }
    plan = next(page for page in plans.values() if "a class" in page.summary)
    reader.page.locator("main a[href^='groups/']").click()
    reader.taps += 1
    reader.tap(plan.title)
    expect(reader.page.locator("main h1")).to_contain_text(plan.title)


def a_practice_for_a_friend(reader: Reader) -> None:
    reader.tap(TEXT("practice.try"))
    reader.sees(TEXT("practice.pass_on"))
    reader.page.locator(".rp-pass button").click()
    reader.taps += 1
    reader.sees(TEXT("copy.copied"))


ERRANDS: tuple[Callable[[Reader], None], ...] = (
    something_for_tonight,
    company_in_grief,
    a_thank_you,
    what_one_act_sets_off,
    help_for_someone_who_took_pills,
    a_path_for_a_month,
    a_plan_for_a_class,
    a_practice_for_a_friend,
)


def on_the_front_page(device: Device, address: str) -> Reader:
    page = device(viewport=PHONE, has_touch=True, timezone_id="Europe/Berlin")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    return Reader(page)


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand.__name__)
def test_an_errand_takes_two_taps(
    device: Device, address: str, errand: Callable[[Reader], None]
) -> None:
    reader = on_the_front_page(device, address)
    errand(reader)
    assert 0 < reader.taps <= MOST


@pytest.mark.parametrize("sought", ["boss", "when someone dies"])
def test_words_take_two_taps(device: Device, address: str, sought: str) -> None:
    reader = on_the_front_page(device, address)
    words_for(reader, sought)
    assert 0 < reader.taps <= MOST


# ---------- The share sheet ----------

SHEET = """window.shared = [];
Object.defineProperty(navigator, "share", {value: async given => { window.shared.push(given); }})"""
NO_SHEET = "delete Navigator.prototype.share"


def passed_on(device: Device, address: str, stub: str) -> Page:
    """The page of a practice, in a browser with or without a share sheet."""
    page = device(viewport=PHONE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(stub)
    id = next(id for id, each in sorted(CATALOG[PRACTICES].items()) if each.pass_on)
    page.goto(f"{address}practices/{id}/")
    return page


def text_to_pass_on() -> str:
    return next(each.pass_on for _, each in sorted(CATALOG[PRACTICES].items()) if each.pass_on)


def test_the_share_sheet_gets_the_text_and_its_address(device: Device, address: str) -> None:
    page = passed_on(device, address, SHEET)
    page.locator(".rp-pass").get_by_role("button", name=TEXT("copy.share"), exact=True).click()
    (given,) = page.evaluate("window.shared")
    assert given["text"].startswith(text_to_pass_on())
    assert "https://" in given["text"]


def test_without_a_share_sheet_the_text_is_copied(device: Device, address: str) -> None:
    page = passed_on(device, address, NO_SHEET)
    page.locator(".rp-pass").get_by_role("button", name=TEXT("copy.copy"), exact=True).click()
    expect(page.locator(".rp-pass [role='status']")).to_have_text(TEXT("copy.copied"))
    assert page.evaluate("navigator.clipboard.readText()").startswith(text_to_pass_on())


def test_a_share_sheet_that_is_closed_breaks_nothing(device: Device, address: str) -> None:
    page = passed_on(
        device,
        address,
        SHEET.replace("window.shared.push(given)", "throw new DOMException('', 'AbortError')"),
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.locator(".rp-pass button").click()
    page.wait_for_timeout(200)
    assert errors == []
