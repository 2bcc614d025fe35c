"""Each sort of page in a script from right to left, and in a language of long words, on phones."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, Page

from macros.catalog.kinds import HELPLINES
from macros.catalog.load import load
from tests.audit.checks import reflow
from tests.helpers.projects import FIXTURE
from tests.helpers.pseudo import LANGUAGES, build_pseudo_languages
from tests.helpers.server import served
from tests.helpers.shared import shared

WIDTHS = (320, 390)
HEIGHT = 740
# What opens upon a page, each with the button that opens it.
OPENED = {
    "practices/wave-to-a-neighbor": (".rp-begin .rp-button", "dialog.rp-guide"),
    "help": (".rp-search-button", "dialog.rp-search"),
    "words": (".rp-menu-button", "#rp-menu"),
}
LATIN = re.compile(r"[\w:/.-]*[A-Za-z]{2,}[\w:/.-]*")
# Names, addresses, and the mark of an attribute that no paragraph takes.
NAMES = re.compile(r"Ripple|CC|BY|Find|Helpline\.?|et|al\.?|try-it|.*(https?:|\.(com|org)).*")
SIDES = (Path(__file__).parent / "sides.js").read_text("utf-8")


@pytest.fixture(scope="module")
def site() -> Path:
    return shared("pseudo-languages", build_pseudo_languages) / "project" / "site"


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sort_of_page_has_room_for_its_words(
    browser: Browser, site: Path, host: str, code: str
) -> None:
    pages = sorted(path.parent.relative_to(site / code) for path in (site / code).rglob("*.html"))
    assert len(pages) > 20
    faults: list[str] = []
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        for name in pages:
            page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
            page.goto(f"{host}{code}/{name}/")
            faults += [f"{name}: {fault}" for fault in looked_at(page, code)]
    assert faults == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", OPENED)
def test_what_opens_upon_a_page_has_room(browser: Browser, host: str, code: str, name: str) -> None:
    button, opened = OPENED[name]
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        page.goto(f"{host}{code}/{name}/")
        page.locator(button).first.click()
        page.locator(opened).wait_for(state="visible")
        assert looked_at(page, code) == []


def test_no_word_of_english_is_left(site: Path) -> None:
    left = {word for path in (site / "he").rglob("*.html") for word in latin(path)}
    assert left == set()


def latin(path: Path) -> set[str]:
    """Words in Latin letters on a page, seen or heard, but for names."""
    body = html.parse(path).getroot().find("body")
    etree.strip_elements(body, "script", with_tail=False)
    for foreign in body.xpath(".//*[@lang]"):
        foreign.drop_tree()
    heard = body.xpath(".//@aria-label | .//@title | .//@placeholder | .//@alt | .//@data-label")
    words = {word.rstrip(".:") for word in LATIN.findall(" ".join([body.text_content(), *heard]))}
    return {word for word in words - names_of_helplines() if not NAMES.fullmatch(word)}


def names_of_helplines() -> set[str]:
    """The words of names, which are the same in each language."""
    names: list[str] = []
    for country in load(FIXTURE)[HELPLINES].values():
        names.append(country.country)
        for line in country.lines:
            names += [line.name, line.operator, line.text.word or "" if line.text else ""]
    return set(" ".join(names).split())


def looked_at(page: Page, code: str) -> list[str]:
    """What is wrong on a page in each width of a phone."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        told = [*reflow(page), *page.evaluate(SIDES, {"code": code, "rtl": code == "he"})]
        found += [f"{width}: {fault}" for fault in told]
    return found
