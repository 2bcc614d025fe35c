"""Guided practice: one step at a time, in a real Chromium."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.helpers.picks import Guided, Pick, first
from tests.helpers.reader import (
    DESKTOP,
    NO_TRACES,
    PHONE,
    TRACES,
    Device,
    Heard,
    on_disk,
    settle,
    stop_clock,
    violations,
)

ZOOMED: ViewportSize = {"width": 320, "height": 256}  # a window of 1280 x 1024 at 400 percent
START = "Start, step by step"
GO_ON = "Go on where you stopped"
UP = "Time is up. Go on when you are ready."
QUESTIONS = {
    "outward": "How did helping serve you, too?",
    "inward": "How did looking after yourself serve you, and maybe others?",
}
# What the list on the page says, and what the guide shows: without ids, spaces evened out.
LISTED = """() => {
  const even = text => text.replace(/\\s+/g, " ").trim();
  const parts = [...document.querySelectorAll("#steps ~ *")];
  const list = parts.find(part => part.tagName === "OL");
  const gate = [...document.querySelectorAll("[data-section=gate] > *")];
  const between = parts.slice(0, parts.indexOf(list)).filter(part => part.tagName !== "DIV");
  const before = gate.concat(between);
  const after = parts.slice(parts.indexOf(list) + 1);
  const end = after.findIndex(part => part.tagName === "H2");
  const steps = [...list.children];
  const words = parts => even(parts.map(part => part.textContent).join(" "));
  return [
    ...(before.length ? ["Before you start " + words(before)] : []),
    ...steps.map((step, i) => `Step ${i + 1} of ${steps.length} ` + even(step.textContent)),
    even("That was the last step " + words(after.slice(0, end))),
  ];
}"""
SHOWN = """() => {
  const find = name => document.querySelector(".rp-guide__" + name);
  const shown = [], faults = [];
  for (let more = true; more;) {
    shown.push(find("step").textContent + " " + find("text").textContent);
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    if (new Set(ids).size < ids.length) faults.push("an id is there twice");
    const asked = [...find("text").querySelectorAll(".rp-pause")].map(p => p.dataset.seconds);
    const timers = [...find("timers").querySelectorAll("[role=timer] > :first-child")];
    if (asked.join() !== timers.map(t => t.textContent).join()) faults.push("timers: " + asked);
    more = find("next").textContent === "Next";
    if (more) find("next").click();
  }
  return [shown, faults, find("ending").querySelector("label").textContent.trim()];
}"""


@pytest.fixture
def outward(practices: list[Guided]) -> Guided:
    """A practice for others, with nothing before its steps."""
    return first(
        each
        for each in practices
        if each.record.direction == "outward" and not each.words_before and len(each.steps) > 3
    )


def guide(page: Page, url: str) -> Locator:
    """Open a practice and its guide by the button."""
    page.goto(url)
    page.get_by_role("button", name=START).click()
    return page.get_by_role("dialog")


def at_pause(page: Page, address: str, practice: Guided, seconds: int = 20) -> Locator:
    """Open the guide at the step with the pause, which is made so long."""
    page.goto(address + practice.address)
    page.locator(".rp-pause").evaluate("(pause, s) => { pause.dataset.seconds = s }", seconds)
    page.get_by_role("button", name=START).click()
    go(page, "Next", practice.until_pause)
    return page.get_by_role("dialog")


def go(page: Page, name: str, times: int = 1) -> None:
    """Press a button of the guide."""
    for _ in range(times):
        page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus is on the button, as a person at a keyboard does."""
    button = page.get_by_role("button", name=name, exact=True)
    for _ in range(80):
        if button.count() and button.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reached {name}")


def heard(page: Page) -> str:
    """The name of what has the focus, which a screen reader reads out."""
    parts: str = page.evaluate(
        """() => (document.activeElement.getAttribute("aria-labelledby") || "").split(" ")
          .map(id => document.getElementById(id)?.textContent).join(" ")"""
    )
    return " ".join(parts.split())


@pytest.mark.proves("A whole practice can be done with keys alone.")
def test_a_whole_practice_by_keyboard_alone(page: Page, address: str, practice: Guided) -> None:
    page.goto(address + practice.address)
    expected = page.evaluate(LISTED)
    tab_to(page, START)
    page.keyboard.press("Enter")
    steps = [heard(page)]
    while page.get_by_role("button", name="Next", exact=True).count():
        if page.get_by_role("timer").count():
            tab_to(page, "Start timer")
            page.keyboard.press("Space")
            expect(page.get_by_role("button", name="Hold")).to_be_focused()
        tab_to(page, "Next")
        page.keyboard.press("Enter")
        steps.append(heard(page))
    assert dense(steps) == dense(expected)
    assert steps[0].startswith("Before you start ")
    assert steps[1].startswith(f"Step 1 of {len(practice.steps)} ")
    assert steps[-1].startswith("That was the last step ")
    page.keyboard.press("Tab")
    box = page.get_by_role("textbox", name=QUESTIONS[practice.record.direction])
    expect(box).to_be_focused()
    page.keyboard.type("I slept.")
    expect(box).to_have_value("I slept.")
    tab_to(page, "Close")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name=START)).to_be_focused()


def test_tab_and_back_stay_inside(page: Page, address: str, practice: Guided) -> None:
    at_pause(page, address, practice)
    for key in ["Tab"] * 20 + ["Shift+Tab"] * 20:
        page.keyboard.press(key)
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    go(page, "Back", practice.until_pause - 1)
    assert heard(page).startswith("Step 1 of ")
    go(page, "Back")
    assert heard(page).startswith("Before you start ")
    expect(page.get_by_role("button", name="Back", exact=True)).to_be_hidden()


# The accessibility tree: what a screen reader is given, in its order; the words of the practice
# themselves are compared elsewhere.
TOP = """
- dialog "{title}":
  - paragraph: {title}
  - link "Help now":
    - /url: ../../help/
  - button "Stop"
  - group """
TIMER = """
    - group "Timer":
      - timer: {left} seconds
      - button "{button}"{more}
    - checkbox "A soft sound when time is up"
    - text: A soft sound when time is up
    - status{said}
"""
MORE = '\n      - button "More time"'
END = """
    - text: {question}
    - paragraph: You do not have to answer. "It did not" is an answer, too.
    - textbox "{question}"
    - paragraph: Nothing you write here is kept or sent. It is gone when this page closes, unless you copy it.
    - button "Copy"
    - paragraph:
      - link "Keep a line in your log":
        - /url: ../../rhythm/log/#practice={id}
      - text: "It begins empty: to take these words along, copy them first."
    - status
"""  # noqa: E501
BOTTOM = """
  - button "{next}"
  - paragraph: You can stop at any time. That is fine.
"""
BACK = '\n  - button "Back"'


@pytest.mark.proves("Each step takes the focus, so that it is read out.")
def test_what_a_screen_reader_is_given_in_each_state(
    page: Page, address: str, practice: Guided
) -> None:
    stop_clock(page)
    page.goto(address + practice.address)
    words = page.evaluate(LISTED)
    dialog = at_pause(page, address, practice)

    def given(step: int, where: str, end: str, top: str = TOP) -> None:
        """Compare the beginning and the end of the tree, and what names the step."""
        tree = dialog.aria_snapshot()
        assert tree.startswith(top.strip("\n").format(title=practice.title))
        assert f'heading "{where}" [level=2]' in tree
        expect(dialog.get_by_role("group", name=words[step], exact=True)).to_be_visible()
        assert tree.endswith(end.rstrip("\n"))

    def timer(left: int, button: str, more: str = MORE, said: str = "") -> None:
        where = f"Step {practice.until_pause} of {len(practice.steps)}"
        state = TIMER.format(left=left, button=button, more=more, said=said).rstrip("\n")
        given(practice.until_pause, where, state + BACK + BOTTOM.format(next="Next"))

    timer(20, "Start timer", more="")
    go(page, "Start timer")
    timer(20, "Hold", said=': "The timer runs: 20 seconds."')
    page.clock.run_for(8000)
    go(page, "Hold")
    timer(12, "Go on", said=": The timer waits at 12 seconds.")
    go(page, "Go on")
    page.clock.run_for(12_000)
    timer(0, "Start timer again", said=f": {UP}")
    go(page, "Back", practice.until_pause)
    given(0, "Before you start", "\n    - status" + BOTTOM.format(next="Next"))
    go(page, "Next", practice.until_end)
    end = END.format(question=QUESTIONS[practice.record.direction], id=practice.id).rstrip("\n")
    bottom = BACK + BOTTOM.format(next="Close")
    given(-1, "That was the last step", end + bottom, TOP.replace('  - button "Stop"\n', ""))


def test_the_start_button_is_on_the_first_screen(
    device: Device, address: str, practice: Guided
) -> None:
    page = device(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(address + practice.address)
    start = page.get_by_role("button", name=START)
    expect(start).to_be_in_viewport(ratio=1)
    expect(start).to_have_accessible_description("")


def dense(texts: list[str]) -> list[str]:
    """Texts without their spaces: between two paragraphs there is none to count."""
    return ["".join(text.split()) for text in texts]


def different(practices: list[Guided]) -> list[Guided]:
    """One practice of each shape: direction, words before, links, more pauses than one."""
    shapes = {
        (
            each.record.direction,
            each.words_before,
            bool(each.links_within),
            max(map(len, each.pauses)),
        ): each
        for each in practices
    }
    return list(shapes.values())


@pytest.mark.parametrize(
    "which", [different, pytest.param(list, marks=pytest.mark.audit, id="every")]
)
def test_practices_are_shown_as_they_are_written(
    page: Page,
    address: str,
    practices: list[Guided],
    which: Callable[[list[Guided]], list[Guided]],
) -> None:
    picked = which(practices)
    assert len(picked) > 3
    for practice in picked:
        page.goto(address + practice.address)
        expected = page.evaluate(LISTED)
        page.get_by_role("button", name=START).click()
        shown, *others = page.evaluate(SHOWN)
        assert dense(shown) == dense(expected), practice.id
        assert others == [[], QUESTIONS[practice.record.direction]], practice.id


def test_pages_without_steps_have_no_guide(page: Page, address: str, article: Pick) -> None:
    for kind in ("", "practices/", article.address, "needs/"):
        page.goto(address + kind + "#guide")
        expect(page.locator("dialog.rp-guide")).to_have_count(0)
        expect(page.get_by_role("dialog")).to_be_hidden()


# ---------- Timers ----------


def seconds(page: Page) -> int:
    return int(page.get_by_role("timer").inner_text().split()[0])


@pytest.mark.proves(
    "A timer starts only when you press it, can be paused, and never holds up the next step."
)
def test_a_timer_waits_to_be_started_and_can_be_held(
    page: Page, address: str, practice: Guided
) -> None:
    stop_clock(page)
    at_pause(page, address, practice)
    said = page.locator(".rp-guide__said")
    assert page.locator("dialog[open] :is([role=status], [role=alert], [aria-live])").count() == 1
    said.evaluate(
        """e => { window.said = [];
          new MutationObserver(() => said.push(e.textContent)).observe(e, {childList: true}) }"""
    )
    page.clock.run_for(60_000)
    assert seconds(page) == 20
    go(page, "Start timer")
    passing = []
    for _ in range(5):
        page.clock.run_for(1000)
        passing.append(seconds(page))
    assert passing == [19, 18, 17, 16, 15]
    page.clock.run_for(500)
    go(page, "Hold")
    page.clock.run_for(60_000)
    assert seconds(page) == 15
    go(page, "Go on")
    page.clock.run_for(14_400)
    expect(page.get_by_role("button", name="Hold")).to_be_visible()
    page.clock.run_for(200)
    expect(said).to_have_text(UP)
    page.clock.run_for(60_000)
    # Heard: beginning, end, and what a press did; not the seconds.
    runs = ["The timer runs: 20 seconds.", "The timer waits at 15 seconds."]
    assert page.evaluate("said") == [*runs, "The timer runs: 15 seconds.", UP]
    go(page, "Start timer again")
    assert seconds(page) == 20


def test_a_timer_keeps_to_the_clock_when_the_browser_slows_it(
    page: Page, address: str, practice: Guided
) -> None:
    stop_clock(page)
    at_pause(page, address, practice)
    go(page, "Start timer")
    page.clock.fast_forward(19_000)  # timers fire once, late, as in a page nobody sees
    assert seconds(page) == 1
    page.clock.fast_forward(30_000)
    expect(page.locator(".rp-guide__said")).to_have_text(UP)


@pytest.mark.proves(
    "A timer starts only when you press it, can be paused, and never holds up the next step.",
    "A timed pause in a practice is only a suggestion, and you can take as long as you like.",
)
def test_next_is_free_while_a_timer_runs_and_ends_it(
    page: Page, address: str, practice: Guided
) -> None:
    stop_clock(page)
    at_pause(page, address, practice)
    go(page, "Start timer")
    page.clock.run_for(3000)
    go(page, "Next")
    assert heard(page).startswith(f"Step {practice.until_pause + 1} of ")
    expect(page.get_by_role("timer")).to_have_count(0)
    expect(page.get_by_role("checkbox")).to_be_hidden()
    page.clock.run_for(60_000)
    expect(page.locator(".rp-guide__said")).to_have_text("")
    go(page, "Back")
    assert seconds(page) == 20
    expect(page.get_by_role("button", name="Start timer")).to_be_visible()


@pytest.mark.proves(
    "A timer starts only when you press it, can be paused, and never holds up the next step."
)
def test_a_timer_can_be_made_longer(page: Page, address: str, practice: Guided) -> None:
    stop_clock(page)
    at_pause(page, address, practice)
    longer = page.get_by_role("button", name="More time")
    expect(longer).to_be_hidden()  # nobody needs more of what has not begun
    go(page, "Start timer")
    page.clock.run_for(5000)
    go(page, "More time")
    assert seconds(page) == 45
    expect(page.locator(".rp-guide__said")).to_have_text("The timer runs: 45 seconds.")
    expect(longer).to_be_focused()
    page.clock.run_for(1000)
    assert seconds(page) == 44
    go(page, "Hold")
    go(page, "More time")
    page.clock.run_for(60_000)
    assert seconds(page) == 74
    expect(page.locator(".rp-guide__said")).to_have_text("The timer waits at 74 seconds.")
    go(page, "Go on")
    page.clock.run_for(74_000)
    expect(page.locator(".rp-guide__said")).to_have_text(UP)
    go(page, "More time")
    expect(page.locator(".rp-guide__said")).to_have_text("The timer runs: 30 seconds.")
    page.clock.run_for(30_000)
    expect(page.locator(".rp-guide__said")).to_have_text(UP)
    go(page, "Start timer again")
    assert seconds(page) == 20


FILLED = "e => 1 - parseFloat(getComputedStyle(e).strokeDashoffset.replace('calc(', ''))"


@pytest.mark.audit
def test_the_ring_fills_as_time_goes_by(device: Device, address: str, practice: Guided) -> None:
    page = device(reduced_motion="reduce")  # else it is on its way to where it will be
    stop_clock(page)
    at_pause(page, address, practice)
    ring = page.locator(".rp-timer__ring")
    assert ring.evaluate(FILLED) == 0
    go(page, "Start timer")
    page.clock.run_for(9000)
    assert ring.evaluate(FILLED) == pytest.approx(0.5, abs=0.01)
    go(page, "More time")
    assert ring.evaluate(FILLED) == pytest.approx(0.2, abs=0.01)
    page.clock.run_for(41_000)
    assert ring.evaluate(FILLED) == 1


def test_long_waits_count_in_minutes(page: Page, address: str, practice: Guided) -> None:
    stop_clock(page)
    at_pause(page, address, practice, seconds=180)
    timer = page.get_by_role("timer")
    expect(timer).to_have_text("3 minutes")
    go(page, "Start timer")
    page.clock.run_for(30_000)
    expect(timer).to_have_text("3 minutes")
    page.clock.run_for(31_000)
    expect(timer).to_have_text("119 seconds")
    page.clock.run_for(118_000)
    expect(timer).to_have_text("1 second")


@pytest.mark.parametrize("way", ["Escape", "Stop"])
def test_stopping_is_fine_and_the_way_back_is_kept(
    page: Page, address: str, way: str, practice: Guided
) -> None:
    dialog = guide(page, address + practice.address)
    go(page, "Next", 3)
    reached = heard(page)
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        go(page, "Stop")
    expect(dialog).to_be_hidden()
    start = page.get_by_role("button", name=GO_ON)
    expect(start).to_be_focused()
    expect(start).to_be_in_viewport()
    expect(start).to_have_accessible_description("Stopping is fine. You can also leave it at that.")
    page.keyboard.press("Enter")
    assert heard(page) == reached


def test_help_is_in_reach_at_every_step(page: Page, address: str, practice: Guided) -> None:
    dialog = guide(page, address + practice.address)
    for _ in range(practice.until_end):
        expect(dialog.get_by_role("link", name="Help now").first).to_be_in_viewport()
        go(page, "Next")
    dialog.get_by_role("link", name="Help now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")


def test_a_link_to_another_part_of_the_page_leads_there(
    page: Page, address: str, practice: Guided
) -> None:
    page.goto(address + practice.address)
    part = page.locator(".rp-text h2[id]").last.get_attribute("id")
    add = """(text, part) => {
      const link = Object.assign(document.createElement("a"), { href: "#" + part });
      link.append("there");
      text.append(link);
    }"""
    for name in (START, GO_ON):  # the second time the address does not change
        page.get_by_role("button", name=name).click()
        dialog = page.get_by_role("dialog")
        go(page, "Next")
        dialog.locator(".rp-guide__text").evaluate(add, part)
        dialog.locator(f"[href$='#{part}']").click()
        expect(dialog).to_be_hidden()
        expect(page).to_have_url(re.compile(f"#{part}$"))
        expect(page.locator(f"#{part}")).to_be_in_viewport()


# ---------- Ways in and out ----------


def test_an_address_leads_to_the_first_step(page: Page, address: str, outward: Guided) -> None:
    page.goto(address + outward.address + "#guide")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert heard(page).startswith(f"Step 1 of {len(outward.steps)} ")
    go(page, "Stop")
    expect(page).to_have_url(address + outward.address + "#steps")
    expect(page.get_by_role("button", name=START)).to_be_focused()
    page.reload()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_back_button_of_the_browser_closes_what_an_address_opened(
    page: Page, address: str, outward: Guided
) -> None:
    page.goto(address + outward.address)
    page.evaluate("location.hash = 'guide'")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page).to_have_url(address + outward.address)
    expect(page.get_by_role("button", name=START)).to_be_focused()


HOUR = "document.querySelector('.rp-pause').dataset.seconds = 3600"


# Colors and sizes do not touch each other here: each is looked at once, and all pairs by the audit.
SIZES = {"phone": PHONE, "desktop": DESKTOP, "zoomed": ZOOMED}
ALL = [(scheme, size) for scheme in ("light", "dark") for size in SIZES]
QUICK = ("dark", "zoomed")
IN_SIZES = ["zoomed", *(pytest.param(size, marks=pytest.mark.audit) for size in (*SIZES,)[:2])]


@pytest.mark.parametrize(
    ("scheme", "size"),
    [pytest.param(*pair, marks=() if pair == QUICK else pytest.mark.audit) for pair in ALL],
)
def test_axe_finds_nothing_in_any_state(
    device: Device, address: str, practice: Guided, scheme: str, size: str
) -> None:
    page = device(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")
    page.clock.install()  # it goes on by itself: axe needs time to pass
    page.goto(address + practice.address)
    page.evaluate(HOUR)
    page.get_by_role("button", name=START).click()
    found = violations(page, "before")
    go(page, "Next")
    found += violations(page, "step 1")
    go(page, "Next", practice.until_pause - 1)
    found += violations(page, "timer ready")
    page.get_by_role("checkbox").check()
    go(page, "Start timer")
    found += violations(page, "timer running")
    go(page, "Hold")
    found += violations(page, "timer held")
    go(page, "Go on")
    page.clock.fast_forward(3600 * 1000)
    expect(page.locator(".rp-guide__said")).to_have_text(UP)
    found += violations(page, "timer over")
    go(page, "Next", practice.until_end - practice.until_pause - 1)
    found += violations(page, "last step")
    go(page, "Next")
    found += violations(page, "end")
    go(page, "Copy")
    found += violations(page, "nothing to copy")
    page.keyboard.press("Escape")
    found += violations(page, "stopped")
    assert found == []


# Of each target its words, its sides, and how much of it is seen after scrolling to it.
TARGETS = """async all => {
  const found = [];
  for (const target of all) {
    target.scrollIntoViewIfNeeded();
    const [seen] = await new Promise(done => new IntersectionObserver(done).observe(target));
    const {width, height} = target.getBoundingClientRect();
    found.push([target.innerText, [width, height], seen.intersectionRatio]);
  }
  return found;
}"""


@pytest.mark.parametrize("size", IN_SIZES)
def test_everything_fits_and_can_be_touched(
    device: Device, address: str, practice: Guided, size: str
) -> None:
    page = device(viewport=SIZES[size], has_touch=True)
    dialog = guide(page, address + practice.address)
    for step in range(practice.until_end + 1):
        wide = dialog.evaluate("e => [e.scrollWidth <= e.clientWidth, e.getBoundingClientRect().x]")
        assert wide == [True, 0], step
        if step == practice.until_pause:
            dialog.get_by_role("button", name="Start timer").tap()
        targets = "button:visible, .rp-help, .rp-guide__choices label:visible, textarea:visible"
        for name, sides, ratio in dialog.locator(targets).evaluate_all(TARGETS):
            assert min(sides) >= 44, name
            assert ratio >= 0.99, name
        if step < practice.until_end:
            dialog.get_by_role("button", name="Next", exact=True).tap()
            expect(dialog.get_by_role("heading")).to_be_in_viewport(ratio=0.99)
    for _ in range(practice.until_end):
        dialog.get_by_role("button", name="Back").tap()
        expect(dialog.get_by_role("heading")).to_be_in_viewport(ratio=0.99)


def test_a_step_is_in_large_type(page: Page, address: str, outward: Guided) -> None:
    guide(page, address + outward.address)
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert page.locator(".rp-guide__text").evaluate(size) > 1.6 * page.locator(
        "#steps ~ ol li"
    ).first.evaluate(size)


# ---------- Without scripts, without a network ----------


@pytest.mark.proves(
    "The steps of a practice are a list, and the choices on the front page lead to prepared pages.",
    "So do the view with one step at a time, and the log, which has a sheet to print instead.",
)
def test_without_scripts_the_list_is_all_there(
    device: Device, address: str, practice: Guided
) -> None:
    page = device(java_script_enabled=False, viewport=PHONE)
    page.goto(address + practice.address + "#guide")
    steps = page.locator("#steps ~ ol > li")
    expect(steps).to_have_count(len(practice.steps))
    for step in steps.all():
        expect(step).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Start|Next|Close$"))).to_have_count(0)
    expect(page.locator("dialog.rp-guide")).to_be_hidden()


def test_the_copy_on_a_disk_guides_too(
    device: Device, offline_site: Path, practice: Guided
) -> None:
    page = device(viewport=PHONE, offline=True)
    heard = Heard(page)
    place = on_disk(offline_site, practice.address)
    page.goto(place + "#guide")
    dialog = page.get_by_role("dialog")
    go(page, "Next", practice.until_pause)
    timer = page.get_by_role("timer")
    begins = timer.inner_text()
    page.get_by_role("checkbox").check()
    go(page, "Start timer")
    expect(timer).not_to_have_text(begins)
    go(page, "Next", practice.until_end - practice.until_pause)
    page.get_by_role("textbox").fill("Well.")
    go(page, "Close")
    expect(dialog).to_be_hidden()
    expect(page).to_have_url(place + "#steps")
    expect(page.get_by_role("button", name=START)).to_be_focused()
    page.keyboard.press("Enter")
    dialog.get_by_role("link", name="Help now").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
    assert heard.elsewhere("file:") == []
    assert heard.errors == []


# ---------- The answer at the end ----------


@pytest.mark.proves(
    "If you go through a practice one step at a time, one question comes at the end, with a box.",
    "What you write there is not kept or sent.",
    "It is gone when the page closes.",
)
def test_the_answer_goes_nowhere(page: Page, address: str, outward: Guided) -> None:
    guide(page, address + outward.address)
    settle(page)
    heard = Heard(page)
    go(page, "Next", outward.until_end)
    box = page.get_by_role("textbox", name="How did helping serve you, too?")
    box.fill("My own words.")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=GO_ON).click()
    expect(box).to_have_value("My own words.")  # a slip of the hand costs nothing
    go(page, "Close")
    assert (heard.asked, heard.errors, page.context.cookies()) == ([], [], [])
    assert page.evaluate(TRACES) == NO_TRACES
    page.evaluate("dispatchEvent(new Event('pagehide'))")  # left, perhaps to come back to
    expect(page.locator(".rp-guide__words")).to_have_value("")
    for name in ("spellcheck", "autocomplete", "writingsuggestions"):
        assert page.locator(".rp-guide__words").get_attribute(name) in ("false", "off"), name


def test_the_reader_can_keep_the_answer(page: Page, address: str, outward: Guided) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    guide(page, address + outward.address)
    go(page, "Next", outward.until_end)
    go(page, "Copy")
    expect(page.locator(".rp-guide__said")).to_have_text("There is nothing to copy.")
    page.get_by_role("textbox").fill("It made me lighter.")
    go(page, "Copy")
    expect(page.locator(".rp-guide__said")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == "It made me lighter."


REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
ABSENT = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


@pytest.mark.parametrize("clipboard", [REFUSED, ABSENT], ids=["refused", "absent"])
def test_where_copying_is_refused_the_words_are_selected(
    page: Page, address: str, clipboard: str, outward: Guided
) -> None:
    page.add_init_script(clipboard)
    guide(page, address + outward.address)
    go(page, "Next", outward.until_end)
    page.get_by_role("textbox").fill("It made me lighter.")
    go(page, "Copy")
    expect(page.locator(".rp-guide__said")).to_contain_text("Your words are selected.")
    assert page.evaluate("getSelection().toString()") == "It made me lighter."
    expect(page.get_by_role("textbox")).to_be_focused()


# Stand-ins that write down what is asked of them.
LOCKS = """window.asked = []; Object.defineProperty(navigator, "wakeLock", {value: {
  request(kind) {
    asked.push(kind);
    return Promise.resolve({release() { asked.push("release") }});
  } }})"""
NO_LOCKS = """Object.defineProperty(navigator, "wakeLock", {value: {
  request: () => Promise.reject(new DOMException("low battery", "NotAllowedError")) }})"""


def held(page: Page) -> int:
    """How many locks are held on the screen."""
    asked: list[str] = page.evaluate("asked")
    assert set(asked) <= {"screen", "release"}
    return asked.count("screen") - asked.count("release")


def test_the_screen_stays_on_at_a_step_and_not_after(
    page: Page, address: str, practice: Guided
) -> None:
    stop_clock(page)
    page.add_init_script(LOCKS)
    page.goto(address + practice.address)
    assert held(page) == 0
    page.get_by_role("button", name=START).click()
    assert held(page) == 1
    go(page, "Next", practice.until_pause)
    assert held(page) == 1
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.wait_for_function("asked.at(-1) === 'release'")
    assert held(page) == 0
    page.get_by_role("button", name=GO_ON).click()
    assert held(page) == 1
    page.clock.run_for(10 * 60_000 - 1000)
    assert held(page) == 1
    page.clock.run_for(2000)  # somebody has fallen asleep
    assert held(page) == 0
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # and looks again
    assert held(page) == 1
    go(page, "Next", practice.until_end - practice.until_pause)
    expect(page.get_by_role("textbox")).to_be_visible()
    assert held(page) == 0
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert held(page) == 0


@pytest.mark.audit
def test_a_screen_that_may_not_stay_on_is_no_fault(
    page: Page, address: str, practice: Guided
) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(NO_LOCKS)
    guide(page, address + practice.address)
    go(page, "Next", 3)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=GO_ON)).to_be_focused()
    assert errors == []


TONES = """window.tones = window.rests = 0; const start = OscillatorNode.prototype.start;
  AudioContext.prototype.suspend = () => { rests += 1 };
  OscillatorNode.prototype.start = function (when) { tones += 1; start.call(this, when) }"""


def test_sound_is_off_unless_asked_for(page: Page, address: str, practice: Guided) -> None:
    stop_clock(page)
    page.add_init_script(TONES)
    at_pause(page, address, practice)
    sound = page.get_by_role("checkbox", name="A soft sound when time is up")
    expect(sound).not_to_be_checked()
    go(page, "Start timer")
    page.clock.run_for(20_000)
    assert page.evaluate("tones") == 0
    sound.check()
    assert page.evaluate("tones") == 2  # heard once, so that it startles nobody later
    go(page, "Start timer again")
    page.clock.run_for(19_000)
    assert page.evaluate("tones") == 2
    page.clock.run_for(1000)
    assert page.evaluate("tones") == 4
    sound.uncheck()
    go(page, "Start timer again")
    page.clock.run_for(20_000)
    go(page, "Stop")
    page.wait_for_function("rests === 1")
    assert page.evaluate("tones") == 4
    page.reload()
    page.get_by_role("button", name=START).click()
    go(page, "Next", practice.until_pause)
    expect(sound).not_to_be_checked()


@pytest.mark.audit
def test_without_web_audio_there_is_no_offer_of_sound(
    page: Page, address: str, practice: Guided
) -> None:
    page.add_init_script("delete window.AudioContext")
    at_pause(page, address, practice)
    expect(page.get_by_role("timer")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_be_hidden()


BUZZES = """window.buzzes = [];
  Object.defineProperty(navigator, "vibrate", {value: pattern => buzzes.push(pattern.length)})"""


@pytest.mark.audit
def test_a_phone_buzzes_when_asked_to(device: Device, address: str, practice: Guided) -> None:
    page = device(viewport=PHONE, has_touch=True, is_mobile=True)
    stop_clock(page)
    page.add_init_script(BUZZES)
    at_pause(page, address, practice)
    buzz = page.get_by_role("checkbox", name="A short buzz when time is up")
    expect(buzz).not_to_be_checked()
    go(page, "Start timer")
    page.clock.run_for(20_000)
    assert page.evaluate("buzzes") == []
    buzz.check()
    assert page.evaluate("buzzes") == [3]  # felt once, so that it startles nobody later
    go(page, "Start timer again")
    page.clock.run_for(20_000)
    assert page.evaluate("buzzes") == [3, 3]
    go(page, "Next")
    expect(buzz).to_be_hidden()
    go(page, "Stop")
    assert page.evaluate("buzzes") == [3, 3, 0]  # still at once


@pytest.mark.audit
@pytest.mark.parametrize(
    ("touch", "script"),
    [(True, "Object.defineProperty(navigator, 'vibrate', {value: undefined})"), (False, BUZZES)],
    ids=["no call", "no motor"],
)
def test_what_cannot_buzz_does_not_offer_it(
    device: Device, address: str, practice: Guided, touch: bool, script: str
) -> None:
    page = device(viewport=PHONE, has_touch=touch)
    page.add_init_script(script)
    at_pause(page, address, practice)
    expect(page.get_by_role("checkbox", name="A soft sound when time is up")).to_be_visible()
    expect(page.get_by_role("checkbox", name="A short buzz when time is up")).to_be_hidden()


@pytest.mark.proves("Where your device asks for less motion, nothing glides or turns.")
@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_with_less_motion_the_ring_steps_and_does_not_glide(
    device: Device, address: str, motion: str, practice: Guided
) -> None:
    page = device(reduced_motion=motion)
    stop_clock(page)
    at_pause(page, address, practice)
    go(page, "Start timer")
    page.clock.run_for(1000)
    assert seconds(page) == 19
    ring = page.locator(".rp-timer__ring")
    expect(ring).to_be_visible()
    glides = ring.evaluate("e => getComputedStyle(e).transitionDuration")
    assert glides == ("1s" if motion == "no-preference" else "0s")


@pytest.mark.proves("Where a device forces its colors, nothing is said by our colors alone.")
def test_forced_colors_keep_the_guide_clear(device: Device, address: str, practice: Guided) -> None:
    page = device(forced_colors="active", viewport=PHONE)
    dialog = at_pause(page, address, practice)
    for button in dialog.get_by_role("button").all():
        border = button.evaluate("e => getComputedStyle(e).borderTopWidth")
        assert border == "1px", button.inner_text()
    ring = "e => getComputedStyle(e).stroke"
    track = page.locator(".rp-timer circle").first.evaluate(ring)
    assert page.locator(".rp-timer__ring").evaluate(ring) != track


def test_nothing_of_it_is_printed(page: Page, address: str, practice: Guided) -> None:
    dialog = guide(page, address + practice.address)
    page.emulate_media(media="print")
    expect(dialog).to_be_hidden()
    expect(page.locator(".rp-begin")).to_be_hidden()
    for step in page.locator("#steps ~ ol > li").all():
        expect(step).to_be_visible()


@pytest.mark.parametrize(
    "room",
    [
        pytest.param({"width": 844, "height": 390}, marks=pytest.mark.audit),
        {"width": 667, "height": 331},
        pytest.param(ZOOMED, marks=pytest.mark.audit),
    ],
)
def test_next_is_in_sight_where_there_is_little_room(
    device: Device, address: str, practice: Guided, room: ViewportSize
) -> None:
    page = device(viewport=room)
    page.goto(f"{address}{practice.address}#guide")
    onward = page.locator(".rp-guide__next")
    while True:
        expect(onward).to_be_in_viewport(ratio=1)
        stage = page.locator(".rp-guide__ways").bounding_box()
        assert stage and stage["height"] < room["height"] / 3  # most is left for the step
        if onward.inner_text() != "Next":
            break
        onward.click()


# ---------- A voice ----------

# No device here has a voice: this one writes down what it would say.
VOICE = """
  window.spoken = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => window.voices, cancel: () => spoken.push(""),
    speak: said => spoken.push(said.text), addEventListener: (_, look) => { window.look = look }
  } });
  window.voices = [];
"""
LOCAL = "window.voices = [{ lang: 'en-US', localService: true }]; window.look()"
REMOTE = "window.voices = [{ lang: 'en-US', localService: false }]; window.look()"


def test_a_voice_of_the_device_reads_each_step_when_asked(
    page: Page, address: str, practice: Guided
) -> None:
    page.add_init_script(VOICE)
    dialog = guide(page, address + practice.address)
    box = dialog.get_by_label("Your device's voice reads the steps")
    expect(box).to_be_hidden()
    page.evaluate(REMOTE)
    expect(box).to_be_hidden()
    page.evaluate(LOCAL)
    assert page.evaluate("spoken.filter(Boolean)") == []  # nothing before it is asked for
    box.check()
    go(page, "Next")
    shown = dialog.locator(".rp-guide__step").inner_text()
    text = dialog.locator(".rp-guide__text").inner_text()
    last = page.evaluate("spoken[spoken.length - 1]")
    assert last.startswith(f"{shown}. ")
    assert " ".join(text.split())[:20] in " ".join(last.split())
    go(page, "Stop")
    assert page.evaluate("spoken[spoken.length - 1]") == ""
