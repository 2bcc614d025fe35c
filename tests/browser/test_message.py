"""The message for readers without an account: filled in, copied, sent by nobody else."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.catalog.load import load
from macros.components.calls.message import message_form
from macros.components.context import Context
from tests.helpers.projects import ROOT

BLANK = """\
Page:

What is wrong, or what is missing:

What would be better:

How you know (a link, a book, your own experience):
"""
NAMED = BLANK.replace("Page:", "Page: practices/rest-before-you-give")


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page of a reader whose browser asks nobody else for anything."""
    return browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()


def test_it_names_the_page_and_goes_where_the_reader_sends_it(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}practices/rest-before-you-give/")
    page.get_by_role("link", name="Tell us without an account").click()
    box = page.get_by_label("Your message")
    expect(box).to_have_value(NAMED)
    box.fill("Page: help\n\nThe second number is dead & gone: 100 %?")
    mail = page.get_by_role("link", name="someone@example.org")
    parts = urlsplit(mail.get_attribute("href") or "")
    assert (parts.scheme, parts.path) == ("mailto", "someone@example.org")
    assert parse_qs(parts.query) == {
        "subject": ["Ripple"],
        "body": ["Page: help\n\nThe second number is dead & gone: 100 %?"],
    }
    page.get_by_role("button", name="Copy the message").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == box.input_value()
    assert [url for url in asked if not url.startswith(address)] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        *(0, 0, "")
    ]


def test_a_copy_on_a_disk_has_it_too(page: Page, offline_site: Path) -> None:
    page.goto((offline_site / "practices" / "rest-before-you-give.html").as_uri())
    page.get_by_role("link", name="Something wrong here?").click()
    expect(page.get_by_label("Your message")).to_have_value(NAMED)
    page.get_by_text("This copy knows no address to send it to.").wait_for()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy the message").click()
    page.get_by_text("The text is marked. Copy it with your device's own command.").wait_for()
    assert page.evaluate("getSelection().toString()") == NAMED


def test_it_can_be_written_and_marked_without_scripts(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}contribute/tell-us/")
    assert page.get_by_label("Your message").input_value() == BLANK
    assert page.get_by_role("button", name="Copy the message").count() == 0
    mail = page.get_by_role("link", name="someone@example.org").get_attribute("href") or ""
    assert parse_qs(urlsplit(mail).query)["body"] == [BLANK.rstrip()]


def test_other_addresses_are_shown_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTACT", "https://example.org/write")
    file = next(file for file in load(ROOT).every_page if file.stem == "tell-us")
    html = message_form(Context(load(ROOT), file))
    assert '<p>Send it here: <a href="https://example.org/write">https://example.org/write' in html
    assert "mailto:" not in html
