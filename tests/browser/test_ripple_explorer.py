"""Ripples to look at: a cause, and its effects as time goes by."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import CLAIMS, RIPPLES
from macros.catalog.models.ripples import Ripple
from tests.audit.pages import calling
from tests.helpers.projects import ROOT
from tests.helpers.reader import MOVED, PHONE, Device, violations

EXPLORER = calling("ripple_explorer")
SCRIPT = ROOT / "docs" / "assets" / "scripts" / "ripple-explorer.js"
ROOM = 6 * 1024  # bytes that the script may take
IN_SIGHT = 700  # pixels that a phone shows below and above the bars of its browser
NUMBERS = """marks => marks.filter(mark => getComputedStyle(mark).opacity === "1")
  .map(mark => Number(mark.textContent))"""
ROWS = """rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))"""

MARKUP = "rows => rows.map(row => row.outerHTML)"


def explorer(page: Page, address: str) -> Locator:
    """Open the page of ripples."""
    page.goto(address + EXPLORER)
    return page.get_by_role("region", name="Watch it spread")


def cause(page: Page, catalog: Catalog) -> Ripple:
    """The cause that is shown."""
    title = page.locator(".rp-explorer ~ .rp-caption strong").first.inner_text()
    return next(each for each in catalog[RIPPLES].values() if each.title == title)


def drawn(page: Page) -> list[int]:
    """The rows whose marks are seen in the picture."""
    numbers: list[int] = page.locator(".rp-explorer svg > g.rp-mark").evaluate_all(NUMBERS)
    return sorted(numbers)


def rows_of(ripple: Ripple, catalog: Catalog) -> list[list[str]]:
    """What the table says of a cause; the signs before an effect are made by a style."""
    claims = catalog[CLAIMS]

    def known(basis: str) -> str:
        return f"{claims[basis].grade} evidence" if basis in claims else basis

    return [
        [f"{row} {e.effect}", e.whom, e.when, e.way, "; ".join(map(known, e.basis))]
        for row, e in enumerate(ripple.effects, 1)
    ]


def test_effects_appear_as_time_goes_by(device: Device, address: str, catalog: Catalog) -> None:
    page = device(reduced_motion="reduce")
    shown = explorer(page, address)
    ripple = cause(page, catalog)
    slider = shown.get_by_role("slider", name="As time goes by:")
    slider.focus()
    for step, when in enumerate(whens := catalog.words("when")):
        expect(slider).to_have_attribute("aria-valuetext", when)
        there = [e for e in ripple.effects if e.when in whens[: step + 1]]
        assert drawn(page) == [ripple.effects.index(e) + 1 for e in there]
        harmful = sum(e.way == "harmful" for e in there)
        expect(shown.get_by_role("status")).to_have_text(
            f"So far {len(there) - harmful} helpful, {harmful} harmful."
        )
        told = shown.get_by_role("listitem").all_inner_texts()
        ordered = sorted(there, key=lambda e: whens.index(e.when))
        assert len(told) == len(there)
        for text, e in zip(told, ordered, strict=True):
            assert e.effect in text
            assert f"{e.when} · {e.whom} · {e.way} · " in text
        expect(page.locator(".rp-explorer ~ .rp-ripple tbody tr")).to_have_count(
            len(ripple.effects)
        )
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    assert len(drawn(page)) < len(ripple.effects)


def test_cause_slider_and_picture_are_in_the_first_screen_of_a_phone(
    device: Device, address: str
) -> None:
    page = device(viewport={"width": 390, "height": IN_SIGHT})
    shown = explorer(page, address)
    page.evaluate("document.fonts.ready.then(() => true)")
    for part in ("select", "input", ".rp-ring >> nth=0", ".rp-ring >> nth=-1"):
        box = shown.locator(part).bounding_box()
        assert box and box["y"] + box["height"] <= IN_SIGHT, part
    assert page.evaluate(MOVED) == 0
    shown.locator("select").focus()
    page.keyboard.press("Tab")
    expect(shown.get_by_role("slider")).to_be_focused()


def test_another_cause_fills_the_picture_and_the_table(
    page: Page, address: str, catalog: Catalog
) -> None:
    shown = explorer(page, address)
    choice = shown.get_by_role("combobox", name=catalog.text("explorer.cause"))
    titles = choice.locator("option").all_inner_texts()
    themes = {each.theme for each in catalog[RIPPLES].values()}
    assert len(titles) >= len(themes)
    table = page.locator(".rp-explorer ~ .rp-ripple tbody tr")
    before = table.evaluate_all(MARKUP)
    for title in [*titles[1:], titles[0]]:
        choice.select_option(label=title)
        ripple = cause(page, catalog)
        assert ripple.title == title
        assert [
            [re.sub(r"^[+−]?\s*", "", cell).replace("\n", " ") for cell in row]
            for row in table.evaluate_all(ROWS)
        ] == rows_of(ripple, catalog)
        expect(page.locator(".rp-explorer svg > g.rp-mark")).to_have_count(len(ripple.effects))
        expect(page.locator(".rp-caption").first).to_contain_text(ripple.summary)
        expect(shown.get_by_role("slider")).to_have_value("0")
    assert table.evaluate_all(MARKUP) == before


def test_links_of_another_cause_lead_to_claims(page: Page, address: str) -> None:
    shown = explorer(page, address)
    choice = shown.get_by_role("combobox")
    links = page.locator(".rp-explorer ~ .rp-ripple tbody a")
    for index in range(1, choice.locator("option").count()):
        choice.select_option(index=index)
        if links.count():
            break
    links.first.click()
    expect(page.locator(":target")).to_have_count(1)


@pytest.mark.proves("Ripples are one whole picture and its table then.")
def test_without_scripts_picture_and_table_are_whole(
    device: Device, address: str, catalog: Catalog
) -> None:
    page = device(java_script_enabled=False)
    page.goto(address + EXPLORER)
    expect(page.locator(".rp-explorer")).to_be_hidden()
    ripple = cause(page, catalog)
    expect(page.locator(".rp-picture").first).to_be_visible()
    expect(page.locator(".rp-picture").first.locator("svg > g.rp-mark")).to_have_count(
        len(ripple.effects)
    )
    expect(page.locator(".rp-ripple tbody").first.locator("tr")).to_have_count(len(ripple.effects))


def test_every_effect_is_on_paper(page: Page, address: str, catalog: Catalog) -> None:
    explorer(page, address)
    page.emulate_media(media="print")
    expect(page.locator(".rp-explorer select")).to_be_hidden()
    assert len(drawn(page)) == len(cause(page, catalog).effects)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_everything_fits(device: Device, address: str, scheme: str) -> None:
    page = device(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
    shown = explorer(page, address)
    shown.get_by_role("combobox").select_option(index=1)
    shown.get_by_role("slider").press("End")
    assert violations(page, "all effects") == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_script_is_small() -> None:
    assert SCRIPT.stat().st_size <= ROOM


def test_the_front_page_leads_to_a_cause(page: Page, address: str) -> None:
    page.goto(address + calling("ripple_share"))
    page.locator(".rp-share a").click()
    expect(page.get_by_role("region", name="Watch it spread")).to_be_in_viewport()
