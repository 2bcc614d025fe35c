"""Each part of a page works on its own: one that throws never stops another."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.pages import calling, without_calls
from tests.audit.states import PRACTICE
from tests.helpers.projects import ROOT


class Part(NamedTuple):
    """Where a part works, what it looks for first, and what is so once it works."""

    place: str
    selector: str
    alive: str


def there(selector: str) -> str:
    """An expression: whether the page has such an element."""
    return f'document.querySelector("{selector}") !== null'


PARTS = {
    "age": Part(without_calls(), ".rp-built", there(".rp-built strong")),
    "copy": Part(PRACTICE, ".rp-copy", there(".rp-copy:not([hidden])")),
    "quick_exit": Part(
        calling("quick_exit"),
        ".rp-exit__link",
        """(() => {
          document.documentElement.classList.add("rp-leaving");
          dispatchEvent(new Event("pageshow"));
          return !document.documentElement.classList.contains("rp-leaving");
        })()""",
    ),
    "finder": Part(calling("practice_finder"), ".rp-finder", there(".rp-finder--ready")),
    "guide": Part(PRACTICE, "dialog.rp-guide", there("button.rp-button")),
    "country_first": Part("help/", ".rp-here", there("#rp-country")),
    "keep_box": Part(calling("keep_box"), ".rp-keep", there(".rp-keep__button")),
    "log": Part(calling("log"), ".rp-log", there(".rp-log:not([hidden])")),
    "look_back": Part(calling("look_back"), ".rp-look", there(".rp-look__begin")),
    "message_form": Part(
        calling("message_form"), ".rp-message", there(".rp-message__copy:not([hidden])")
    ),
    "my_week": Part(calling("my_week"), ".rp-own", there(".rp-own__tools:not([hidden])")),
    "night_help": Part(
        calling("night_help"),
        ".rp-night",
        there(".rp-night__here p"),
    ),
    "practice_facts": Part(PRACTICE, ".rp-print", there(".rp-print:enabled")),
    "ripple_explorer": Part(
        calling("ripple_explorer"), ".rp-explorer", there(".rp-explorer:not([hidden])")
    ),
    "search": Part(without_calls(), "dialog.rp-search", there(".rp-search-button:not([hidden])")),
    "tables": Part("ripples/", ".rp-text table", there(".rp-scroll")),
    "this_week": Part(calling("this_week"), ".rp-week", there(".rp-week .rp-card")),
}
# Whoever asks the page for this selector gets an error.
BREAK = """for (const name of ["querySelector", "querySelectorAll"]) {
  const ask = Document.prototype[name];
  Document.prototype[name] = function (selector) {
    if (selector === %r) throw new Error("broken on purpose");
    return ask.call(this, selector);
  };
}"""


# Years later every part has something to do. A clock of the test's own would swallow errors.
LATER = "const now = Date.now; Date.now = () => now() + 2 * 365 * 24 * 60 * 60 * 1000;"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(LATER)
    yield context.new_page()
    context.close()


def working(page: Page) -> set[str]:
    """The parts that work on a page, once everything that was thrown is reported."""
    page.wait_for_timeout(50)
    # Asked of the element, since it is the document that a broken part cannot ask.
    alive = {
        name: part.alive.replace("document.q", "document.documentElement.q", 1)
        for name, part in PARTS.items()
    }
    return {name for name, expression in alive.items() if page.evaluate(expression)}


def test_every_part_is_looked_at() -> None:
    entries = [path.read_text("utf-8") for path in (ROOT / "frontend").glob("*.js")]
    imported = re.findall(r'from "\./parts/([a-z_]+)\.js"', "".join(entries))
    files = {path.stem for path in (ROOT / "frontend" / "parts").glob("*.js")}
    assert {*imported} == files == PARTS.keys()


@pytest.mark.parametrize("broken", PARTS)
def test_a_part_that_throws_stops_no_other(page: Page, address: str, broken: str) -> None:
    place, selector, _ = PARTS[broken]
    page.goto(address + place)
    whole = working(page)
    assert {broken, "search", "age"} <= whole
    other = page.context.new_page()
    errors: list[str] = []
    other.on("pageerror", lambda error: errors.append(error.message))
    other.add_init_script(BREAK % selector)
    other.goto(address + place)
    assert working(other) == whole - {broken}
    assert errors == ["broken on purpose"]
    other.close()
