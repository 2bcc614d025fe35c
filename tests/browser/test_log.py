"""The log a reader keeps, and the look back, in a real Chromium."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, expect

from macros.catalog.kinds import ACTS, PRACTICES
from macros.components.calls.log import RULES
from tests.helpers.picks import Guided
from tests.helpers.projects import real_catalog
from tests.helpers.reader import (
    BLOCKED,
    NO_TRACES,
    PHONE,
    SMALL,
    TRACES,
    Device,
    Heard,
    add_to_log,
    on_disk,
    press,
    settle,
    violations,
)

FIELDS = ["date", "what", "whom", "before", "after", "served", "id"]
WHOMS, FEELINGS = list(RULES.whoms), list(RULES.feelings)
LOG = "rhythm/log/"
BACK = "rhythm/look-back/"
NOON = "2026-11-22T12:00:00+01:00"
REMEMBER = "Remember on this device"
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("no room", "QuotaExceededError") }"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile: for what a browser keeps, and for two tabs."""
    context = browser.new_context(viewport=PHONE, timezone_id="Europe/Berlin")
    yield context
    context.close()


@pytest.fixture(scope="module")
def used(browser: Browser) -> Iterator[Page]:
    """A page that one test after another uses."""
    context = browser.new_context(viewport=PHONE, timezone_id="Europe/Berlin")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(used: Page, address: str) -> Page:
    """The page of the log in a browser from which everything stored was cleared."""
    used.goto("about:blank")
    used.emulate_media(media="null")
    client = used.context.new_cdp_session(used)
    origin = urljoin(address, "/")
    client.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    client.detach()
    return log_page(used, address)


def log_page(page: Page, address: str) -> Page:
    """The page of the log, at noon of November 22, 2026."""
    page.clock.set_system_time(NOON)
    page.goto(address + LOG)
    return page


def said(page: Page) -> Locator:
    """The line that says what was done: beside the form, or where the log is kept."""
    return page.locator(".rp-log__said:not(:empty)")


def listed(page: Page) -> list[str]:
    """What was done, from the top of the list."""
    return page.locator(".rp-log__what").all_text_contents()


def entry(number: int, **more: str) -> dict[str, str]:
    """An entry of a file."""
    blank = dict.fromkeys(FIELDS, "")
    given = {"date": "2026-11-22", "what": "tea", "whom": "myself", "id": f"x{number}"}
    return {**blank, **given, **more}


def open_entries(page: Page, entries: list[dict[str, str]]) -> None:
    """Open a file with these entries, and wait until it is there."""
    text = json.dumps({"format": "ripple-log", "version": 1, "entries": entries})
    given = {"name": "kept.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator(".rp-log__file").set_input_files(given)  # type: ignore[arg-type]
    expect(said(page)).to_contain_text(re.compile("there already|Opened"))


def entries_of(page: Page) -> list[dict[str, str]]:
    """The entries of the page, read from what it would save."""
    with page.expect_download() as download:
        press(page, "Save a file")
    path = download.value.path()
    return json.loads(Path(path).read_text("utf-8"))["entries"]  # type: ignore[no-any-return]


# ---------- Adding, changing, removing ----------


def test_an_entry_is_added_by_keyboard_alone(page: Page) -> None:
    page.get_by_label("What did you do?").focus()
    page.keyboard.type("Said no kindly")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # the first of the choices: yourself
    page.keyboard.press("ArrowDown")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "rp-log-before":
            break
    page.keyboard.type("bad")
    page.keyboard.press("Tab")
    page.keyboard.type("so-so")
    page.keyboard.press("Tab")
    page.keyboard.type("I slept.")
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Added: Said no kindly.")
    item = page.locator(".rp-log__list li")
    assert item.locator("p").all_text_contents()[:3] == [
        "Said no kindly",
        "November 22, 2026. For one person. Before: bad. After: so-so.",
        "I slept.",
    ]
    for name, key in (("Change", "Enter"), ("Remove", "Space")):
        press_by_key(page, f"{name}: Said no kindly, November 22, 2026", key)
        if name == "Change":
            expect(page.get_by_role("heading", name="Change an entry")).to_be_visible()
            expect(page.get_by_label("What did you do?")).to_be_focused()
            page.keyboard.press("End")
            page.keyboard.type("!")
            page.keyboard.press("Enter")
            expect(said(page)).to_have_text("Changed: Said no kindly!.")
            again = page.get_by_role("button", name="Change: Said no kindly!, November 22, 2026")
            expect(again).to_be_focused()
            page.keyboard.press("Tab")
            page.keyboard.press("Space")
    expect(said(page)).to_have_text("Removed: Said no kindly!.")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Brought back: Said no kindly!.")
    assert listed(page) == ["Said no kindly!"]
    assert page.evaluate("document.activeElement.dataset.what") == "remove"
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def press_by_key(page: Page, name: str, key: str) -> None:
    """Reach a button with Tab and press it with a key, if it is there."""
    button = page.get_by_role("button", name=name, exact=True)
    for _ in range(40):
        if not button.count() or button.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    if button.count():
        page.keyboard.press(key)


def test_what_is_missing_is_said_beside_its_field(page: Page) -> None:
    press(page, "Add to the log")
    what = page.get_by_label("What did you do?")
    expect(what).to_be_focused()
    expect(what).to_have_attribute("aria-invalid", "true")
    hint = "In your own words, however small. Rest counts."
    fault = "Please write what you did; one word is enough."
    expect(what).to_have_accessible_description(f"{hint} {fault}")
    group = page.get_by_role("group", name="For whom?")
    expect(group).to_have_accessible_description("Please choose one. You count, too.")
    what.fill("Rest")
    page.get_by_label("Day").fill("")
    press(page, "Add to the log")
    expect(page.get_by_role("radio", name="Myself")).to_be_focused()
    expect(page.get_by_label("Day")).to_have_accessible_description("Please give the day.")
    assert listed(page) == []


@pytest.mark.parametrize(
    ("zone", "day"), [("Pacific/Auckland", "2026-11-23"), ("America/Chicago", "2026-11-22")]
)
def test_the_day_is_that_of_the_readers_clock(
    device: Device, address: str, zone: str, day: str
) -> None:
    page = log_page(device(timezone_id=zone), address)
    expect(page.get_by_label("Day")).to_have_value(day)
    page.clock.set_system_time("2026-11-25T12:00:00+00:00")  # the page was left open
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_label("Day")).to_have_value(re.compile("2026-11-2[56]"))


def test_the_newest_day_comes_first_and_a_page_at_a_time(page: Page) -> None:
    days = [f"2026-{month:02}-{day:02}" for month in (10, 11) for day in range(1, 14)]
    entries = [entry(n, date=day, what=f"tea {day}") for n, day in enumerate(days)]
    open_entries(page, entries)
    newest = [f"tea {day}" for day in sorted(days, reverse=True)]
    count = page.locator(".rp-log__count")
    expect(count).to_have_text("Entries 1 to 10 of 26, the newest first.")
    assert listed(page) == newest[:10]
    press(page, "Older entries")
    expect(page.get_by_role("heading", name="What you wrote")).to_be_focused()
    press(page, "Older entries")
    expect(count).to_have_text("Entries 21 to 26 of 26, the newest first.")
    assert listed(page) == newest[20:]
    expect(page.get_by_role("button", name="Older entries")).to_be_disabled()
    for name in newest[20:]:
        page.get_by_role("button", name=f"Remove: {name}").click()
    expect(count).to_have_text("Entries 11 to 20 of 20, the newest first.")
    assert listed(page) == newest[10:20]
    press(page, "Newer entries")
    assert listed(page) == newest[:10]


def test_an_address_brings_the_practice_and_nothing_else(
    page: Page, address: str, practices: list[Guided]
) -> None:
    one, other = practices[0], practices[-1]
    page.goto(f"{address}{LOG}#practice={one.id}")
    page.reload()
    expect(page.get_by_label("What did you do?")).to_have_value(one.title)
    assert listed(page) == []
    page.goto(f"{address}{LOG}#practice={other.id}")
    expect(page.get_by_label("What did you do?")).to_have_value(other.title)
    page.goto(address + LOG + "#practice=no-such-practice")
    page.reload()
    expect(page.get_by_label("What did you do?")).to_have_value("")


def test_practices_and_small_acts_are_suggested(page: Page) -> None:
    found = page.locator("#rp-log-known option").evaluate_all("os => os.map(o => o.value)")
    catalog = real_catalog()
    titles = [practice.title for practice in catalog[PRACTICES].values()]
    assert found[: len(titles)] == titles
    pairs = zip(found[len(titles) :], catalog[ACTS].values(), strict=True)
    assert [given for given, act in pairs if not given or not act.text.startswith(given)] == []
    assert len(found) == len(titles) + len(catalog[ACTS])
    assert max(map(len, found)) <= 150


@pytest.mark.proves(
    "At the end of a practice a link leads to the log.",
    "It carries the name of the practice in its address, and nothing you wrote.",
)
def test_the_end_of_a_practice_leads_to_the_log_and_carries_nothing(
    context: BrowserContext, address: str, practice: Guided
) -> None:
    page = context.new_page()
    page.goto(f"{address}{practice.address}#guide")
    while page.get_by_role("button", name="Next", exact=True).count():
        press(page, "Next")
    page.get_by_role("textbox").fill("My own words.")
    page.get_by_role("link", name="Keep a line in your log").click()
    expect(page.get_by_label("What did you do?")).to_have_value(practice.title)
    assert page.url == f"{address}{LOG}#practice={practice.id}"
    expect(page.get_by_label("How it served you, or them")).to_have_value("")
    assert "My own words" not in page.content()
    assert page.evaluate(TRACES) == NO_TRACES


# ---------- Keeping it ----------


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_save_forget_and_open_give_equal_entries(page: Page, tmp_path: Path, kind: str) -> None:
    add_to_log(page, "=1+1, \"quoted\"; 'so'", "One person", before="very bad", after="very good")
    add_to_log(page, "日本 🙂 -2", "Several people", served="+ it did not, @all")
    add_to_log(page, "Rest", date="2024-02-29", served="'")
    before = entries_of(page)
    assert [e["what"] for e in before] == ["Rest", "=1+1, \"quoted\"; 'so'", "日本 🙂 -2"]
    with page.expect_download() as download:
        press(page, "Save for a spreadsheet" if kind == "csv" else "Save a file")
    assert download.value.suggested_filename == f"ripple-log.{kind}"
    place = tmp_path / f"ripple-log.{kind}"
    download.value.save_as(place)
    forget(page)
    assert listed(page) == []
    page.locator(".rp-log__file").set_input_files(place)
    expect(said(page)).to_have_text("3 entries added, 0 were there already.")
    assert entries_of(page) == before
    page.locator(".rp-log__file").set_input_files(place)
    expect(said(page)).to_have_text("0 entries added, 3 were there already.")
    assert entries_of(page) == before


def forget(page: Page) -> None:
    press(page, "Forget everything")
    page.get_by_role("dialog").get_by_role("button", name="Forget everything").click()


def test_opening_keeps_both_where_an_entry_was_changed_here(page: Page) -> None:
    open_entries(page, [entry(1), entry(2)])
    page.get_by_role("button", name="Change: tea").first.click()
    page.get_by_label("What did you do?").fill("two cups of tea")
    press(page, "Save the change")
    open_entries(page, [entry(1), entry(2), entry(3, what="rest")])
    expect(said(page)).to_have_text(
        "2 entries added, 1 was there already."
        " 1 of them differ from what is here under the same id: both are kept."
    )
    assert Counter(listed(page)) == Counter(["two cups of tea", "tea", "tea", "rest"])
    open_entries(page, [entry(1), entry(2), entry(3, what="rest")])
    expect(said(page)).to_have_text("0 entries added, 3 were there already.")


@pytest.mark.proves(
    "The log and the look back work in your browser alone.",
    "What you write there is not sent.",
    'It is gone when the tab closes, unless you save a file or choose "Remember on this device".',
)
def test_nothing_is_asked_or_stored_before_remember_is_chosen(
    context: BrowserContext, address: str
) -> None:
    page = log_page(context.new_page(), address)
    settle(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    add_to_log(page, "Said no", before="bad", after="good")
    add_to_log(page, "Said no", before="bad", after="good", served="I slept.")
    open_entries(page, [entry(1)])
    entries_of(page)
    page.get_by_role("button", name="Remove: tea").click()
    press(page, "Undo")
    press(page, "Forget everything")
    press(page, "Keep it all")
    assert page.evaluate(TRACES) == NO_TRACES
    assert context.cookies() == []
    page.get_by_label(REMEMBER).check()
    expect(said(page)).to_have_text("From now on the log is remembered on this device.")
    assert page.evaluate(TRACES) == {**NO_TRACES, "local": ["ripple-log"]}
    forget(page)
    assert page.evaluate(TRACES) == NO_TRACES
    assert [url for url in asked if not url.startswith("blob:")] == []


@pytest.mark.proves(
    "Then the log stays in this browser, under one name, ripple-log.",
    "Whoever uses this browser can read it, and so could other pages of the same web address,"
    ' until you choose "Forget everything" on the page of the log.',
)
def test_what_is_remembered_comes_back_until_it_is_forgotten(page: Page) -> None:
    tick = page.get_by_label(REMEMBER)
    expect(tick).not_to_be_checked()
    expect(tick).to_have_accessible_description(
        re.compile("Whoever else uses this browser can read it. A private window forgets it")
    )
    add_to_log(page, "Said no")
    tick.check()
    expect(said(page)).to_be_in_viewport()
    add_to_log(page, "Rested")
    expect(said(page)).to_be_in_viewport()
    page.reload()
    assert listed(page) == ["Rested", "Said no"]
    expect(tick).to_be_checked()
    expect(page.locator(".rp-log__state")).to_have_text(
        "Everything here is remembered on this device."
    )
    press(page, "Forget everything")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("This takes away all 2 entries on this page, and whatever")
    expect(dialog.get_by_role("button", name="Keep it all")).to_be_focused()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Save a file first").click()
    assert len(json.loads(Path(download.value.path()).read_text("utf-8"))["entries"]) == 2
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Forget everything").click()
    expect(said(page)).to_have_text("Everything is forgotten, on this page and on this device.")
    assert listed(page) == []
    expect(tick).not_to_be_checked()
    page.reload()
    assert listed(page) == []
    assert page.evaluate(TRACES) == NO_TRACES


def test_to_stop_remembering_loses_nothing(page: Page) -> None:
    add_to_log(page, "Said no")
    page.get_by_label(REMEMBER).check()
    page.get_by_label(REMEMBER).uncheck()
    expect(said(page)).to_have_text(
        "No longer remembered on this device. What you wrote is still on this page."
    )
    assert page.evaluate(TRACES) == NO_TRACES
    assert listed(page) == ["Said no"]
    assert guarded(page)


def guarded(page: Page) -> bool:
    """Whether the browser would ask before the page is left."""
    return bool(
        page.evaluate(
            """() => { const event = new Event("beforeunload", { cancelable: true });
              dispatchEvent(event); return event.defaultPrevented }"""
        )
    )


@pytest.mark.proves(
    'It is gone when the tab closes, unless you save a file or choose "Remember on this device".'
)
def test_leaving_asks_only_where_something_would_be_lost(page: Page) -> None:
    assert not guarded(page)
    page.get_by_label("What did you do?").fill("not added")
    assert not guarded(page)
    add_to_log(page, "Said no")
    assert guarded(page)
    state = page.locator(".rp-log__state")
    expect(state).to_have_text(
        "The one entry is on this page only, and gone when it closes. To keep them, save a file."
    )
    entries_of(page)
    assert not guarded(page)
    expect(state).to_have_text("Everything here is in a file.")
    add_to_log(page, "Rested")
    assert guarded(page)
    page.get_by_label(REMEMBER).check()
    assert not guarded(page)
    add_to_log(page, "Walked")
    assert not guarded(page)
    page.get_by_label(REMEMBER).uncheck()
    assert guarded(page)
    forget(page)
    assert not guarded(page)
    open_entries(page, [entry(1)])
    assert not guarded(page)
    page.get_by_role("button", name="Remove: tea").click()
    assert not guarded(page)


def test_the_browser_really_asks(page: Page, address: str) -> None:
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.once("dialog", accept)
    add_to_log(page, "Said no")
    page.goto(address)
    assert asked == ["beforeunload"]


NO_ROOM = (
    "There is no more room for the log in this browser."
    " Save a file: your entries are still on this page."
)
FORBIDDEN = (
    "This browser does not let the page remember anything."
    " Save a file: your entries are still on this page."
)


@pytest.mark.parametrize(("stub", "line"), [(FULL, NO_ROOM), (BLOCKED, FORBIDDEN)])
def test_where_nothing_can_be_stored_it_is_said_and_nothing_is_lost(
    context: BrowserContext, address: str, stub: str, line: str
) -> None:
    errors: list[str] = []
    context.add_init_script(stub)
    page = log_page(context.new_page(), address)
    page.on("pageerror", lambda error: errors.append(str(error)))
    expect(said(page)).to_have_count(0)
    add_to_log(page, "Said no")
    page.get_by_label(REMEMBER).click()
    expect(said(page)).to_have_text(line)
    expect(page.get_by_label(REMEMBER)).not_to_be_checked()
    assert [e["what"] for e in entries_of(page)] == ["Said no"]
    forget(page)
    assert listed(page) == []
    expect(page.get_by_role("button", name="Forget everything")).to_be_focused()
    assert errors == []


def test_room_that_runs_out_later_is_said_at_each_change(page: Page) -> None:
    add_to_log(page, "Said no")
    page.get_by_label(REMEMBER).check()
    page.evaluate(  # a real limit: fill what is left
        """() => { let size = 1 << 22; for (let i = 0; size >= 16;) {
          try { localStorage.setItem("other" + i, "x".repeat(size)); i += 1 }
          catch { size >>= 1 } } }"""
    )
    add_to_log(page, "Rested", served="x" * 400)
    expect(said(page)).to_have_text(f"Added: Rested. {NO_ROOM}")
    assert listed(page) == ["Rested", "Said no"]
    assert guarded(page)
    page.evaluate("localStorage.removeItem('other0')")
    add_to_log(page, "Walked")
    expect(said(page)).to_have_text("Added: Walked.")
    assert not guarded(page)
    page.reload()
    assert listed(page) == ["Walked", "Rested", "Said no"]


@pytest.mark.parametrize(
    "text",
    [
        '{"version":2,"records":[]}',
        "not ours",
        pytest.param('{"version":1,"records":[{"id":"a"}]}', marks=pytest.mark.audit),
        pytest.param("7", marks=pytest.mark.audit),
    ],
)
def test_what_cannot_be_read_is_left_alone(page: Page, text: str) -> None:
    page.evaluate("text => localStorage.setItem('ripple-log', text)", text)
    page.reload()
    line = (
        "This browser remembers a log that this page cannot read, and leaves as it is."
        " A newer copy of the page may read it. “Forget everything” removes it."
    )
    expect(said(page)).to_have_text(line)
    add_to_log(page, "Said no")
    page.get_by_label(REMEMBER).click()
    expect(said(page)).to_have_text(line)
    assert page.evaluate("localStorage.getItem('ripple-log')") == text
    assert listed(page) == ["Said no"]
    forget(page)
    assert page.evaluate(TRACES) == NO_TRACES


# ---------- Two tabs ----------


def start(page: Page, name: str) -> None:
    """Press the button of one entry."""
    page.bring_to_front()
    page.get_by_role("button", name=name).click()


def choose(page: Page, remember: bool = True) -> None:
    """Have the log remembered, or no longer."""
    page.bring_to_front()
    page.get_by_label(REMEMBER).set_checked(remember)


@pytest.fixture
def tabs(context: BrowserContext, address: str) -> tuple[Page, Page]:
    """Two tabs that both remember the log, with one entry in it."""
    one, other = log_page(context.new_page(), address), log_page(context.new_page(), address)
    add_to_log(one, "tea")
    choose(one)
    expect(said(other)).to_have_text(
        "The log is remembered on this device by another tab."
        " Tick “Remember on this device” to bring both together."
    )
    assert listed(other) == []
    add_to_log(other, "rest")
    choose(other)
    return one, other


def everywhere(what: list[str], *pages: Page) -> None:
    """Both tabs come to list the same, whatever the order of one day."""
    for page in pages:
        page.wait_for_function(
            """what => [...document.querySelectorAll(".rp-log__what")]
              .map(e => e.textContent).sort().join() === what""",
            arg=",".join(sorted(what)),
            polling=50,
        )
    stored = json.loads(pages[0].evaluate("localStorage.getItem('ripple-log')"))["records"]
    assert sorted(r["what"] for r in stored if not r.get("removed")) == sorted(what)


def test_two_tabs_do_not_overwrite_each_other(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    everywhere(["tea", "rest"], one, other)
    add_to_log(one, "walk")  # the other tab has not heard of it yet
    add_to_log(other, "call")
    everywhere(["tea", "rest", "walk", "call"], one, other)
    start(one, "Remove: tea")
    add_to_log(other, "sun")
    everywhere(["rest", "walk", "call", "sun"], one, other)
    press(one, "Undo")
    everywhere(["tea", "rest", "walk", "call", "sun"], one, other)
    other.reload()
    everywhere(["tea", "rest", "walk", "call", "sun"], one, other)


def test_the_last_change_counts_within_one_moment_too(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    for page in tabs:
        page.clock.set_fixed_time(NOON)
    add_to_log(one, "walk")
    everywhere(["tea", "rest", "walk"], one, other)
    start(other, "Remove: walk")
    everywhere(["tea", "rest"], one, other)
    press(other, "Undo")
    everywhere(["tea", "rest", "walk"], one, other)


def test_an_entry_changed_in_two_tabs_is_kept_both_ways(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    everywhere(["tea", "rest"], one, other)
    for page, what in ((one, "green tea"), (other, "black tea")):
        start(page, "Change: tea")
        page.get_by_label("What did you do?").fill(what)
    press(one, "Save the change")
    press(other, "Save the change")
    expect(said(other)).to_have_text(
        "Another tab changed or removed this entry meanwhile. Both are kept."
    )
    everywhere(["green tea", "black tea", "rest"], one, other)


def test_a_tab_that_joins_late_takes_in_what_is_there(
    context: BrowserContext, address: str
) -> None:
    one, other = log_page(context.new_page(), address), log_page(context.new_page(), address)
    add_to_log(one, "tea")
    choose(one)
    one.close()
    add_to_log(other, "rest")
    choose(other)
    everywhere(["tea", "rest"], other)


def test_what_one_tab_could_not_store_is_stored_later(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    everywhere(["tea", "rest"], one, other)
    other.evaluate(f"() => {{ window.able = Storage.prototype.setItem; {FULL} }}")
    add_to_log(other, "walk")
    expect(said(other)).to_have_text(f"Added: walk. {NO_ROOM}")
    add_to_log(one, "sun")
    other.wait_for_timeout(200)
    assert guarded(other)  # it heard, and still cannot store its own
    other.evaluate("() => { Storage.prototype.setItem = window.able }")
    add_to_log(one, "call")
    everywhere(["tea", "rest", "walk", "sun", "call"], one, other)
    assert not guarded(other)


def test_a_tab_that_slept_through_it_all_overwrites_nothing(
    context: BrowserContext, address: str
) -> None:
    asleep = "addEventListener('storage', e => e.stopImmediatePropagation(), true)"
    one = log_page(context.new_page(), address)
    context.add_init_script(asleep)
    other = log_page(context.new_page(), address)
    add_to_log(one, "tea")
    choose(one)
    choose(other)
    add_to_log(one, "rest")
    start(one, "Remove: tea")
    add_to_log(other, "walk")
    everywhere(["rest", "walk"], one, other)
    choose(one, False)
    add_to_log(other, "sun")
    expect(said(other)).to_have_text(
        "Added: sun. Another tab stopped remembering the log. What you wrote is still on this page."
    )
    assert other.evaluate(TRACES) == NO_TRACES
    assert sorted(listed(other)) == ["rest", "sun", "walk"]
    assert guarded(other)


def test_forgetting_reaches_the_other_tab_and_stopping_leaves_it_its_words(
    tabs: tuple[Page, Page],
) -> None:
    one, other = tabs
    everywhere(["tea", "rest"], one, other)
    choose(one, False)
    expect(said(other)).to_have_text(
        "Another tab stopped remembering the log. What you wrote is still on this page."
    )
    assert sorted(listed(other)) == ["rest", "tea"]
    assert guarded(other)
    choose(one)
    choose(other)
    forget(one)
    expect(said(other)).to_have_text("Everything was forgotten in another tab.")
    assert listed(other) == []
    assert other.evaluate(TRACES) == NO_TRACES
    add_to_log(other, "sun")
    assert other.evaluate(TRACES) == NO_TRACES


# ---------- The picture ----------


def sample() -> list[dict[str, str]]:
    """Entries of ten weeks, in which some things lift and some drain."""
    made = []
    whats = ("Sang", "Cleaned up", "Listened", "sang", "Once only")
    for number in range(60):
        what = whats[number % 4] if number != 59 else whats[4]
        day = f"2026-{9 + number // 30:02}-{1 + number % 30:02}"
        made.append(
            entry(
                number,
                date=day,
                what=what,
                whom=WHOMS[number % 3],
                before=FEELINGS[number % 5],
                after=FEELINGS[(number * 2) % 5] if number % 7 else "",
            )
        )
    return made


def figures(page: Page, name: str) -> list[list[str]]:
    rows = page.locator(f".rp-log__{name} tbody tr")
    return [row.locator("th, td").all_text_contents() for row in rows.all()]


def test_the_picture_and_its_table_hold_the_figures_of_the_log(page: Page) -> None:
    entries = [e for e in sample() if e["date"] <= "2026-11-22"]
    open_entries(page, entries)
    steps: dict[str, Counter[str]] = {}
    for e in entries:
        if e["before"] and e["after"]:
            change = FEELINGS.index(e["after"]) - FEELINGS.index(e["before"])
            way = "better" if change > 0 else "worse" if change < 0 else "same"
            steps.setdefault(e["what"].lower(), Counter())[way] += 1
    agreed = {w: c for w, c in steps.items() if c["better"] > 1 or c["worse"] > 1}
    found = figures(page, "changes")
    assert {row[0].lower(): [int(n) for n in row[1:]] for row in found} == {
        what: [count["better"], count["same"], count["worse"]] for what, count in agreed.items()
    }
    totals = [sum(map(int, row[1:])) for row in found]
    assert totals == sorted(totals, reverse=True)
    assert len(found) == 3  # "sang" and "Sang" are one
    drawn = page.locator(".rp-log__changes svg")
    expect(drawn).to_have_attribute("role", "img")
    texts = drawn.locator(".rp-bars__left, .rp-bars__right").all_text_contents()[2:]
    assert texts == [number for row in found for number in (row[3], row[1])]
    assert drawn.locator(".rp-bars__name").all_text_contents() == [row[0] for row in found]


@pytest.mark.audit
def test_the_weeks_are_counted_back_from_today(page: Page) -> None:
    days = ["2026-11-22", "2026-11-16", "2026-11-15", "2026-10-04", "2026-09-28", "2026-09-27"]
    entries = [entry(n, date=day, whom=WHOMS[n % 2]) for n, day in enumerate(days)]
    open_entries(page, [*entries, entry(99, date="2026-11-23")])
    assert figures(page, "weeks") == [
        ["Nov 16 to Nov 22", "1", "1"],
        ["Nov 9 to Nov 15", "1", "0"],
        ["Nov 2 to Nov 8", "0", "0"],
        ["Oct 26 to Nov 1", "0", "0"],
        ["Oct 19 to Oct 25", "0", "0"],
        ["Oct 12 to Oct 18", "0", "0"],
        ["Oct 5 to Oct 11", "0", "0"],
        ["Sep 28 to Oct 4", "1", "1"],
    ]
    bars = page.locator(".rp-log__weeks rect")
    assert len({bar.get_attribute("width") for bar in bars.all()}) == 1
    assert bars.count() == 5


@pytest.mark.audit
def test_nothing_is_drawn_from_a_single_entry(page: Page) -> None:
    add_to_log(page, "Sang", before="bad", after="good")
    add_to_log(page, "Walked", before="bad", after="bad")
    add_to_log(page, "Walked", before="bad", after="bad")
    expect(page.locator(".rp-log__changes")).to_contain_text("Nothing to draw yet.")
    add_to_log(page, "Sang", before="bad", after="so-so")
    assert figures(page, "changes") == [["Sang", "2", "0", "0"]]


@pytest.mark.audit
@pytest.mark.proves("Where a device forces its colors, nothing is said by our colors alone.")
def test_bars_differ_by_shape_where_colors_are_forced(device: Device, address: str) -> None:
    page = log_page(device(forced_colors="active", viewport=PHONE), address)
    open_entries(page, sample())
    fill = "e => getComputedStyle(e).fill"
    outline = page.locator(".rp-log__changes .rp-bars__open").first.evaluate(fill)
    assert outline != page.locator(".rp-log__changes .rp-bars__full").first.evaluate(fill)


# ---------- Long logs ----------


# Adds one entry, and tells how many elements were drawn for it.
ADD = """async () => {
  const form = document.querySelector(".rp-log__form");
  const drawn = new MutationObserver(() => {});
  drawn.observe(document.body, {childList: true, subtree: true});
  form.elements.what.value = "one more tea";
  form.elements.whom.value = "myself";
  form.requestSubmit();
  const parts = drawn.takeRecords().flatMap(one => [...one.addedNodes])
    .filter(part => part instanceof Element);
  return parts.reduce((sum, part) => sum + 1 + part.querySelectorAll("*").length, 0);
}"""


def long_log(page: Page, size: int = 10_000) -> None:
    """Open a log of so many entries of ordinary length, and have it remembered."""
    entries = sample()
    open_entries(
        page,
        [
            {**entries[n % 60], "id": f"n{n}", "what": f"Listened to {n % 500}", "served": "x" * 60}
            for n in range(size)
        ],
    )
    page.get_by_label(REMEMBER).check()
    expect(page.locator(".rp-log__state")).to_have_text(
        "Everything here is remembered on this device."
    )


def test_ten_thousand_entries_need_no_more_drawing_than_a_hundred(page: Page) -> None:
    long_log(page, 100)
    few = page.evaluate(ADD)
    long_log(page)
    many = page.evaluate(ADD)
    expect(page.locator(".rp-log__count")).to_contain_text("of 10,002")
    assert page.locator(".rp-log__list li").count() == 10
    assert page.evaluate("JSON.parse(localStorage.getItem('ripple-log')).records.length") == 10_002
    assert 10 < many < 2 * few  # how long it takes is printed by `make bench`


# ---------- For everybody ----------


@pytest.mark.parametrize("scheme", ["dark", pytest.param("light", marks=pytest.mark.audit)])
def test_axe_finds_nothing_in_any_state(device: Device, address: str, scheme: str) -> None:
    settings = {"viewport": PHONE, "color_scheme": scheme, "reduced_motion": "reduce"}
    page = log_page(device(**settings), address)
    found = violations(page, "empty")
    press(page, "Add to the log")
    found += violations(page, "faults")
    open_entries(page, sample())
    found += violations(page, "full")
    page.get_by_role("button", name="Change: ").first.click()
    found += violations(page, "changing")
    press(page, "Leave it as it was")
    page.get_by_role("button", name="Remove: ").first.click()
    page.get_by_label(REMEMBER).check()
    found += violations(page, "removed and remembered")
    press(page, "Forget everything")
    found += violations(page, "forget")
    page.goto(address + BACK)
    found += violations(page, "look back, remembered")
    page.get_by_text("What you wrote then").click()
    press(page, "One question at a time")
    press(page, "Next question")
    found += violations(page, "one question")
    page.goto(address + "rhythm/sheet/")
    found += violations(page, "sheet")
    assert found == []


def test_everything_fits_and_can_be_touched(device: Device, address: str) -> None:
    page = log_page(device(viewport=SMALL, has_touch=True), address)
    add_to_log(page, "x" * 150, before="bad", after="good", served="y" * 300)
    open_entries(page, sample())
    for state in ("list", "dialog", "back"):
        if state == "dialog":
            press(page, "Forget everything")
        if state == "back":
            page.goto(address + BACK)
            open_entries(page, sample())
            press(page, "One question at a time")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= SMALL["width"], state
        targets = "main :is(button, select, textarea, input:not([type=radio], [type=checkbox]), "
        targets += "label:has([type=radio], [type=checkbox])):visible"
        for target in page.locator(targets).all():
            box = target.bounding_box()
            assert box and box["height"] >= 44 and box["width"] >= 44, target.inner_text()


@pytest.fixture
def plain(device: Device) -> Page:
    """A page as it is where scripts are off."""
    return device(java_script_enabled=False, viewport=PHONE)


@pytest.mark.proves(
    "So do the view with one step at a time, and the log, which has a sheet to print instead."
)
def test_without_scripts_the_page_says_so_and_leads_to_the_sheet(plain: Page, address: str) -> None:
    plain.goto(address + LOG)
    note = plain.locator(".rp-log__without")
    expect(note).to_contain_text("Nothing is wrong with you or your device.")
    controls = plain.locator("main form, main button, main dialog").locator("visible=true")
    expect(controls).to_have_count(0)
    note.get_by_role("link", name="print a sheet").click()
    expect(plain.get_by_role("table", name="My log")).to_be_visible()


def test_with_scripts_that_note_is_gone(page: Page) -> None:
    expect(page.locator(".rp-log__without")).to_be_hidden()


def test_the_copy_on_a_disk_keeps_a_log(
    device: Device, offline_site: Path, practice: Guided
) -> None:
    page = device(viewport=PHONE, offline=True)
    heard = Heard(page)
    page.goto(f"{on_disk(offline_site, LOG)}#practice={practice.id}")
    expect(page.get_by_label("What did you do?")).to_have_value(practice.title)
    add_to_log(page, "Said no")
    page.get_by_label(REMEMBER).check()
    page.reload()
    assert listed(page) == ["Said no"]
    assert [e["what"] for e in entries_of(page)] == ["Said no"]
    page.goto(on_disk(offline_site, BACK))
    expect(said(page)).to_contain_text("Your log holds 1 entry since")
    assert heard.errors == []
    assert heard.elsewhere("file:", "blob:") == []


def test_only_its_own_pages_load_the_log(site: Path) -> None:
    loading = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if re.search(r"(scripts|styles)/(log|look-back)", path.read_text("utf-8"))
    }
    assert loading == {
        f"rhythm/{name}/index.html" for name in ("log", "sheet", "look-back", "my-week")
    }
    sheet = (site / "rhythm" / "sheet" / "index.html").read_text("utf-8")
    assert "scripts/log" not in sheet


# ---------- Paper ----------


@pytest.mark.parametrize(
    ("paper", "margin"), [pytest.param("A4", "10mm", marks=pytest.mark.audit), ("Letter", "20mm")]
)
def test_the_sheet_fits_one_page(
    context: BrowserContext, address: str, paper: str, margin: str
) -> None:
    page = context.new_page()
    page.goto(address + "rhythm/sheet/")
    sides = dict.fromkeys(("top", "bottom", "left", "right"), margin)
    pdf = page.pdf(format=paper, margin=sides)  # type: ignore[arg-type]
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    page.emulate_media(media="print")
    rows = page.locator(".rp-sheet tbody tr")
    expect(rows).to_have_count(12)
    for row in rows.all():
        box = row.bounding_box()
        assert box and box["height"] >= 50  # room for handwriting: 13 mm
    expect(page.get_by_text("Print this page with your browser")).to_be_hidden()


def test_a_log_prints_what_was_written_and_no_buttons(page: Page) -> None:
    open_entries(page, sample())
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="What you wrote")).to_be_visible()
    expect(page.locator(".rp-log__list li").first).to_be_visible()
    expect(page.locator(".rp-log__changes table")).to_be_visible()
    assert page.locator("main :is(button, input, select):visible").count() == 0


def test_a_look_back_prints_every_question_and_answer(page: Page, address: str) -> None:
    page.goto(address + BACK)
    page.get_by_label("Your answer, if you like").first.fill("Work, and rain.")
    press(page, "One question at a time")
    page.emulate_media(media="print")
    for box in page.locator(".rp-look__words").all():
        expect(box).to_be_visible()
    assert page.locator("main button:visible").count() == 0


# ---------- The look back ----------


def test_without_scripts_every_question_is_there(plain: Page, address: str) -> None:
    plain.goto(address + BACK)
    expect(plain.locator("#the-questions ~ h3")).to_have_count(7)
    for question in plain.locator("#the-questions ~ h3").all():
        expect(question).to_be_visible()
    expect(plain.locator("main button:visible")).to_have_count(0)
    expect(plain.locator("main").get_by_text("Too much for today?")).to_be_visible()


def test_one_question_after_another_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + BACK)
    titles = page.locator(".rp-look__step h3").all_text_contents()
    questions = [title.removesuffix("#").strip() for title in titles]
    page.get_by_role("button", name="One question at a time").focus()
    page.keyboard.press("Enter")
    for number, question in enumerate(questions):
        heading = page.get_by_role("heading", name=question)
        expect(heading).to_be_focused()
        expect(page.locator(".rp-look__step:visible")).to_have_count(1)
        page.keyboard.press("Tab")  # the link of the heading, or the box
        while page.evaluate("document.activeElement.tagName") != "TEXTAREA":
            page.keyboard.press("Tab")
        page.keyboard.type(f"Answer {number}")
        if number < len(questions) - 1:
            page.get_by_role("button", name="Next question").press("Enter")
    expect(page.get_by_role("button", name="Next question")).to_be_hidden()
    press(page, "Back")
    expect(page.get_by_role("heading", name=questions[-2])).to_be_focused()
    page.evaluate("location.hash = 'what-was-there'")
    expect(page.get_by_role("heading", name=questions[0])).to_be_focused()
    press(page, "Show all questions")
    expect(page.locator(".rp-look__step:visible")).to_have_count(7)
    with page.expect_download() as download:
        press(page, "Save what I wrote")
    text = Path(download.value.path()).read_text("utf-8")
    assert not guarded(page)
    assert download.value.suggested_filename == "ripple-look-back.txt"
    expected = [f"{question}\n\nAnswer {n}\n" for n, question in enumerate(questions)]
    assert text == "\n".join(expected)


@pytest.mark.proves(
    "The log and the look back work in your browser alone.",
    "What you answer in the look back is never remembered.",
)
def test_answers_are_kept_nowhere(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + BACK)
    settle(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    press(page, "Save what I wrote")
    expect(page.get_by_text("There is nothing to save.")).to_be_visible()
    assert not guarded(page)
    page.get_by_label("Your answer, if you like").first.fill("Work, and rain.")
    assert guarded(page)
    press(page, "One question at a time")
    press(page, "Next question")
    assert page.evaluate(TRACES) == NO_TRACES
    assert asked == []
    page.reload()
    expect(page.get_by_label("Your answer, if you like").first).to_have_value("")


def test_the_look_back_uses_the_log_of_its_span(page: Page, address: str) -> None:
    days = ["2026-11-22", "2026-10-26", "2026-10-25", "2025-11-23", "2025-11-22"]
    entries = [entry(n, date=day, what=f"tea {n}", whom=WHOMS[n % 2]) for n, day in enumerate(days)]
    open_entries(page, entries)
    page.get_by_label(REMEMBER).check()
    page.goto(address + BACK)
    expect(said(page)).to_have_text("Your log holds 2 entries since October 26, 2026.")
    page.get_by_text("What you wrote then").click()
    assert listed(page) == ["tea 0", "tea 1"]
    expect(page.locator(".rp-look__whom")).to_have_text(
        "Of 2 entries: 1 for myself, 1 for one person."
    )
    page.get_by_label("A year").check()
    expect(said(page)).to_have_text("Your log holds 4 entries since November 23, 2025.")
    assert listed(page) == [f"tea {n}" for n in range(4)]
    open_entries(page, [entry(9, what="from a file")])
    assert "from a file" in listed(page)
    stored = page.evaluate("localStorage.getItem('ripple-log')")
    assert "from a file" not in stored  # what is opened here stays on this page


def test_the_look_back_refuses_what_is_no_log(page: Page, address: str) -> None:
    page.goto(address + BACK)
    expect(said(page)).to_have_text("No log is open here. Answer from memory, or open a file.")
    given = {"name": "bad.json", "mimeType": "application/json", "buffer": b"{"}
    page.locator(".rp-log__file").set_input_files(given)  # type: ignore[arg-type]
    expect(said(page)).to_contain_text(
        "“bad.json” was not opened: it is broken, or no JSON at all."
    )


# ---------- What the pages say of it ----------


def test_what_the_pages_promise_is_so(page: Page, address: str) -> None:
    documented = page.locator("#what-is-in-the-file ~ * tbody tr td:first-child")
    assert documented.all_text_contents() == [*FIELDS, "version"]
    words = page.locator("article").inner_text()
    for line in (*WHOMS, *FEELINGS, "up to 150 letters", "up to 500 letters", "up to 20,000"):
        assert line in words, line
    assert "a file may be up to 50 MB" in words.replace("\n", " ")
    limits = (RULES.longest_what, RULES.longest_served, RULES.most)
    assert limits == (150, 500, 20_000)
    for name, limit in (("what", 150), ("served", 500)):
        expect(page.locator(f"#rp-log-{name}")).to_have_attribute("maxlength", str(limit))
    for name in ("spellcheck", "autocomplete", "writingsuggestions"):
        for field in page.locator("main :is(textarea, input:is([list], #rp-log-served))").all():
            assert field.get_attribute(name) in ("false", "off"), name
    page.goto(address + "about/privacy/")
    privacy = " ".join(page.locator("article").inner_text().split())
    promises = (
        "The log and the look back work in your browser alone. What you write there is not sent.",
        'unless you save a file or choose "Remember on this device".',
        "under one name, ripple-log.",
        'until you choose "Forget everything"',
        "What you answer in the look back is never remembered.",
        "It carries the name of the practice in its address, and nothing you wrote.",
    )
    for promise in promises:  # each is shown by a test above
        assert promise in privacy, promise


def test_words_stand_in_their_own_direction(page: Page, address: str) -> None:
    page.goto(f"{address}rhythm/log/")
    for name in ("what", "served"):
        expect(page.locator(f"#rp-log-{name}")).to_have_attribute("dir", "auto")
    add_to_log(page, "השקיתי את הבזיליקום", served="זה עזר")
    for part in (".rp-log__what", ".rp-log__served"):
        said = page.locator(part).first
        assert said.evaluate("part => getComputedStyle(part).direction") == "rtl"


def test_forgetting_is_asked_for_where_a_browser_knows_no_dialogs(
    device: Device, address: str
) -> None:
    page = device()
    page.add_init_script("delete HTMLDialogElement.prototype.showModal")
    page.goto(f"{address}rhythm/log/")
    add_to_log(page, "Watered the basil")
    page.once("dialog", lambda dialog: dialog.accept())
    press(page, "Forget everything")
    expect(page.locator(".rp-log__what")).to_have_count(0)
