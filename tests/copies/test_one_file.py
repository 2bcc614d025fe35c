"""The essentials in one file and as one text: whole, small, alone in the world, dated."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import tinyhtml5
from lxml import html
from playwright.sync_api import Browser, Page, ViewportSize, expect

from macros.catalog.kinds import HELPLINES, NEEDS, PHRASES, PRACTICES, SITUATIONS
from macros.check import OPENER, Checked
from macros.components.downloads import ONE_FILE, ONE_TEXT
from macros.editions.copies import one_file, one_text
from macros.editions.parts.essentials import essentials
from macros.editions.parts.imprint import countries
from macros.editions.site import Site
from macros.release import built
from tests.helpers.projects import ROOT, SETTINGS

MOST = 700_000  # bytes: what messengers and mail programs still pass on
WIDEST = 76  # signs in a line of the text
LOADS = ("src", "srcset", "poster", "data", "action", "style", "onclick")
LEFT = "https://www.bbc.com/weather"
PHONE: ViewportSize = {"width": 360, "height": 640}
OLD = "2028-12-25"
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def small(small_disk: Site) -> str:
    """The file of the small project."""
    return one_file.files(small_disk)[ONE_FILE].decode()


@pytest.fixture(scope="module")
def real(disk: Site) -> str:
    """The file of the real project."""
    return one_file.files(disk)[ONE_FILE].decode()


@pytest.fixture(scope="module")
def text(disk: Site) -> str:
    """The text of the real project."""
    return one_text.files(disk)[ONE_TEXT].decode("utf-8-sig")


def spaced(words: str) -> str:
    return " ".join(words.split())


def as_browsers_read(content: str) -> Any:
    """The tree of a file that leaves out ends of tags; lxml knows those of HTML 4 alone."""
    tree = tinyhtml5.parse(content, namespace_html_elements=False)
    return html.document_fromstring(ElementTree.tostring(tree, "unicode", method="html"))


# ---------- What is in there ----------


def test_help_needs_practices_and_words_are_whole(real: str, text: str, disk: Site) -> None:
    page: Any = as_browsers_read(real)
    said, catalog = spaced("".join(page.find(".//main").itertext())), disk.catalog
    lines = spaced(text)
    for section in essentials(disk).sections:
        assert spaced(section.title) in said
        assert spaced(section.title) in lines
    kinds = (PRACTICES, SITUATIONS, NEEDS)
    assert len(essentials(disk).sections) == 1 + sum(len(catalog.records[k.name]) for k in kinds)
    for practice in catalog[PRACTICES].values():
        for line in practice.gate:
            assert spaced(line) in said
            assert spaced(line.replace("Help now", "Help now [1]")) in lines
    for phrase in catalog[PHRASES].values():
        assert spaced(phrase.words) in said
        assert spaced(phrase.words) in lines
    for need in catalog[NEEDS].values():
        for pick in need.first:
            assert catalog[PRACTICES][pick.practice].title in said


def test_every_section_of_a_practice_is_there_but_for_what_leads_on(real: str, disk: Site) -> None:
    page: Any = as_browsers_read(real)
    for id in disk.catalog[PRACTICES]:
        whole: Any = html.document_fromstring((disk.folder / f"practices/{id}.html").read_text())
        headings = {h.text for h in whole.xpath("//article//h2[@data-section]")}
        section = page.get_element_by_id(f"practices-{id}")
        assert {h.text for h in section.findall("h3")} == headings
        steps = len(whole.xpath("//article//h2[@data-section='steps']/following-sibling::ol[1]/li"))
        assert len(section.xpath("ol[1]/li")) == steps
        assert section.xpath("section[@class='rp-always']/p")


def test_each_number_says_until_when_it_is_good(
    real: str, small: str, text: str, disk: Site
) -> None:
    for content in (real, small):
        page: Any = as_browsers_read(content)
        section = page.get_element_by_id("help")
        for link in section.xpath(".//a[starts-with(@href, 'tel:') or starts-with(@href, 'sms:')]"):
            line = next(each for each in link.iterancestors() if each.tag in ("li", "p"))
            (time,) = line.findall("time")
            assert time.text.startswith("Good until ")
            assert time.get("datetime")
    shown = countries(disk)
    all = sum(len(country.lines) + bool(country.emergency.expires) for country in shown)
    assert spaced(text).count("Good until ") == all
    for country in shown:
        for line in country.lines:
            for phone in line.phone:
                assert phone.number in spaced(text)


# ---------- Small, and alone ----------


def test_they_are_small(real: str, text: str) -> None:
    assert len(real.encode()) <= MOST
    assert len(text.encode()) <= MOST
    check_lines(text)


def check_lines(text: str) -> None:
    assert [line for line in text.split("\r\n") if len(line) > WIDEST] == []
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.audit
def test_they_are_small_in_each_language() -> None:
    """A language that has more words of danger, or longer ones, has to leave room for pages."""
    english = OPENER.open(ROOT, SETTINGS)
    for each in OPENER.languages(Checked(english.project, ())):
        site = built(each.project, Path("build", "test-one-file"), on_disk=True)
        assert len(one_file.files(site)[ONE_FILE]) <= MOST, site.catalog.language
        check_lines(one_text.files(site)[ONE_TEXT].decode("utf-8-sig"))


def test_nothing_is_asked_of_anybody(real: str, small: str) -> None:
    for content in (real, small):
        page: Any = as_browsers_read(content)
        assert not page.xpath("|".join(f"//@{name}" for name in LOADS))
        assert page.xpath("//link/@href") == ["data:,"]
        assert not re.search(r"url\(|@import", content.split("</style>")[0])
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        for link in page.xpath("//a/@href"):
            assert re.match(r"#|https://|tel:|sms:|mailto:", link), link
            assert not link.startswith("#") or link[1:] in ids, link


def test_the_text_leads_on_by_numbers(text: str, disk: Site) -> None:
    sections = essentials(disk).sections
    for number, section in enumerate(sections, 1):
        title = f"[{number}] {section.title}"
        assert text.count(f"\r\n{title}\r\n") == 2  # among the contents, and where it begins
        assert text.count(f"\r\n{title}\r\n===") == 1


def test_the_same_site_gives_the_same_files(small_disk: Site, small: str) -> None:
    assert one_file.files(small_disk)[ONE_FILE].decode() == small
    assert one_text.files(small_disk) == one_text.files(small_disk)


# ---------- As its readers open it ----------


@pytest.fixture
def opened(small: str, browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open the file of the small project from a folder of downloads, with the network cut."""
    alone = tmp_path / "Downloads #1" / "ripple (1).html"
    alone.parent.mkdir()
    alone.write_text(small, "utf-8")
    pages: list[Page] = []
    asked: list[str] = []
    said: list[str] = []

    def open(hash: str = "", day: str = "", **options: Any) -> Page:
        page = browser.new_context(viewport=PHONE, offline=True, **options).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.clock.set_fixed_time(day or SETTINGS.built)
        page.goto(alone.as_uri() + hash)
        pages.append(page)
        return page

    yield open
    here = alone.as_uri()
    others = [url for url in asked if not url.startswith((here, "data:", LEFT))]
    for page in pages:
        page.context.close()
    assert (others, said) == ([], [])


def test_one_section_is_shown_at_a_time_and_back_leads_back(opened: Open) -> None:
    page = opened()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    expect(page.locator("#contents")).to_be_visible()
    expect(page.locator("main > section:visible")).to_have_count(1)
    page.locator(".lists a[href^='#practices-']").first.click()
    expect(page.locator("#contents")).to_be_hidden()
    expect(page.locator("main > section:visible")).to_have_count(1)
    expect(page.locator("main > section:visible h2").first).to_be_focused()
    page.locator(".bar a[href='#help']").click()
    expect(page.locator("#help")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.locator("#contents")).to_be_visible()


def test_without_scripts_all_is_there_below_its_contents(opened: Open, small: str) -> None:
    page = opened(java_script_enabled=False)
    sections = len(as_browsers_read(small).findall(".//main/section"))
    expect(page.locator("main > section:visible")).to_have_count(sections)
    expect(page.locator(".search")).to_be_hidden()
    link = page.locator(".lists a[href^='#practices-']").first
    target = page.locator(str(link.get_attribute("href")))
    link.click()
    expect(target).to_be_in_viewport()


@pytest.mark.parametrize("way", ["click", "keys"])
def test_the_way_out_leads_away_and_back_does_not_lead_here(opened: Open, way: str) -> None:
    page = opened()
    page.context.route(f"{LEFT}**", lambda route: route.fulfill(body="<h1>Weather</h1>"))
    file = page.url
    page.goto("about:blank#before")
    page.goto(file)
    page.locator(".lists a[href^='#practices-']").first.click()
    page.locator(".bar a[href='#help']").click()
    page.go_back()
    if way == "click":
        page.locator(".rp-exit__link").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(f"{LEFT}**")
    page.go_back()
    expect(page).to_have_url("about:blank#before")


def test_search_finds_titles_words_of_texts_and_countries(opened: Open, small_disk: Site) -> None:
    page = opened()
    field, found = page.locator("#query"), page.locator(".found a")
    for id, practice in small_disk.catalog[PRACTICES].items():
        for query in (practice.title, practice.words[0]):
            field.fill(query)
            expect(found.first).to_have_attribute("href", f"#practices-{id}")
    code, country = next(iter(small_disk.catalog[HELPLINES].items()))
    field.fill(country.country)
    expect(found.first).to_have_attribute("href", f"#help--{code}")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(f"#help--{code}")).to_be_in_viewport()


def test_words_of_danger_show_help_first(opened: Open) -> None:
    page = opened()
    care, field = page.locator(".care .rp-care"), page.locator("#query")
    field.fill("wave")
    expect(page.locator(".found a").first).to_be_visible()
    expect(care).to_be_hidden()
    field.fill("i wanna die")
    expect(care).to_be_visible()
    expect(page.locator(".care .first")).to_be_visible()
    card, first = care.bounding_box(), page.locator(".found").bounding_box()
    assert card
    assert first
    assert card["y"] < first["y"]
    care.locator("a").click()
    expect(page.locator("#help")).to_be_visible()


def test_the_readers_country_comes_first_in_help(opened: Open, small_disk: Site) -> None:
    elsewhere = opened("#help", timezone_id="Pacific/Fiji", locale="en-FJ")
    expect(elsewhere.locator(".here")).to_have_count(0)
    code, country = next(iter(small_disk.catalog[HELPLINES].items()))
    here = opened("#help", timezone_id="UTC", locale=f"en-{code.upper()}")
    expect(here.locator(".here h3")).to_have_text(country.country)
    expect(here.locator(".here a[href^='tel:']").first).to_be_visible()


def test_an_old_file_says_so_on_its_first_screen_and_beside_its_numbers(
    opened: Open, small_disk: Site
) -> None:
    new, old = opened(), opened(day=OLD)
    expect(new.locator(".rp-built strong")).to_have_count(0)
    expect(old.locator(".rp-built strong")).to_be_in_viewport()
    expect(old.locator(".rp-built")).to_contain_text("more than a year old")
    for page, said in ((new, 0), (old, 1)):
        page.locator(".bar a[href='#help']").click()
        times = page.locator("#help time")
        for number in range(times.count()):
            expect(times.nth(number).locator("strong")).to_have_count(said)
        # Whoever is in danger calls first, and checks later.
        expect(page.locator("#help p time").get_by_text("Check this number first")).to_have_count(0)
        expect(page.locator("#help p time").get_by_text("if you have the time")).to_have_count(
            said * len(small_disk.catalog[HELPLINES])
        )
        tel = page.locator("#help a[href^='tel:']").first
        expect(tel).to_be_visible()  # what grew old is said, and never taken away
