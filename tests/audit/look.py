"""Looking at a page: each is opened once in a mode, and every check is asked of it there."""

from collections.abc import Container, Iterable, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page

from tests.audit import axe, checks
from tests.audit.modes import Mode
from tests.audit.requests import Requests
from tests.audit.states import State

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
# A phone at 320 pixels is zoomed four times already, and more contrast is the same at each size.
WIDE_ONLY = ("large letters", "more contrast")
# In a state, the page behind has been looked at already, and a dialog keeps the focus in itself.
# What these look at element by element, a quick look leaves to one part of each sort.
BY_ELEMENT = ("keyboard", "focus", "axe-core", "forced colors", "skip link")
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


@dataclass(frozen=True)
class Windows:
    """Where pages are opened in one mode: with scripts, and without."""

    mode: Mode
    scripted: BrowserContext
    plain: Page


@contextmanager
def windows(browser: Browser, mode: Mode) -> Iterator[Windows]:
    """Windows for any number of pages; what one page stores, the next would find."""
    with mode.context(browser) as scripted, mode.context(browser, scripts=False) as plain:
        yield Windows(mode, scripted, plain.new_page())


def look(
    windows: Windows,
    base: str,
    address: str,
    names: Container[str] = NAMES,
    *,
    quick: bool = False,
) -> list[Fault]:
    """Every fault of one page of the site at `base`, by the checks named."""
    mode, place = windows.mode, address or "front page"
    with closing(windows.scripted.new_page()) as page:
        requests = Requests(page, base)
        page.goto(base + address)
        shown = checks.run(page, "words")[0]
        asked = [name for name in CHECKS if name in names]
        found = [*_ask(page, asked, place, mode, quick=quick)]
        if PLAIN in names:
            windows.plain.goto(base + address)
            lost = checks.plain(windows.plain, shown)
            found += [Fault(PLAIN, place, str(mode), what) for what in lost]
        if REQUESTS in names:
            found += [Fault(REQUESTS, place, str(mode), what) for what in requests.faults()]
    return found


def look_into(
    browser: Browser, base: str, mode: Mode, state: State, *, quick: bool = False
) -> list[Fault]:
    """Every fault of a state that readers bring a page into; each has a profile of its own."""
    with mode.context(browser) as context:
        page = context.new_page()
        requests = Requests(page, base)
        page.goto(base + state.address)
        state.reach(page)
        found = [*_ask(page, OF_STATES, state.name, mode, quick=quick)]
        return found + [Fault(REQUESTS, state.name, str(mode), what) for what in requests.faults()]


def _ask(
    page: Page, names: Iterable[str], place: str, mode: Mode, *, quick: bool
) -> Iterator[Fault]:
    for name in names:
        if mode.size == "desktop" or name not in WIDE_ONLY:
            with checks.thinned(page) if quick and name in BY_ELEMENT else nullcontext():
                found = CHECKS[name](page)
            yield from (Fault(name, place, str(mode), what) for what in found)
