"""States of pages that a reader comes to by doing something."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.audit.modes import Mode
from tests.audit.pages import CALLS, calling

PATIENCE = 30_000  # milliseconds until the index of search is read, on a busy machine


@dataclass(frozen=True)
class State:
    """A page, and what a reader does on it; `phone` where wide windows do not have it."""

    name: str
    address: str
    reach: Callable[[Page], None]
    phone: bool = False

    def here(self, mode: Mode) -> bool:
        """Whether a window of this mode has the state."""
        return not self.phone or mode.size == "phone"


def search(page: Page) -> None:
    """Open search and find many pages."""
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("kindness")
    found = page.get_by_role("dialog").get_by_role("listitem")
    expect(found.first).to_be_visible(timeout=PATIENCE)


def danger(page: Page) -> None:
    """Search for words that show the card with help."""
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("i want to die")
    expect(page.locator(".rp-search__care .rp-care")).to_be_visible(timeout=PATIENCE)


def menu(page: Page) -> None:
    """Open the menu of a narrow window."""
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("button", name="Close menu")).to_be_visible()


def choose(page: Page) -> None:
    """Choose a need among things to do."""
    page.locator(".rp-choices a").first.click()
    expect(page.locator(".rp-answers")).to_be_visible()


def begin(page: Page) -> None:
    """Open the first step of a guided practice."""
    page.locator(".rp-begin .rp-button").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def finish(page: Page) -> None:
    """Go to the end of a guided practice."""
    begin(page)
    while page.locator(".rp-guide__next").text_content() == "Next":
        page.locator(".rp-guide__next").click()
    expect(page.locator(".rp-guide__words")).to_be_visible()


def write(page: Page) -> None:
    """Add an entry to the log; nothing is remembered."""
    page.get_by_label("What did you do?").fill("Let somebody help me")
    page.locator(".rp-log__whom input").first.check()
    page.get_by_role("button", name="Add to the log").click()
    expect(page.locator(".rp-log__list > li")).to_have_count(1)


PRACTICE = next(page for page in CALLS if re.fullmatch("practices/[^/]+/", page))
STATES = (
    State("search", "", search),
    State("search for words of danger", "", danger),
    State("open menu", "", menu, phone=True),
    State("a choice in the finder", "practices/", choose),
    State("first step of a guided practice", PRACTICE, begin),
    State("end of a guided practice", PRACTICE, finish),
    State("an entry in the log", calling("log"), write),
)
