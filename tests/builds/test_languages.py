"""Both languages of the small project as one site: what leads where, and in which language."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from macros.languages.overlay import codes
from tests.helpers.projects import buildable, copy_of_fixture
from tests.helpers.shared import shared
from tests.helpers.sites import ADDRESS, GIVEN, ZENSICAL, build_languages

PAGE = "practices/wave-to-a-neighbor"
OLD = "Stay in. Let the light fall on your face."
MISSING = ("contribute/tell-us", "rhythm/log")  # linked by the frame, not in the small project
PICKER = re.compile(
    r'<(nav|div) class="rp-languages".*?</\1>|<link rel="alternate" hreflang.*?>', re.S
)


def small_project(folder: Path) -> None:
    """The small project with two parts whose English changed, and its site."""
    root = buildable(copy_of_fixture(folder))
    page = root / f"docs/{PAGE}.md"
    text = page.read_text("utf-8").replace(OLD, f"{OLD} Or lie down.").replace("Nod.", "Nod once.")
    page.write_text(text, "utf-8")
    index = root / "docs/index.md"
    index.write_text(index.read_text("utf-8") + "\n{{ translation_progress() }}\n", "utf-8")
    build_languages(root)
    build_languages(root, on_disk=True)
    (root / "site").rename(root / "both")
    build_languages(root, only_english=True)


@pytest.fixture(scope="module")
def root() -> Path:
    return shared("languages", small_project) / "project"


@pytest.fixture(scope="module")
def german(root: Path) -> html.HtmlElement:
    return html.parse(root / f"both/de/{PAGE}/index.html").getroot()


def test_a_language_has_the_pages_that_are_translated(root: Path) -> None:
    assert codes(root) == ["de"]
    pages = [path.relative_to(root / "both/de") for path in (root / "both/de").rglob("*.html")]
    assert pages == [Path(PAGE, "index.html")]
    on_disk = root / "site-offline/de"
    assert [path.relative_to(on_disk) for path in on_disk.rglob("*.html")] == [Path(f"{PAGE}.html")]


def test_a_page_names_its_language(german: html.HtmlElement) -> None:
    assert german.get("lang") == "de"
    assert german.get("dir") is None
    assert german.findtext(".//h1") == "Dem Nachbarn winken"


@pytest.mark.parametrize("place", ["both", "site-offline"])
def test_every_link_leads_somewhere(root: Path, place: str) -> None:
    end = "/index.html" if place == "both" else ".html"
    for file in (root / place / f"de/{PAGE}{end}", root / place / f"{PAGE}{end}"):
        found = 0
        for element, name, address, _ in html.parse(file).getroot().iterlinks():
            if ":" in address or address.startswith("#") or any(x in address for x in MISSING):
                continue
            path = (file.parent / address.partition("#")[0].partition("?")[0]).resolve()
            path = path / "index.html" if path.is_dir() else path
            assert path.is_file(), f"{file}: {element.tag} {name} {address}"
            found += 1
        assert found > 10


def test_what_is_not_translated_leads_to_english_and_says_so(german: html.HtmlElement) -> None:
    links = [link for link in german.iter("a") if link.get("href", "").endswith("help/")]
    assert links
    for link in links:
        assert link.get("href") == "../../../help/"
        assert link.get("hreflang") == "en"
        assert link.getnext().text == "(English)"
    (practices,) = {link.get("href") for link in german.iter("a") if link.text == "Things to do"}
    assert practices == "../../../practices/"


def test_pages_lead_to_themselves_in_other_languages(root: Path, german: html.HtmlElement) -> None:
    english = html.parse(root / f"both/{PAGE}/index.html").getroot()
    for page, address, code, name in (
        (german, f"../../../{PAGE}/", "en", "English"),
        (english, f"../../de/{PAGE}/", "de", "Deutsch"),
    ):
        links = page.xpath("//*[@class='rp-languages']//a")
        assert len(links) == 2  # in the header and at the foot
        for link in links:
            assert (link.get("href"), link.get("hreflang"), link.text) == (address, code, name)
        alternates = page.xpath("//link[@hreflang]")
        assert {link.get("hreflang"): link.get("href") for link in alternates} == {
            "en": f"{ADDRESS}{PAGE}/",
            "de": f"{ADDRESS}de/{PAGE}/",
        }


def test_english_pages_are_as_they_were_but_for_the_picker(root: Path) -> None:
    alone = sorted((root / "site").rglob("*.html"))
    assert alone
    for path in alone:
        if path == root / "site/index.html":
            continue  # the table of languages
        both = (root / "both" / path.relative_to(root / "site")).read_text("utf-8")
        plain = [PICKER.sub("", text).split() for text in (path.read_text("utf-8"), both)]
        assert plain[0] == plain[1], path


def test_an_old_part_is_marked_and_a_safe_one_is_english(german: html.HtmlElement) -> None:
    marks = {mark.getprevious().get("id"): mark for mark in german.find_class("rp-old")}
    assert marks.keys() == {"a-shorter-version", "not-today"}
    old, safe = marks["a-shorter-version"], marks["not-today"]
    assert old.text == "The English has changed since this was translated."
    assert old.getnext().text == "Nicke."
    block = safe.getnext()
    assert (block.tag, block.get("lang")) == ("div", "en")
    assert block.text_content().strip() == f"{OLD} Or lie down."
    assert block.getnext().get("id") == "why-it-may-help"


def test_a_page_that_no_native_speaker_has_read_says_so(
    root: Path, german: html.HtmlElement
) -> None:
    (note,) = german.xpath("//footer//p[@class='rp-unread']")
    assert note.text == "No native speaker has read this page in this language yet."
    for page in (root / "both").glob("*/**/*.html"):
        if page.relative_to(root / "both").parts[0] != "de":
            assert "rp-unread" not in page.read_text("utf-8"), page


def test_scripts_and_fonts_are_shared(root: Path) -> None:
    own = [path for path in (root / "both/de/assets").rglob("*") if path.is_file()]
    assert sorted(path.name for path in own) == ["danger-words.js", "manifest.webmanifest"]
    assert '"lang": "de"' in (root / "both/de/assets/manifest.webmanifest").read_text("utf-8")
    page = (root / f"both/de/{PAGE}/index.html").read_text("utf-8")
    sums = re.findall(r'href="(../../../assets/styles/site.css\?sha256-[^"]+)"', page)
    english = (root / f"both/{PAGE}/index.html").read_text("utf-8")
    assert sums == [f"../{each}" for each in re.findall(r'href="([^"]+site\.css[^"]+)"', english)]


def test_a_page_tells_how_far_each_language_is(root: Path) -> None:
    table = html.parse(root / "both/index.html").getroot().find_class("rp-progress")[0]
    rows = [[cell.text_content() for cell in row] for row in table.iterfind(".//tbody/tr")]
    assert ["Deutsch", "docs/practices", "1 / 4", "6 / 8"] in rows
    alone = html.parse(root / "site/index.html").getroot().find_class("rp-progress")[0]
    assert alone.text_content().strip() == "Here is English alone."


def test_one_worker_keeps_all_languages(root: Path) -> None:
    assert not list((root / "both/de").glob("worker.js"))
    assert f'"de/{PAGE}/"' in (root / "both/worker.js").read_text("utf-8")


def test_without_words_of_danger_help_comes_with_every_search(root: Path) -> None:
    script = (root / "both/de/assets/scripts/danger-words.js").read_text("utf-8")
    assert "window.rippleDanger = { all: true };" in script


def test_zensical_builds_a_language_alike(root: Path, german: html.HtmlElement) -> None:
    settings, folder = "build/languages/de/mkdocs.yml", root / "build/languages/de"
    given = {**os.environ, **GIVEN, "SITE_DIR": "build/zensical", "SITE_URL": f"{ADDRESS}de/"}
    command = [sys.executable, "-m", *ZENSICAL, "--config-file", settings]
    done = subprocess.run(command, cwd=root, env=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    theirs = html.parse(folder / f"build/zensical/{PAGE}/index.html").getroot()
    ours = german.xpath("//article//h1 | //article//h2 | //article//li")
    assert len(ours) > 8
    for element in ours:
        words = element.text_content().replace("(English)", "").split()
        assert words in [each.text_content().split() for each in theirs.iter(element.tag)]
