"""What the accessibility statement and the privacy page say, where no other test shows it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINES, LANGUAGES, PRACTICES
from macros.catalog.reports.sentences import sentences
from macros.languages.overlay import codes
from tests.audit import checks
from tests.audit.modes import FIRST, MODES, PHONE
from tests.audit.pages import addresses
from tests.helpers.projects import ROOT, SETTINGS, real_catalog
from tests.helpers.reader import Heard, settle

SUM = "?sha256-"  # of a file, in its address; it says nothing of a reader
WORKFLOWS = ROOT / ".github" / "workflows"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser that has never seen the site."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@cache
def texts(site: Path) -> dict[str, str]:
    """The HTML of every page by its address."""
    return {
        address: (site / address / ("" if address.endswith(".html") else "index.html")).read_text(
            "utf-8"
        )
        for address in addresses(site)
    }


@pytest.mark.proves(
    "Before a change is accepted, a program opens one page of each kind in a browser, as a narrow"
    " phone shows it in the dark.",
    "If it finds a fault, the change waits.",
    "After that, and once a week, it opens every page in light and in dark, narrow and wide.",
    "The program made its window as narrow as one.",
)
def test_the_audit_looks_as_often_as_the_statement_says() -> None:
    assert (FIRST.scheme, FIRST.size) == ("dark", "phone")
    assert {(mode.scheme, mode.size) for mode in MODES} == {
        (scheme, size) for scheme in ("light", "dark") for size in ("phone", "desktop")
    }
    assert PHONE["width"] == 320
    # YAML reads the key `on` as true.
    audit = yaml.safe_load((WORKFLOWS / "audit.yml").read_text("utf-8"))
    assert audit[True]["push"] == {"branches": ["main"]}
    (weekly,) = audit[True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \d", weekly["cron"])
    assert audit["jobs"]["audit"]["steps"][-1] == {"run": "make audit"}
    check = yaml.safe_load((WORKFLOWS / "check.yml").read_text("utf-8"))
    assert "pull_request" in check[True]
    assert check["jobs"]["test"]["steps"][-1] == {"run": ".ci/run"}
    assert (ROOT / ".ci" / "run").read_text("utf-8").endswith("\nmake test\n")


@pytest.mark.proves(
    "The program used Chromium, and for a few pages Firefox.",
    "We have not tried Safari or older browsers.",
)
def test_no_other_browser_is_used() -> None:
    used = [
        path.name
        for folder in ("benchmarks", "tests", "tools")
        for path in (ROOT / folder).rglob("*.py")
        if path != Path(__file__) and re.search(r"\.webkit\b", path.read_text("utf-8"))
    ]
    assert used == []


GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.proves(
    "They follow your device.",
    "Light, dark and higher contrast follow your device.",
)
def test_colors_follow_the_device(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    found = []
    for scheme in ("light", "dark"):
        for contrast in ("no-preference", "more"):
            page.emulate_media(color_scheme=scheme, contrast=contrast)
            found.append(page.evaluate(GROUND))
    assert len(set(found)) == 4
    assert checks.storage(page) == []
    page.close()


@pytest.mark.proves("Most sentences are short.")
def test_most_sentences_are_short() -> None:
    catalog = real_catalog()
    found = [
        sentence
        for reading in catalog.texts.values()
        for block in sentences(reading)
        for sentence in re.split(r"(?<=[.?!])\s+", block)
    ]
    short = [sentence for sentence in found if len(sentence.split()) <= 15]
    assert len(found) > 1000
    assert len(short) > len(found) / 2


@pytest.mark.proves(
    "Nothing blinks, plays by itself or times out.",
    "It has no sign language, no audio and no easy-read version yet.",
)
def test_nothing_plays_or_times_out(site: Path) -> None:
    for address, html in texts(site).items():
        found = re.findall(r"<(?:audio|video|track|marquee|blink|object|embed|iframe)\b", html)
        assert found == [], address


@pytest.mark.proves("Ripple is in English and Spanish.")
def test_every_page_is_in_one_of_the_languages(site: Path) -> None:
    assert codes(ROOT) == [*real_catalog()[LANGUAGES]] == ["es"]
    assert [
        file for file in real_catalog().texts if not (ROOT / "languages/es" / file).is_file()
    ] == []
    for page, html in texts(site).items():
        language = "es" if page.strip("/").split("/")[0] == "es" else "en"
        assert f'<html lang="{language}">' in html, page


@pytest.mark.proves(
    "Each practice says whether it can be done lying down, seated, without talking, or without"
    " a screen."
)
def test_each_practice_says_how_it_can_be_done(site: Path) -> None:
    catalog = real_catalog()
    assert {*catalog.words("possibilities")} == {
        *("lying down", "seated", "without talking", "without a screen")
    }
    for id, practice in catalog[PRACTICES].items():
        html = (site / "practices" / id / "index.html").read_text("utf-8")
        facts = re.findall(r"<dt>Works</dt>\s*<dd>(.*?)</dd>", html)
        assert facts == ([", ".join(practice.possible)] if practice.possible else []), id


@pytest.mark.proves(
    "Change something here says where to write.",
    "Change something here says how to tell us.",
)
def test_the_page_for_changes_says_where_to_write(site: Path) -> None:
    article, foot = texts(site)["contribute/"].split("</article>")
    assert "Something wrong here?" in article
    assert "issues/new?template=correction.yml" in foot
    assert 'href="tell-us/#page=contribute">Tell us without an account</a>' in foot
    assert 'href="mailto:someone@example.org?' in texts(site)["contribute/tell-us/"]


@pytest.mark.proves(
    "There is no account, no cookie, no counter, no tracker, and no form that sends anything.",
    "You never have to say what happened to you.",
)
def test_no_form_sends_anything(site: Path) -> None:
    for address, html in texts(site).items():
        for form in re.findall(r"<form\b[^>]*>", html):
            assert not re.search(r"\s(action|method|target)=", form), (address, form)
        assert "form-action 'none'" in html, address
        assert not re.search(r"""<a\b[^>]*\sping=|type="(password|email)\"""", html), address


@pytest.mark.proves(
    "Search runs on your own device.",
    "The words you look for are not sent anywhere.",
)
def test_the_words_of_a_search_are_sent_nowhere(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("unmistakable lonely")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    assert page.url == address
    assert [one for one in asked if "unmistakable" in one or "?" in one.replace(SUM, "")] == []
    assert checks.storage(page) == []


@pytest.mark.proves(
    "What you choose to narrow a list down stands in the address of the page, and nowhere else."
)
def test_a_choice_stands_in_the_address_and_nowhere_else(page: Page, address: str) -> None:
    page.goto(f"{address}practices/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator('[data-word="lonely"] a').click()
    expect(page.locator(".rp-answers")).to_be_visible()
    assert page.url == f"{address}practices/#needs=lonely"
    # Chromium may ask for the icon again; what stands behind # is never sent.
    assert [url for url in asked if not url.endswith("/assets/images/ripple.svg")] == []
    assert checks.storage(page) == []


@pytest.mark.proves(
    "They are read on your own device and stay there.",
    "The clock is read there and stays there.",
)
@pytest.mark.parametrize("place", ["", "help/", "rhythm/"])
def test_zone_languages_and_clock_stay_on_the_device(
    browser: Browser, address: str, place: str
) -> None:
    asked = []
    for zone, language in (("Europe/Berlin", "de-DE"), ("America/Chicago", "en-US")):
        context = browser.new_context(timezone_id=zone, locale=language)
        page = context.new_page()
        page.clock.set_fixed_time("2026-12-24" if zone == "Europe/Berlin" else "2027-07-04")
        heard = Heard(page)
        page.goto(address + place)
        settle(page)
        asked.append(sorted(heard.asked))
        assert checks.storage(page) == []
        context.close()
    assert asked[0] == asked[1]
    assert [
        url for url in asked[0] if "?" in url.replace(SUM, "") or not url.startswith(address)
    ] == []


@pytest.mark.proves(
    'The button "Leave this page now", on the pages about harm, is such a link: it opens the'
    " weather page of a news site."
)
def test_the_way_out_stands_on_the_pages_about_harm(site: Path, catalog: Catalog) -> None:
    leaving = 'href="https://www.bbc.com/weather"'
    found = {page for page, html in texts(site).items() if leaving in html}
    asked = {
        f"{file.relative_to('docs').with_suffix('')}/"
        for file, page in catalog.texts.items()
        if "quick_exit" in {call.name for call in page.calls}
    }
    assert found == asked
    assert "help/" in found
    assert len(found) > 1


@pytest.mark.proves("A downloaded calendar asks nobody for anything.")
def test_a_calendar_names_nothing_to_fetch(site: Path) -> None:
    files = sorted((site / "calendars").glob("*.ics"))
    assert files
    for file in files:
        text = file.read_text("utf-8")
        assert not re.search(
            r"(?m)^(ATTACH|IMAGE|CONFERENCE|SOURCE|X-WR-RELCALID|BEGIN:VALARM)", text
        )


@pytest.mark.proves("Where we know, the entry under Help now says so.")
def test_help_says_what_shows_on_a_bill(site: Path) -> None:
    html = texts(site)["help/"]
    known = [
        line.bill
        for country in real_catalog()[HELPLINES].values()
        for line in country.shown(SETTINGS.today).lines
        if line.bill
    ]
    assert known
    assert [bill for bill in known if bill not in html] == []
