"""Whatever builds the site, with no setting at all: it has no number that nobody confirmed, and no
link leads nowhere.
"""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from macros.catalog.models.care import Country
from tests.helpers.any_host import BUILDERS, built, project, run
from tests.helpers.projects import SETTINGS
from tests.helpers.sites import ADDRESS
from tests.helpers.whole_text import digits, texts

LINE = "Once Line"  # sure and fresh, and nobody has confirmed it
EVERYWHERE = {
    "mkdocs": {"help/index.html"},
    "zensical": {"help/index.html"},
    "editions": {
        "help/index.html",
        "downloads/data/helplines.json",
        "downloads/ripple.epub",
        "downloads/ripple-a4.pdf",
        "downloads/ripple-letter.pdf",
        "downloads/ripple.zim",
        "downloads/ripple.zip",
        "downloads/practices/wave-to-a-neighbor.html",
        "downloads/practices/wave-to-a-neighbor.txt",
    },
}


def numbers(country: Country, name: str) -> set[str]:
    """Every string of digits that a line holds, but for the days on which it was read."""
    line = next(line for line in country.lines if line.name == name)
    fields = line.model_dump(mode="json", exclude={"read", "checked", "expires"})
    found = set(re.findall(r"\d{4,}", digits(json.dumps(fields))))
    assert found
    return found


@pytest.mark.parametrize("name", BUILDERS)
def test_no_file_of_a_site_holds_a_number_that_the_rule_hides(name: str) -> None:
    country, site = built(name, confirmed=False)
    shown = {line.name for line in country.shown(SETTINGS.today).lines}
    hidden = [line.name for line in country.lines if line.name not in shown]
    assert LINE in hidden
    secret = {number for each in hidden for number in numbers(country, each)}
    found = {}
    for file, text in texts(site):
        plain = digits(text)
        if there := sorted(number for number in secret if number in plain):
            found[file] = there
    assert found == {}
    page = (site / "help" / "index.html").read_text("utf-8")
    assert "Not yet confirmed by a person" in page
    assert 'href="https://example.org/once"' in page
    assert 'href="tel:112"' in page


@pytest.mark.parametrize(
    "name",
    ["mkdocs", *(pytest.param(name, marks=pytest.mark.audit) for name in ("zensical", "editions"))],
)
def test_a_confirmed_country_shows_its_lines_everywhere(name: str) -> None:
    country, site = built(name, confirmed=True)
    line = next(line for line in country.lines if line.name == LINE)
    for number in (line.phone[0].dial, line.text.number if line.text else ""):
        found = {file.split(": ")[0] for file, text in texts(site) if number in digits(text)}
        assert EVERYWHERE[name] <= found, number
    page = (site / "help" / "index.html").read_text("utf-8")
    assert "Not yet confirmed by a person" not in page
    assert "A. Person compared these lines with each service's own page on 2026-11-20." in page


@pytest.mark.parametrize("name", ["mkdocs", pytest.param("zensical", marks=pytest.mark.audit)])
def test_a_preview_shows_all_and_says_so_on_every_page(name: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    run(root, BUILDERS[name], SHOW_UNCONFIRMED="true")
    pages = [path.read_text("utf-8") for path in (root / "site").rglob("*.html")]
    assert len(pages) > 10
    assert all('class="rp-preview"' in page for page in pages)
    assert "0800 777" in (root / "site" / "help" / "index.html").read_text("utf-8")
    shutil.rmtree(root)


FRAME = ("contribute/tell-us", "rhythm/log")  # linked by the frame, not in the small project
ICS = "contains(@href, '.ics')"
UNSEEN = "ancestor::*[@hidden]"


def dead_links(site: Path) -> set[str]:
    """Every address within the site that a reader can follow and that leads nowhere."""
    found = set()
    for page in site.rglob("*.html"):
        for link in html.parse(page).getroot().xpath(f"//@href[not({UNSEEN})] | //@src"):
            address = urlsplit(link)
            if address.scheme or not address.path:
                continue
            base = site if address.path.startswith("/") else page.parent
            inside = unquote(address.path).removeprefix(urlsplit(ADDRESS).path)
            path = (base / inside.lstrip("/")).resolve()
            if not (path / "index.html" if path.is_dir() else path).is_file():
                found.add(path.relative_to(site.resolve()).as_posix())
    return found


@pytest.mark.parametrize("name", BUILDERS)
def test_no_link_leads_nowhere_whether_or_not_the_site_was_completed(name: str) -> None:
    _, site = built(name, confirmed=False)
    assert {link.removeprefix("de/") for link in dead_links(site)} == set(FRAME)
    calendars = {
        (html.parse(page).getroot().xpath(f"//a[{ICS}][{UNSEEN}]") != [], page.parent.name)
        for page in site.rglob("index.html")
        if html.parse(page).getroot().xpath(f"//a[{ICS}]")
    }
    assert calendars == {(name != "editions", "two-weeks")}
