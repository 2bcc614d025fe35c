"""Reading on any device: by keyboard, with late or no scripts, in forced colors, from a disk."""

import re
import time
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, Route, expect

from tests.audit import checks
from tests.audit.modes import DESKTOP, PHONE
from tests.audit.pages import CALLS, KINDS, addresses, calling
from tests.audit.valid_html import file
from tests.helpers.picks import Guided, first
from tests.helpers.reader import SHIFT, Device, Heard, on_disk, search
from tests.helpers.sites import BOTH_BUILDERS

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


@pytest.mark.parametrize("name", BOTH_BUILDERS)
def test_help_stands_in_the_banner_of_every_page(name: str, request: pytest.FixtureRequest) -> None:
    place: Path = request.getfixturevalue(name)
    for page in addresses(place):
        banner = file(place, page).read_text("utf-8").split("</header>")[0]
        link = re.search(r'<a class="rp-help" href="([^"]*)"[^>]*>Help now</a>', banner)
        assert link and urljoin(f"/ripple/{page}", link[1]) == "/ripple/help/", page


def test_a_cell_says_its_head_once(device: Device, address: str) -> None:
    """On a phone each cell shows the head of its column; who hears the table hears it anyway."""
    page = device(viewport=PHONE)
    page.goto(address + calling("ripple_table"))
    heads = {
        each.strip() for each in page.locator(".rp-ripple").first.locator("th").all_inner_texts()
    }
    cell = page.locator(".rp-ripple td").first
    head = cell.get_attribute("data-label") or ""
    assert head in heads
    assert head in cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    said = [
        node["name"]["value"].strip(" :")
        for node in tree["nodes"]
        if node.get("role", {}).get("value") == "StaticText" and not node["ignored"]
    ]
    assert said.count(head) == page.locator(".rp-ripple").count()


# Whether a person sees a part: it is there, large enough and whole, and nothing lies upon it.
SEEN = """part => {
  if (!part.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  part.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, width, height } = part.getBoundingClientRect();
  const [line] = part.getClientRects();
  const there = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
  return width >= 24 && height >= 24 && left >= 0 && left + width <= innerWidth
    && part.scrollHeight <= height + 1 && part.contains(there);
}"""
# What must be seen, by the call that brings it; help is in the frame.
HELP = ".rp-header .rp-help"
PARTS = {"care_card": ".rp-text .rp-care", "quick_exit": ".rp-exit__link"}


def with_parts() -> dict[str, list[str]]:
    """One page of each kind, and the first in each folder with each part; what must be seen."""
    firsts = {
        (page[: page.rstrip("/").rfind("/") + 1], call): page
        for page, calls in reversed(CALLS.items())
        for call in PARTS.keys() & calls
    }
    pages = dict.fromkeys((*KINDS, *firsts.values()))
    return {
        page: [HELP, *(PARTS[call] for call in PARTS.keys() & CALLS.get(page, set()))]
        for page in pages
    }


def test_help_card_and_exit_are_seen_on_every_kind_of_page(device: Device, address: str) -> None:
    page = device(viewport=PHONE, java_script_enabled=False)
    shown = with_parts()
    assert {part for parts in shown.values() for part in parts} == {HELP, *PARTS.values()}
    for kind, parts in shown.items():
        page.goto(address + kind)
        expect(page.locator(HELP)).to_be_in_viewport()
        for part in parts:
            assert page.locator(part).first.evaluate(SEEN), (kind, part)


@pytest.mark.parametrize(
    "style",
    [
        "display: none",
        "visibility: hidden",
        "opacity: 0",
        "position: fixed; inset-block-start: -999px",
        "position: absolute; width: 1px; height: 1px; overflow: hidden",
    ],
)
def test_what_a_style_hides_is_not_seen(page: Page, address: str, style: str) -> None:
    page.goto(address + calling("care_card"))
    card = page.locator(PARTS["care_card"])
    assert card.evaluate(SEEN)
    card.evaluate("(card, style) => { card.style.cssText = style; }", style)
    assert not card.evaluate(SEEN)


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
