"""Reading on any device: by keyboard, with late or no scripts, in forced colors, from a disk."""

import re
import time
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, Route, expect

from tests.audit import checks
from tests.audit.modes import DESKTOP, PHONE
from tests.audit.pages import KINDS, NOT_FOUND, addresses, calling
from tests.audit.valid_html import file
from tests.helpers.picks import Guided, first
from tests.helpers.reader import SHIFT, Device, Heard, on_disk, search

MOST_SHIFT = 0.05  # browsers call up to 0.1 good

# ---------- By keyboard ----------


@pytest.mark.proves(
    "The menu and search can be reached, used and left with keys alone.",
    "Every page shows all its words, and the menu works.",
)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_menu_opens_by_keyboard_on_a_phone(device: Device, address: str, scripts: bool) -> None:
    page = device(viewport=PHONE, java_script_enabled=scripts)
    page.goto(address + "practices/")
    link = page.get_by_role("navigation").get_by_role("link", name="Evidence").first
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(link).to_be_in_viewport()
    for _ in range(12):
        page.keyboard.press("Tab")
        if link.evaluate("a => a === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}evidence/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


LONG = [pytest.param(kind, marks=pytest.mark.audit) for kind in ("help/", "needs/")]


@pytest.mark.parametrize("kind", ["", "practice", *LONG])
def test_shift_and_tab_lead_back_the_same_way(
    page: Page, address: str, kind: str, practice: Guided
) -> None:
    page.goto(address + (practice.address if kind == "practice" else kind))
    every = checks.run(page, "keyboard")
    covered = []
    for _ in every:
        page.keyboard.press("Shift+Tab")
        covered += page.evaluate(
            """() => {
              const here = document.activeElement, box = here.getClientRects()[0];
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              return here.contains(top) || top?.contains(here) ? [] : [here.outerHTML];
            }"""
        )
    page.keyboard.press("Shift+Tab")
    walk = page.evaluate("auditWalk()")
    assert [name for _, name in walk["reached"]] == every[::-1]
    assert walk["left"]
    assert covered == []


def test_a_word_leads_to_its_meaning_and_back_by_keyboard(
    page: Page, address: str, site: Path
) -> None:
    with_words = first(
        path.parent.name
        for path in sorted(site.glob("articles/*/index.html"))
        if 'class="rp-term"' in path.read_text("utf-8")
    )
    page.goto(f"{address}articles/{with_words}/")
    word = page.locator(".rp-term").first
    meaning = word.get_attribute("title") or ""
    word.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rp-glossary dt:target + dd")).to_contain_text(meaning)
    page.locator(".rp-glossary dt:target + dd a").press("Enter")
    expect(word).to_be_in_viewport()


# ---------- On every kind of page ----------


# The pages on which scripts put the most.
BUSY = ("", "help/", "practices/", calling("log"), calling("keep_box"), calling("claim_list"))


@pytest.mark.parametrize(
    ("size", "pages"),
    [
        pytest.param(PHONE, BUSY, id="phone"),
        pytest.param(PHONE, KINDS, id="phone, all kinds", marks=pytest.mark.audit),
        pytest.param(DESKTOP, KINDS, id="desktop, all kinds", marks=pytest.mark.audit),
    ],
)
def test_nothing_moves_when_scripts_come_late(
    device: Device, address: str, practice: Guided, size: dict[str, int], pages: tuple[str, ...]
) -> None:
    def late(route: Route) -> None:
        time.sleep(0.15)  # long enough for the page to be seen without them
        route.continue_()

    page = device(viewport=size)
    page.context.route("**/*.js", late)
    moved = {}
    for kind in (*pages, practice.address):
        page.goto(address + kind)
        if (shift := page.evaluate(SHIFT)) > MOST_SHIFT:
            moved[kind] = shift
    assert moved == {}


def test_help_stands_in_the_banner_of_every_page(site: Path, zensical_site: Path) -> None:
    for place in (site, zensical_site):
        for page in addresses(place):
            banner = file(place, page).read_text("utf-8").split("</header>")[0]
            link = re.search(r'<a class="rp-help" href="([^"]*)"[^>]*>Help now</a>', banner)
            assert link and urljoin(f"/ripple/{page}", link[1]) == "/ripple/help/", page


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(("", calling("log"), NOT_FOUND), id="three pages"),
        pytest.param(KINDS, id="all kinds", marks=pytest.mark.audit),
    ],
)
def test_help_is_one_tap_away_everywhere(
    device: Device, address: str, pages: tuple[str, ...]
) -> None:
    page = device(viewport=PHONE, java_script_enabled=False)
    for kind in pages:
        page.goto(address + kind)
        link = page.get_by_role("banner").get_by_role("link", name="Help now")
        expect(link).to_be_in_viewport()
        box = link.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24


# ---------- Where something is missing or forced ----------


@pytest.mark.proves("Search needs scripts.")
def test_without_scripts_all_is_readable_and_dark_holds(
    device: Device, address: str, practice: Guided
) -> None:
    page = device(java_script_enabled=False, color_scheme="dark", viewport=PHONE)
    page.goto(address + practice.address)
    expect(page.get_by_role("heading", name="Steps")).to_be_visible()
    expect(page.get_by_role("button", name="Search")).to_be_hidden()
    # Computed colors need scripts: ask a page that has them but whose own scripts are blocked.
    page = device(color_scheme="dark")
    page.context.route("**/*.js", lambda route: route.abort())
    page.goto(address)
    red, green, blue = color(page, "backgroundColor")
    assert max(red, green, blue) < 80


def color(page: Page, of: str) -> tuple[int, ...]:
    """A computed color of the body, as red, green, blue."""
    return tuple(
        map(int, re.findall(r"\d+", page.evaluate(f"getComputedStyle(document.body).{of}"))[:3])
    )


def test_forced_colors_keep_what_colors_said(device: Device, address: str) -> None:
    page = device(forced_colors="active", viewport=PHONE)
    page.goto(address + "ripples/")
    expect(page.get_by_role("row").filter(has_text="harmful").first).to_be_visible()
    assert page.locator(".rp-ripple").first.is_visible()
    page.goto(address + "evidence/claims/")
    expect(page.get_by_text("Evidence: mixed").first).to_be_visible()
    for selector in (".rp-help", ".rp-claim"):
        assert page.locator(selector).first.is_visible()


# ---------- From a disk ----------


@pytest.mark.proves("Such a copy needs no network and asks no other computer for anything.")
def test_the_copy_on_a_disk_opens_and_searches(
    device: Device, offline_site: Path, practice: Guided
) -> None:
    page = device(viewport=PHONE, offline=True)
    heard = Heard(page)
    page.goto(on_disk(offline_site, ""))
    search(page, practice.title)
    result = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link").first
    expect(result).to_have_text(re.compile(practice.title))
    result.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(practice.title)
    page.get_by_role("banner").get_by_role("link", name="Help now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
    assert heard.elsewhere("file:", "data:") == []
    assert heard.errors == []


def test_only_a_table_that_overflows_is_a_stop_on_the_way(
    device: Device, address: str, site: Path
) -> None:
    pages = sorted((site / "ripples").glob("*/index.html"))
    ripples = first(page for page in pages if "rp-ripple" in page.read_text("utf-8"))
    place = f"{address}{ripples.parent.relative_to(site)}/"
    wide = device(viewport={"width": 1280, "height": 900})
    wide.goto(place)
    wide.locator(".rp-ripple").first.wait_for()
    expect(wide.locator(".rp-ripple[role=region], .rp-ripple[tabindex]")).to_have_count(0)
    table = wide.get_by_role("table").first
    title = wide.locator(".rp-caption strong").first.inner_text()
    expect(table).to_have_accessible_name(title)
    narrow = device(viewport={"width": 660, "height": 900})  # wider than a phone, narrower than it
    narrow.goto(place)
    narrow.get_by_role("table").first.evaluate("table => { table.style.minWidth = '60rem' }")
    region = narrow.get_by_role("region", name=title)
    expect(region).to_have_attribute("tabindex", "0")


def test_signs_beside_headings_are_for_the_eye_alone(page: Page, address: str) -> None:
    page.goto(f"{address}help/")
    assert page.locator(".headerlink").count() > 20
    expect(page.get_by_role("link", name="#", exact=True)).to_have_count(0)
    expect(page.locator(".headerlink:not([tabindex='-1'])")).to_have_count(0)


def test_each_link_back_from_a_note_says_where_it_leads(page: Page, address: str) -> None:
    page.goto(f"{address}evidence/studies/")
    names = page.locator(".footnote-backref").evaluate_all(
        "links => links.map(link => [link.getAttribute('aria-label'), link.getAttribute('href')])"
    )
    assert names
    assert all(name and name != "↩" for name, _ in names)
    assert len({name for name, _ in names}) == len({target for _, target in names})
