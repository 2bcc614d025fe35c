"""What readers do and have, for tests in a real Chromium."""

from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Page, ViewportSize, expect

from tests.audit import axe, checks

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 320, "height": 568}
# How far things moved by themselves since the page began, as the web platform counts it.
MOVED = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 500);
})"""

# Everything a page could leave behind on a device, and what that is where nothing was left.
TRACES = """async () => ({
  caches: await caches.keys(),
  databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  cookie: document.cookie,
})"""
NO_TRACES: dict[str, object] = {
    **{"caches": [], "databases": 0, "workers": 0},
    **{"local": [], "session": [], "cookie": ""},
}

# Storage that throws, as browsers do when a reader blocks it.
BLOCKED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("", "SecurityError") }})"""

# How much of the window has moved by itself, as browsers count it: up to 0.1 they call it good.
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(Math.round(100 * sum) / 100), 50);
})"""


class Device(Protocol):
    """Opens a page in a fresh browser profile, whose settings are those of `new_context`."""

    def __call__(self, **settings: Any) -> Page: ...


class Heard:
    """What a page asks for and complains of, from now on."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self._complaint(said.type, said.text))

    def _complaint(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(text)

    def elsewhere(self, *own: str) -> list[str]:
        """What it asked for that does not begin with one of these."""
        return [url for url in self.asked if not url.startswith(own)]


def violations(page: Page, where: str) -> list[str]:
    """What axe-core says of the page as it stands, one line each; of like parts one is enough."""
    with checks.thinned(page):
        return [f"{where}: {line}" for line in axe.rules(page)]


def settle(page: Page) -> None:
    """Wait until a page is whole, its letters too; then half a second for what it does by itself.

    This ends on the busiest machine, too. A network that has to be idle may never seem so there.
    """
    page.wait_for_load_state()
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(500)


def search(page: Page, words: str) -> None:
    """Open search by its button and type, as a person would."""
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type(words)


def stop_clock(page: Page) -> None:
    """Let time pass only where the test says so."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)


def add_to_log(page: Page, what: str, whom: str = "Myself", **more: str) -> None:
    """Fill the form of the log and send it."""
    page.bring_to_front()  # a tab behind another answers slowly
    page.get_by_label("What did you do?").fill(what)
    page.get_by_role("radio", name=whom).check()
    for name, value in more.items():
        field = page.locator(f"#rp-log-{name}")
        if name in ("before", "after"):
            field.select_option(value)
        else:
            field.fill(value)
    press(page, "Add to the log")


def press(page: Page, name: str) -> None:
    """Press the button of this name."""
    page.bring_to_front()
    page.get_by_role("button", name=name, exact=True).click()


def on_disk(copy: Path, address: str) -> str:
    """The address of a page in a copy on a disk, from that on the site: help/ is help.html."""
    return file_on_disk(copy, address).as_uri()


def file_on_disk(copy: Path, address: str) -> Path:
    """The file of a page in a copy on a disk; that of a folder is index.html within it."""
    folder = copy / address
    return folder / "index.html" if folder.is_dir() else folder.with_suffix(".html")
