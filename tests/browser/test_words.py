"""Words to say: copied whole, never without what to do next, and there without scripts."""

import pytest
from playwright.sync_api import Page, expect

from macros.catalog.kinds import PHRASES, SITUATIONS
from tests.helpers.picks import first
from tests.helpers.projects import real_catalog
from tests.helpers.reader import NO_TRACES, TRACES, Device

CATALOG = real_catalog()
PLAIN = first((id, each) for id, each in sorted(CATALOG[PHRASES].items()) if not each.next)
CRISIS = first((id, each) for id, each in sorted(CATALOG[PHRASES].items()) if each.next)


@pytest.fixture
def page(device: Device) -> Page:
    """A page whose scripts may use the clipboard."""
    return device(permissions=["clipboard-read", "clipboard-write"])


def copied(page: Page, address: str, situation: str, id: str) -> str:
    """What the button of a phrase puts on the clipboard."""
    page.goto(f"{address}words/{situation}/#{id}")
    card = page.locator(".rp-phrase", has=page.locator(f"#{id}"))
    card.get_by_role("button", name="Copy").click()
    card.get_by_text("Copied.").wait_for()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_words_are_copied_as_they_stand(page: Page, address: str) -> None:
    id, phrase = PLAIN
    assert copied(page, address, phrase.situation, id) == phrase.words
    assert page.evaluate(TRACES) == NO_TRACES


def test_words_for_a_crisis_are_copied_with_what_to_do_next(page: Page, address: str) -> None:
    id, phrase = CRISIS
    text = copied(page, address, phrase.situation, id)
    assert text.startswith(phrase.words)
    for step in phrase.next:
        assert step.when in text
        assert step.do in text
    assert text.endswith(f"{address}help/")


def test_no_words_for_a_crisis_stand_in_a_list_without_what_to_do_next(
    page: Page, address: str
) -> None:
    page.goto(f"{address}words/")
    text = page.locator("main").inner_text()
    for phrase in CATALOG[PHRASES].values():
        if CATALOG[SITUATIONS][phrase.situation].crisis:
            assert phrase.words not in text
            assert f"“{phrase.shorter}”" not in text


def test_where_nothing_can_be_copied_the_words_are_marked(page: Page, address: str) -> None:
    id, phrase = PLAIN
    page.goto(f"{address}words/{phrase.situation}/")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    card = page.locator(".rp-phrase", has=page.locator(f"#{id}"))
    card.get_by_role("button", name="Copy").click()
    card.get_by_text("The text is marked.").wait_for()
    assert page.evaluate("getSelection().toString().trim()") == phrase.words


def test_the_list_is_narrowed_down_by_tone(page: Page, address: str) -> None:
    tone = PLAIN[1].tone
    right = sum(phrase.tone == tone for phrase in CATALOG[PHRASES].values())
    page.goto(f"{address}words/")
    page.locator("[data-facet='tones']").get_by_role("link", name=tone).click()
    expect(page.locator("[data-item]:visible")).to_have_count(right)


def test_without_scripts_everything_is_a_list(device: Device, address: str) -> None:
    page = device(java_script_enabled=False)
    page.goto(f"{address}words/")
    expect(page.locator("[data-item]:visible")).to_have_count(len(CATALOG[PHRASES]))
    expect(page.get_by_role("link", name="Warm")).to_have_count(0)
    phrase = PLAIN[1]
    page.goto(f"{address}words/{phrase.situation}/")
    expect(page.get_by_text(phrase.words, exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
