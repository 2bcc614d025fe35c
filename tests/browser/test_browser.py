"""What a reader does, in a real Chromium."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize, expect

from tests.audit import axe, checks
from tests.audit.modes import DESKTOP, PHONE
from tests.audit.pages import KINDS, calling

WORD = "unanswered"  # a word of the body of `say-no-kindly`, and of no other practice
STORAGE = "() => [localStorage.length, sessionStorage.length, document.cookie]"
# Storage that throws, as browsers do when a reader blocks it.
BLOCKED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("", "SecurityError") }})"""

# How much of the window has moved by itself, as browsers count it: up to 0.1 they call it good.
MOST_SHIFT = 0.05
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(Math.round(100 * sum) / 100), 50);
})"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=DESKTOP)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def search(page: Page, words: str) -> None:
    """Open search by its button and type, as a person would."""
    page.get_by_role("button", name="Search").click()
    box = page.get_by_role("searchbox")
    expect(box).to_be_focused()
    page.keyboard.type(words)


def test_search_finds_a_practice_by_a_word_of_its_body(page: Page, address: str) -> None:
    page.goto(address)
    search(page, WORD)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ pages? found"))
    results = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link")
    expect(results.first).to_have_text(re.compile("Say no kindly"))
    results.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Say no kindly")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("lonely", "When you are lonely"),
        ("can't say no", "Say no kindly"),
        ("snapped at my kids", "Repair after you snapped"),
        ("self compasion", "Take a self-compassion break"),
        ("germany", "Germany"),
        ("oxytocin", "Is the helper's high real?"),
    ],
)
def test_search_understands_people(page: Page, address: str, words: str, title: str) -> None:
    page.goto(address)
    search(page, words)
    first = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link").first
    expect(first).to_contain_text(title)


@pytest.mark.proves("The menu and search can be reached, used and left with keys alone.")
def test_search_works_by_keyboard_alone_and_says_how_many(page: Page, address: str) -> None:
    page.goto(address)
    opener = page.get_by_role("button", name="Search")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_have_accessible_name(re.compile("Search"))
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("kindness")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+"))
    for _ in range(40):  # Tab never leaves the dialog for the page behind it
        page.keyboard.press("Tab")
        inside = (
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert page.evaluate(inside)
    page.get_by_role("searchbox").focus()
    page.keyboard.press("ArrowDown")
    first = dialog.get_by_role("listitem").get_by_role("link").first
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_search_says_when_nothing_is_found(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "xyzzyplugh")
    expect(page.get_by_role("status")).to_have_text(re.compile("No page found"))


def test_every_link_and_anchor_resolves(page: Page, address: str, site: Path) -> None:
    anchors: dict[str, set[str]] = {}
    links: list[tuple[str, str]] = []
    for path in sorted(site.rglob("*.html")):
        url = urljoin(address, path.relative_to(site).as_posix().removesuffix("index.html"))
        page.goto(url)
        anchors[url] = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
        found = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
        links += [(url, link) for link in found if link.startswith(address)]
    broken = []
    for url, link in links:  # an anchor with = holds the choices of a finder
        target, _, anchor = link.partition("#")
        place = site.parent / urlsplit(target).path.lstrip("/")
        if target in anchors:
            if anchor and "=" not in anchor and anchor not in anchors[target]:
                broken.append((url, link))
        elif not place.is_file():
            broken.append((url, link))
    assert len(links) > 1000
    assert broken == []


def test_nothing_is_lost_where_storage_is_blocked(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(BLOCKED)
    page.goto(address)
    search(page, WORD)
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    assert errors == []


def violations(page: Page, where: str) -> list[str]:
    """What axe-core says of the page as it stands, one line each."""
    return [f"{where}: {line}" for line in axe.rules(page)]


@pytest.mark.proves(
    "The menu and search can be reached, used and left with keys alone.",
    "Every page shows all its words, and the menu works.",
)
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_menu_opens_by_keyboard_on_a_phone(
    browser: Browser, address: str, scripts: bool
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts)
    page = context.new_page()
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
    expect(page.get_by_role("heading", level=1)).to_have_text("How we grade")
    context.close()


@pytest.mark.parametrize("place", ["", "practices/say-no-kindly/", "help/", "needs/"])
def test_shift_and_tab_lead_back_the_same_way(page: Page, address: str, place: str) -> None:
    page.goto(address + place)
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


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_when_scripts_come_late(
    browser: Browser, address: str, size: ViewportSize
) -> None:
    def late(route: Route) -> None:
        time.sleep(0.15)  # long enough for the page to be seen without them
        route.continue_()

    context = browser.new_context(viewport=size)
    context.route("**/*.js", late)
    page = context.new_page()
    moved = {}
    for kind in KINDS:
        page.goto(address + kind)
        if (shift := page.evaluate(SHIFT)) > MOST_SHIFT:
            moved[kind] = shift
    context.close()
    assert moved == {}


def test_help_is_one_tap_away_everywhere(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    for kind in KINDS:
        page.goto(address + kind)
        link = page.get_by_role("banner").get_by_role("link", name="Help now")
        expect(link).to_be_in_viewport()
        box = link.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24
    context.close()


@pytest.mark.proves("Search needs scripts.")
def test_without_scripts_all_is_readable_and_dark_holds(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark", viewport=PHONE)
    page = context.new_page()
    page.goto(address + "practices/say-no-kindly/")
    expect(page.get_by_role("heading", name="Not today")).to_be_visible()
    expect(page.get_by_role("button", name="Search")).to_be_hidden()
    context.close()
    # Computed colors need scripts: ask a page that has them but whose own scripts are blocked.
    context = browser.new_context(color_scheme="dark")
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(address)
    red, green, blue = color(page, "backgroundColor")
    assert max(red, green, blue) < 80
    context.close()


def color(page: Page, of: str) -> tuple[int, ...]:
    """A computed color of the body, as red, green, blue."""
    return tuple(
        map(int, re.findall(r"\d+", page.evaluate(f"getComputedStyle(document.body).{of}"))[:3])
    )


@pytest.mark.proves("Tables are whole, and nothing of the text is folded away.")
@pytest.mark.parametrize("kind", ["ripples/", "contribute/fields/"])
def test_wide_tables_are_whole_on_paper(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 with its margins, at 96 dpi
    page.goto(address + kind)
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll("table, th, td")].filter(e => {
          const box = e.getBoundingClientRect();
          return box.width === 0 || box.right > innerWidth + 1 || box.left < -1;
        }).map(e => e.textContent.slice(0, 60))"""
    )
    assert cut == []
    assert page.evaluate("document.querySelectorAll('table').length") > 0
    hidden = page.evaluate("getComputedStyle(document.querySelector('header')).display")
    assert hidden == "none"


# They print in ways of their own, which test_log.py and test_rhythm.py look at.
SHEETS = {calling(name) for name in ("log", "look_back", "log_sheet", "month_sheet")}


@pytest.mark.proves("Tables are whole, and nothing of the text is folded away.")
def test_nothing_in_the_text_is_hidden_on_paper(page: Page, address: str) -> None:
    for kind in sorted({*KINDS} - SHEETS):
        page.goto(address + kind)
        page.emulate_media(media="print")
        folded = page.evaluate(
            """() => [...document.querySelectorAll("article :is(p, li, dd, h2)")]
              .filter(e => !e.closest("details, nav, .rp-exit-note, .rp-answers"))
              .filter(e => e.getClientRects().length === 0)
              .map(e => e.textContent.slice(0, 60))"""
        )
        assert folded == [], kind


def test_forced_colors_keep_what_colors_said(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", viewport=PHONE)
    page = context.new_page()
    page.goto(address + "ripples/")
    expect(page.get_by_role("row").filter(has_text="harmful").first).to_be_visible()
    page.goto(address + "evidence/claims/")
    expect(page.get_by_text("Evidence: mixed").first).to_be_visible()
    for selector in (".rp-help", ".rp-claim", ".rp-ripple"):
        page.goto(address + ("ripples/" if selector == ".rp-ripple" else "evidence/claims/"))
        assert page.locator(selector).first.is_visible()
    context.close()


LEFT = "https://www.bbc.com/weather"


@pytest.mark.proves(
    'The button "Leave this page now", on the pages about harm, is such a link: it opens the'
    " weather page of a news site."
)
@pytest.mark.parametrize("way", ["click", "keys"])
def test_the_way_out_leaves_at_once_and_does_not_come_back(
    context: BrowserContext, address: str, way: str
) -> None:
    context.route(f"{LEFT}**", lambda route: route.fulfill(body="<h1>Weather</h1>"))
    page = context.new_page()
    page.goto(address)
    page.goto(address + "articles/kindness-and-safety/")
    leave = page.get_by_role("link", name="Leave this page now")
    expect(leave).to_be_in_viewport()
    page.mouse.wheel(0, 3000)
    expect(leave).to_be_in_viewport()
    page.get_by_role(
        "link", name="a first step", exact=True
    ).click()  # a step within the page leaves no trace
    expect(page).to_have_url(re.compile("#first-step"))
    if way == "click":
        leave.click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(f"{LEFT}**")
    page.go_back()
    expect(page).to_have_url(address)


def test_the_way_out_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    context.route(f"{LEFT}**", lambda route: route.fulfill(body="<h1>Weather</h1>"))
    page = context.new_page()
    page.goto(address + "help/")
    page.get_by_role("link", name="Leave this page now").click()
    expect(page).to_have_url(LEFT)
    context.close()


def test_other_keys_between_do_not_leave(page: Page, address: str) -> None:
    page.goto(address + "articles/kindness-and-safety/")
    for key in ("Shift", "Shift", "a", "Shift", "Tab"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url == address + "articles/kindness-and-safety/"


def test_a_word_leads_to_its_meaning_and_back_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + "articles/stepping-out-of-your-own-loop/")
    word = page.locator(".rp-term").first
    meaning = word.get_attribute("title") or ""
    word.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".rp-glossary dt:target + dd")).to_contain_text(meaning)
    page.locator(".rp-glossary dt:target + dd a").press("Enter")
    expect(word).to_be_in_viewport()


@pytest.mark.proves("Such a copy needs no network and asks no other computer for anything.")
def test_the_copy_on_a_disk_opens_and_searches(browser: Browser, offline_site: Path) -> None:
    context = browser.new_context(viewport=PHONE)
    context.set_offline(True)
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((offline_site / "index.html").as_uri())
    search(page, WORD)
    first = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link").first
    expect(first).to_have_text(re.compile("Say no kindly"))
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Say no kindly")
    page.get_by_role("banner").get_by_role("link", name="Help now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert errors == []
    context.close()
