"""Without dialogs search and guide stay away; without popovers the menu stands open."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.audit.pages import calling
from tests.helpers.picks import Guided
from tests.helpers.reader import DESKTOP, PHONE, Device, Heard

# What hides closed dialogs here would not be in such a browser: a rule of ours has to do it.
HIDDEN_BY_US = """dialog => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
  .some(rule => rule.style && rule.style.display === "none" && dialog.matches(rule.selectorText))"""


def without_popovers(page: Page) -> None:
    """Let the page be as a browser has it that reads neither these attributes nor the selector."""

    def answer(route: Route) -> None:
        response = route.fetch()
        text = re.sub(r'\spopover(target\w*="[^"]*")?(?=[\s>])', "", response.text())
        route.fulfill(response=response, body=text.replace(":popover-open", ":not-known-here"))

    page.route(re.compile(r"(/|\.css(\?.*)?)$"), answer)


@pytest.fixture
def no_dialogs(device: Device) -> Page:
    page = device(viewport=DESKTOP)
    page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    return page


def test_without_dialogs_no_button_opens_one(
    no_dialogs: Page, address: str, practice: Guided
) -> None:
    heard = Heard(no_dialogs)
    no_dialogs.goto(f"{address}{practice.address}#guide")
    expect(no_dialogs.get_by_role("button", name="Search")).to_be_hidden()
    expect(no_dialogs.get_by_role("button", name="Start, step by step")).to_have_count(0)
    start = no_dialogs.locator(".rp-begin a")
    expect(start).to_have_attribute("href", "#steps")
    start.click()
    expect(no_dialogs.get_by_role("heading", name="Steps")).to_be_in_viewport()
    for dialog in no_dialogs.locator("dialog").all():
        expect(dialog).to_be_hidden()
        assert dialog.evaluate(HIDDEN_BY_US)
    no_dialogs.keyboard.press("Control+k")
    no_dialogs.keyboard.press("/")
    expect(no_dialogs.locator("dialog[open]")).to_have_count(0)
    assert heard.errors == []


def test_without_dialogs_the_rest_of_the_scripts_runs(no_dialogs: Page, address: str) -> None:
    no_dialogs.goto(address + calling("helpline_list"))
    expect(no_dialogs.get_by_label("Country", exact=True)).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_without_popovers_the_menu_is_open(
    device: Device, address: str, practice: Guided, scripts: bool
) -> None:
    page = device(viewport=PHONE, java_script_enabled=scripts)
    without_popovers(page)
    page.goto(address + practice.address)
    assert "popover" not in page.content()
    expect(page.get_by_role("button", name=re.compile("menu", re.I))).to_have_count(0)
    menu = page.get_by_role("navigation", name="Menu")
    expect(menu).to_be_visible()
    home = menu.get_by_role("link", name="Home")
    home.click()
    expect(page).to_have_url(address)
    expect(page.get_by_role("banner").get_by_role("link", name="Help now")).to_be_in_viewport()
