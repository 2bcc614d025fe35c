"""The checks: each a function from a page in a browser to what is wrong on it, one line each.

They leave the page as it was, but for the place of the focus.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, ViewportSize

from tests.audit.modes import DESKTOP

Check = Callable[[Page], list[str]]

SCRIPTS = Path(__file__).parent / "page_scripts"
# What readers may set for themselves; WCAG 2.2, 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""


@cache
def _script(name: str) -> str:
    common, own = ((SCRIPTS / f"{part}.js").read_text("utf-8") for part in ("common", name))
    return f"argument => {{ {common}\nreturn (\n{own})(argument); }}"


def run(page: Page, name: str, argument: object = None) -> Any:
    """What one of our scripts returns on a page."""
    return page.evaluate(_script(name), argument)


@contextmanager
def _laid(page: Page, sheet: str) -> Iterator[None]:
    """A sheet of styles over those of the page; no policy of the page stops it."""
    run(page, "lay_styles", sheet)
    yield
    run(page, "lay_styles", "")


@contextmanager
def thinned(page: Page) -> Iterator[None]:
    """The page with one of each sort of part, where many that are made alike stand in a row."""
    run(page, "one_of_each", True)
    yield
    run(page, "one_of_each", False)


def outline(page: Page) -> list[str]:
    """Faults of headings, landmarks, alternative texts, language and title."""
    found: list[str] = run(page, "outline")
    return found


def keyboard(page: Page) -> list[str]:
    """Walk through the page with the Tab key: everything, in order, and out again."""
    expected: list[str] = run(page, "keyboard")
    for pressed in range(2 * len(expected) + 20):
        # Held down, as one may; the walk is asked for only where it may have come to its end.
        page.keyboard.down("Tab")
        if pressed >= len(expected) and (walk := page.evaluate("auditWalk()"))["left"]:
            break
    else:
        return [f"trap: Tab does not lead out of the page; last at {walk['reached'][-1][1]}"]
    page.keyboard.up("Tab")
    run(page, "restore")
    places = [place for place, _ in walk["reached"]]
    faults = [f"gets the focus and is no control: {n}" for p, n in walk["reached"] if p < 0]
    faults += [f"Tab never reaches {name}" for p, name in enumerate(expected) if p not in places]
    if not faults and places != sorted(places):
        faults.append("Tab goes another way than the page reads")
    return faults


def focus(page: Page) -> list[str]:
    """Controls that do not show that they have the focus, or that something covers then; 2.4.11."""
    found: list[str] = run(page, "focus")
    run(page, "restore")
    return found


def skipping(page: Page) -> list[str]:
    """Whether the first stop skips to the content."""
    first = page.locator("body > a[href^='#']").first
    if not first.count():
        return ["the first stop does not skip to the content"]
    first.focus()
    page.keyboard.press("Enter")
    to = page.evaluate("document.activeElement.localName")
    return [] if to == "main" else [f"the link to the content leads to {to}"]


def reflow(page: Page) -> list[str]:
    """What makes the page scroll sideways, is cut off, or lies upon other words; 1.4.10."""
    found: list[str] = run(page, "reflow")
    return found


def spacing(page: Page) -> list[str]:
    """The same with the spacing of text that a reader may set; 1.4.12."""
    with _laid(page, SPACING):
        return [f"with more space: {fault}" for fault in reflow(page)]


def zoom(page: Page) -> list[str]:
    """The same with everything twice as large, so that half of the window is left; 1.4.4."""
    before = page.viewport_size or DESKTOP
    half = ViewportSize(width=before["width"] // 2, height=before["height"] // 2)
    page.set_viewport_size(half)
    run(page, "lay_styles", "")  # waits until the scripts of the page have seen it
    found = [f"with large letters: {fault}" for fault in reflow(page)]
    page.set_viewport_size(before)
    return found


def motion(page: Page) -> list[str]:
    """What moves without end, and what moves though the reader asked for less motion."""
    found: list[str] = run(page, "motion", False)
    page.emulate_media(reduced_motion="reduce")
    found += run(page, "motion", True)
    page.emulate_media(reduced_motion="no-preference")
    return found


def colors(page: Page) -> list[str]:
    """What is lost where the device forces its own colors."""
    run(page, "colors", False)
    page.emulate_media(forced_colors="active")
    found: list[str] = run(page, "colors", True)
    page.emulate_media(forced_colors="none")
    return found


def storage(page: Page) -> list[str]:
    """What the page left on the device although nobody asked it to."""
    hidden = [f"left on the device: a cookie {c['name']}" for c in page.context.cookies()]
    return sorted({*run(page, "storage"), *hidden})


def plain(page: Page, scripted: list[str]) -> list[str]:
    """What is lost on a page without scripts, by the words that are seen with them."""
    seen, every = run(page, "words")
    lost = [word for word in every if word in scripted and word not in seen]
    width = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    sideways = [f"scrolls sideways without scripts, by {width} pixels"] if width > 0 else []
    return [
        *(f"lost without scripts: {word}" for word in lost),
        *run(page, "dead_controls"),
        *sideways,
    ]
