"""Looking at pages: every check of every page and state, in the modes that are asked for."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from audit import axe, checks
from audit.modes import Mode
from audit.requests import Requests
from audit.states import STATES, State

# In this order: the walk begins where a reader's does, before anything else has had the focus.
CHECKS: dict[str, checks.Check] = {
    "keyboard": checks.keyboard,
    "focus": checks.focus,
    "outline": checks.outline,
    "axe-core": axe.rules,
    "reflow": checks.reflow,
    "text spacing": checks.spacing,
    "large letters": checks.zoom,
    "motion": checks.motion,
    "forced colors": checks.colors,
    "more contrast": axe.contrast,
    "skip link": checks.skipping,
    "storage": checks.storage,
}
REQUESTS, PLAIN = "requests", "scripts off"
NAMES = (*CHECKS, REQUESTS, PLAIN)
COLORFUL = ("axe-core", "forced colors", "more contrast")  # what a scheme of colors can change
# A phone at 320 pixels is zoomed four times already, and more contrast is the same at each size.
WIDE_ONLY = ("large letters", "more contrast")
# In a state, the page behind has been looked at already, and a dialog keeps the focus in itself.
OF_STATES = tuple(name for name in CHECKS if name not in ("keyboard", "outline", "skip link"))


@dataclass(frozen=True)
class Fault:
    """What one check found on one page in one mode."""

    check: str
    place: str
    mode: str
    what: str

    def __str__(self) -> str:
        return f"{self.place} [{self.mode}]: {self.what}"


def asked(mode: Mode) -> list[str]:
    """The names of the checks that are made of a page in a mode."""
    return [name for name in NAMES if mode.size == "desktop" or name not in WIDE_ONLY]


def look(
    browser: Browser,
    base: str,
    addresses: Iterable[str],
    mode: Mode,
    names: Container[str] = NAMES,
) -> list[Fault]:
    """Every fault of these pages of the site at `base`, in one mode, by the checks named."""
    wanted = [name for name in asked(mode) if name in names]
    with mode.context(browser) as scripted, mode.context(browser, scripts=False) as plain:
        found: list[Fault] = []
        still = plain.new_page()
        for address in addresses:
            page = scripted.new_page()
            requests = Requests(page, base)
            page.goto(base + address)
            shown = checks.run(page, "words")[0]
            place = address or "front page"
            found += _ask(page, wanted, place, mode)
            if PLAIN in wanted:
                still.goto(base + address)
                lost = checks.plain(still, shown)
                found += [Fault(PLAIN, place, str(mode), fault) for fault in lost]
            if REQUESTS in wanted:
                found += [Fault(REQUESTS, place, str(mode), fault) for fault in requests.faults()]
            page.close()
        return found


def look_into(
    browser: Browser, base: str, mode: Mode, names: Container[str] = NAMES
) -> list[Fault]:
    """Every fault of the states that readers bring pages into, in one mode, by the checks named."""
    found: list[Fault] = []
    for state in STATES:
        with mode.context(browser) as context:
            page = context.new_page()
            if not state.here(page):
                continue
            requests = Requests(page, base)
            page.goto(base + state.address)
            state.reach(page)
            found += _ask(page, [n for n in OF_STATES if n in names], state.name, mode)
            found += [Fault(REQUESTS, state.name, str(mode), fault) for fault in requests.faults()]
    return found


def states(mode: Mode) -> list[State]:
    """The states that a mode has."""
    return [state for state in STATES if mode.size == "phone" or not state.phone]


def _ask(page: Page, names: Iterable[str], place: str, mode: Mode) -> Iterator[Fault]:
    for name in names:
        if name in CHECKS and name in asked(mode):
            for fault in CHECKS[name](page):
                yield Fault(name, place, str(mode), fault)
