"""The message for readers without an account: filled in, copied, sent by nobody else."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.catalog.catalog import Catalog
from macros.components.calls.message import message_form
from macros.components.context import Context
from macros.project import Project
from tests.helpers.picks import Guided
from tests.helpers.projects import SETTINGS
from tests.helpers.reader import NO_TRACES, TRACES, Device, Heard, on_disk

BLANK = """\
Page:

What's wrong, or what's missing:

What would be better:

How you know (a link, a book, your own experience):
"""


def named(practice: Guided) -> str:
    """The message as it begins for a reader who comes from this page."""
    return BLANK.replace("Page:", f"Page: {practice.address.rstrip('/')}")


@pytest.fixture
def page(device: Device) -> Page:
    """A page whose scripts may use the clipboard."""
    return device(permissions=["clipboard-read", "clipboard-write"])


def test_it_names_the_page_and_goes_where_the_reader_sends_it(
    page: Page, address: str, practice: Guided
) -> None:
    heard = Heard(page)
    page.goto(address + practice.address)
    page.get_by_role("link", name="Tell us without an account").click()
    box = page.get_by_label("Your message")
    expect(box).to_have_value(named(practice))
    box.fill("Page: help\n\nThe second number is dead & gone: 100 %?")
    mail = page.get_by_role("link", name="someone@example.org")
    parts = urlsplit(mail.get_attribute("href") or "")
    assert (parts.scheme, parts.path) == ("mailto", "someone@example.org")
    assert parse_qs(parts.query) == {
        "subject": ["Ripple"],
        "body": ["Page: help\r\n\r\nThe second number is dead & gone: 100 %?"],
    }
    page.get_by_role("button", name="Copy the message").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == box.input_value()
    assert heard.elsewhere(address) == []
    assert page.evaluate(TRACES) == NO_TRACES


def test_a_copy_on_a_disk_has_it_too(page: Page, offline_site: Path, practice: Guided) -> None:
    page.goto(on_disk(offline_site, practice.address))
    page.get_by_role("link", name="Something wrong here?").click()
    expect(page.get_by_label("Your message")).to_have_value(named(practice))
    page.get_by_text("This copy knows no address to send it to.").wait_for()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Copy the message").click()
    page.get_by_text("The text is marked. Copy it with your device's own command.").wait_for()
    assert page.evaluate("getSelection().toString()") == named(practice)


def test_it_can_be_written_and_marked_without_scripts(device: Device, address: str) -> None:
    page = device(java_script_enabled=False)
    page.goto(f"{address}contribute/tell-us/")
    assert page.get_by_label("Your message").input_value() == BLANK
    assert page.get_by_role("button", name="Copy the message").count() == 0
    mail = page.get_by_role("link", name="someone@example.org").get_attribute("href") or ""
    assert parse_qs(urlsplit(mail).query)["body"] == [BLANK.rstrip().replace("\n", "\r\n")]


def test_other_addresses_are_shown_as_they_are(catalog: Catalog) -> None:
    settings = replace(SETTINGS, contact="https://example.org/write")
    file = next(file for file in catalog.every_page if file.stem == "tell-us")
    html = message_form(Context(Project(settings, catalog), file))
    assert '<p>Send it here: <a href="https://example.org/write">https://example.org/write' in html
    assert "mailto:" not in html
