"""The way out of a page: at once, by a click or by keys, and the way back does not lead here."""

import re
from pathlib import PurePosixPath

import pytest
from playwright.sync_api import Page, expect

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ARTICLES
from tests.helpers.picks import first
from tests.helpers.reader import PHONE, Device

LEFT = "https://www.bbc.com/weather"


def about_harm(catalog: Catalog) -> str:
    """The id of an article that has the way out."""
    return first(
        id
        for id in sorted(catalog[ARTICLES])
        for call in catalog.texts[PurePosixPath(f"docs/articles/{id}.md")].calls
        if call.name == "quick_exit"
    )


def stand_in(page: Page) -> None:
    """Answer in the place of the site that the way out leads to."""
    page.context.route(f"{LEFT}**", lambda route: route.fulfill(body="<h1>Weather</h1>"))


@pytest.mark.proves(
    'The button "Leave this page now", on the pages about harm, is such a link: it opens the'
    " weather page of a news site."
)
@pytest.mark.parametrize("way", ["click", "keys"])
def test_it_leaves_at_once_and_does_not_come_back(
    page: Page, address: str, catalog: Catalog, way: str
) -> None:
    stand_in(page)
    page.goto(address)
    page.goto(f"{address}articles/{about_harm(catalog)}/")
    leave = page.get_by_role("link", name="Leave this page now")
    expect(leave).to_be_in_viewport()
    page.mouse.wheel(0, 3000)
    expect(leave).to_be_in_viewport()
    page.locator(".rp-text p a[href^='#']:not([href^='#fn'])").first.click()  # leaves no trace
    expect(page).to_have_url(re.compile("#"))
    if way == "click":
        leave.click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(f"{LEFT}**")
    page.go_back()
    expect(page).to_have_url(address)


def test_it_works_without_scripts(device: Device, address: str) -> None:
    page = device(java_script_enabled=False, viewport=PHONE)
    stand_in(page)
    page.goto(f"{address}help/")
    page.get_by_role("link", name="Leave this page now").click()
    expect(page).to_have_url(LEFT)


def test_other_keys_between_do_not_leave(page: Page, address: str) -> None:
    page.goto(f"{address}help/")
    page.locator("body").click(position={"x": 1, "y": 1})
    for key in ("Shift", "Shift", "a", "Shift", "Tab"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url == f"{address}help/"


@pytest.mark.parametrize("held", ["Alt", "Control", "Meta"])
def test_another_key_held_does_not_leave(page: Page, address: str, held: str) -> None:
    page.goto(f"{address}help/")
    page.keyboard.down(held)  # as people do to switch keyboards
    for _ in range(4):
        page.keyboard.press("Shift")
    page.keyboard.up(held)
    page.wait_for_timeout(300)
    assert page.url == f"{address}help/"
