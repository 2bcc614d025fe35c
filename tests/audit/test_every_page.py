"""Every page of the site in every mode, for `make audit`; every component once, for `make test`.

Each fault is a line: the page, the mode, and what is wrong there. To look at one page alone:
`pytest tests/audit/test_every_page.py -k say-no`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit import valid_html
from tests.audit.look import Fault, Windows, look, look_into, windows
from tests.audit.modes import FIRST, MODES, Mode
from tests.audit.pages import EVERY, KINDS, ONLY_REAL, SMALL, addresses
from tests.audit.states import STATES, State


def name(page: str) -> str:
    return page or "front page"


@pytest.fixture(scope="module", params=MODES, ids=str)
def in_mode(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Windows]:
    """Windows in each mode in turn."""
    with windows(browser, request.param) as opened:
        yield opened


@pytest.fixture(scope="module")
def in_first_mode(browser: Browser) -> Iterator[Windows]:
    """Windows in the one mode that has to do for a quick look."""
    with windows(browser, FIRST) as opened:
        yield opened


def assert_none(faults: list[Fault]) -> None:
    if faults:
        pytest.fail("\n".join(map(str, faults)), pytrace=False)


def test_these_are_the_pages_of_the_site(site: Path) -> None:
    assert sorted(EVERY) == sorted(addresses(site))
    assert {*KINDS} < {*EVERY}


@pytest.mark.audit
@pytest.mark.proves(
    # keyboard, focus, skip link
    "The Tab key comes once to everything that can be pressed or filled in, in the order of the"
    " page, and leads out again.",
    "The focus can always be seen and is never covered.",
    "The first stop skips to the content.",
    # reflow, large letters, text spacing
    "No page is wider than a window of 320 pixels.",
    "Only wide tables move sideways, and each says that it is one.",
    "With letters twice as large, or with more space between letters, words and lines, nothing is"
    " cut off and nothing lies upon other words.",
    # axe-core, more contrast
    "What you can press is 24 pixels wide and high, or has that much room, or stands within a"
    " sentence.",
    "There is enough contrast in both, and more where your device asks for more.",
    "No names, labels or headings are missing.",
    # motion, scripts off, forced colors, outline
    "Nothing moves without end.",
    "Where your device asks for less motion, nothing glides or turns.",
    "Every page shows all its words, and the menu works.",
    "Where a device forces its colors, nothing is said by our colors alone.",
    "Buttons and fields keep an edge.",
    "No heading skips a level.",
    "The parts of a page are marked as what they are.",
    "Pictures have words.",
    # storage, requests
    "Ripple does not collect anything about you.",
    "There is no account, no cookie, no counter, no tracker, and no form that sends anything.",
    "Pages, pictures, fonts and scripts all come from the same place.",
    "No page asks another host for anything when it opens.",
    "We do not have to store your choice.",
    "A page that loads something from another site is a fault.",
    "So is one that leaves something behind and is not mentioned here.",
)
@pytest.mark.parametrize("page", EVERY, ids=name)
def test_no_check_finds_a_fault(in_mode: Windows, address: str, page: str) -> None:
    assert_none(look(in_mode, address, page))


@pytest.mark.audit
@pytest.mark.parametrize(
    ("state", "mode"),
    [
        pytest.param(state, mode, id=f"{state.name}-{mode}")
        for mode in MODES
        for state in STATES
        if state.here(mode)
    ],
)
def test_no_check_finds_a_fault_in_what_readers_open(
    browser: Browser, address: str, state: State, mode: Mode
) -> None:
    assert_none(look_into(browser, address, mode, state))


@pytest.mark.parametrize("page", SMALL, ids=name)
def test_no_check_finds_a_fault_in_the_small_project(
    in_first_mode: Windows, small_address: str, page: str
) -> None:
    assert_none(look(in_first_mode, small_address, page, quick=True))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_no_check_finds_a_fault_in_what_readers_open_on_a_phone(
    browser: Browser, address: str, state: State
) -> None:
    assert_none(look_into(browser, address, FIRST, state, quick=True))


@pytest.mark.audit
@pytest.mark.proves(
    "The HTML of every page is valid, but for a few remarks that the program lists with its"
    " reasons."
)
def test_every_page_is_valid_and_nothing_is_allowed_that_is_not_needed(
    site: Path, zensical_site: Path
) -> None:
    assert valid_html.faults(site, zensical_site) == []
    said = {one["message"] for one in valid_html.messages(site, zensical_site)}
    needed = {text for text in valid_html.ALLOWED for one in said if re.match(text, one)}
    assert needed == valid_html.ALLOWED.keys()


def test_every_component_is_valid(site: Path, small_release: Path) -> None:
    small = [valid_html.file(small_release / "site", page) for page in SMALL]
    assert valid_html.faults(*small, *(valid_html.file(site, page) for page in ONLY_REAL)) == []


def test_every_page_has_a_title_of_its_own(site: Path) -> None:
    assert valid_html.titles(site) == []
