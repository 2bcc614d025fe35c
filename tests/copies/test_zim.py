"""The ZIM file: opened and searched with libzim, as Kiwix does."""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher
from playwright.sync_api import Browser, Page, Route, expect

from macros.catalog.kinds import ARTICLES, HELPLINES, NEEDS, PRACTICES, SEARCH
from macros.components.downloads import ZIM
from macros.editions import folders
from macros.editions.copies import zim
from macros.editions.parts.offline_files import for_disks
from macros.editions.site import Site
from tests.audit.pages import calling
from tests.helpers.offline_copy import of_real_copy
from tests.helpers.picks import Guided
from tests.helpers.projects import real_catalog
from tests.helpers.sites import ADDRESS


@pytest.fixture(scope="module")
def archive(zim_copy: Path) -> Archive:
    """The ZIM file, opened."""
    return Archive(zim_copy)


def test_it_holds_every_file_as_it_is(archive: Archive, disk: Site) -> None:
    assert archive.check()
    files = for_disks(folders.read(disk.folder))
    for file, content in files.items():
        item = archive.get_entry_by_path(str(file)).get_item()
        assert bytes(item.content) == content, file
    assert archive.entry_count == len(files)
    assert archive.main_entry.get_item().path == "index.html"


def test_it_says_what_it_is(archive: Archive, disk: Site) -> None:
    said = {key: archive.get_metadata(key) for key in archive.metadata_keys}
    assert archive.get_illustration_item(48).mimetype == "image/png"
    assert bytes(archive.get_illustration_item(48).content).startswith(b"\x89PNG")
    assert said["Name"] == b"ripple_en_all"
    assert said["Title"] == b"Ripple"
    assert len(said["Description"]) <= 80
    assert said["Language"] == b"eng"
    assert said["Creator"] == said["Publisher"] == b"Ripple contributors"
    assert said["Date"].decode() == f"{disk.built:%Y-%m-%d}"
    assert said["License"] == b"CC BY 4.0"
    assert said["Source"].decode() == ADDRESS
    assert b"_ftindex:yes" in said["Tags"]


def test_a_search_finds_pages_by_their_words(archive: Archive, disk: Site) -> None:
    assert archive.has_fulltext_index
    pages = {
        f"{kind.name}/{id}.html": record.title
        for kind in (PRACTICES, ARTICLES)
        for id, record in disk.catalog.records[kind.name].items()
    }
    country = next(iter(disk.catalog[HELPLINES].values())).country
    for page, words in {**pages, "help.html": f"emergency numbers {country}"}.items():
        found = Searcher(archive).search(Query().set_query(words))
        assert page in list(found.getResults(0, 5)), words


def test_everyday_words_find_the_page_of_a_need(small_disk: Site, tmp_path: Path) -> None:
    """Kiwix knows no words that mean the same, so they are in the file."""
    path = tmp_path / ZIM
    path.write_bytes(zim.files(small_disk)[ZIM])
    archive, words = Archive(path), small_disk.catalog.only(SEARCH)
    assert words
    asked = [
        (f"needs/{id}.html", text)
        for id, need in small_disk.catalog[NEEDS].items()
        for text in (*need.words, *words.same.get(id, ()))
    ]
    assert len(asked) > 1
    for page, text in asked:
        found = Searcher(archive).search(Query().set_query(text))
        assert page in list(found.getResults(0, 5)), text


@of_real_copy
def test_every_need_is_found_by_what_means_the_same(archive: Archive, disk: Site) -> None:
    words = disk.catalog.only(SEARCH)
    assert words
    for id, need in disk.catalog[NEEDS].items():
        for text in words.same[id.replace("-", " ")]:
            found = Searcher(archive).search(Query().set_query(text))
            count = found.getEstimatedMatches()
            assert f"needs/{id}.html" in list(found.getResults(0, count)), (need.label, text)


def test_words_of_the_frame_do_not_find_every_page(archive: Archive) -> None:
    frame = "Skip to the content"  # stands on every page, outside of its text
    assert frame in bytes(archive.main_entry.get_item().content).decode()
    assert Searcher(archive).search(Query().set_query(frame)).getEstimatedMatches() < 10


HOST = "https://zim.invalid/"  # no network has it


def in_a_reader(page: Page, archive: Archive) -> list[str]:
    """Let a page be answered from the ZIM file alone, as Kiwix does: what it asked for and is not
    in there.
    """
    missing: list[str] = []

    def answer(route: Route) -> None:
        place = unquote(urlsplit(route.request.url).path).lstrip("/")
        if route.request.url.startswith(HOST) and archive.has_entry_by_path(place):
            item = archive.get_entry_by_path(place).get_item()
            route.fulfill(body=bytes(item.content), content_type=item.mimetype)
        else:
            missing.append(route.request.url)
            route.abort()

    page.route("**/*", answer)
    return missing


@of_real_copy
def test_a_week_of_ones_own_works_from_the_file_alone(archive: Archive, browser: Browser) -> None:
    chosen = sorted(real_catalog()[PRACTICES])[:3]
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    missing = in_a_reader(page, archive)
    place = calling("my_week").rstrip("/")
    page.goto(f"{HOST}{place}.html#practices={','.join(chosen)}", wait_until="load")
    expect(page.locator(".rp-own input:checked")).to_have_count(3)
    for id in chosen:
        title = real_catalog()[PRACTICES][id].title
        expect(page.locator(".rp-sheet tbody")).to_contain_text(title)
    page.evaluate("document.fonts.ready.then(() => true)")
    with page.expect_download() as saved:
        page.locator(".rp-own__file").click()
    assert saved.value.path().read_bytes().count(b"BEGIN:VEVENT") == 3
    places = {urljoin(page.url, each) for each in page.evaluate(LINKED)}
    inside = {urlsplit(each).path.lstrip("/") for each in places if each.startswith(HOST)}
    context.close()
    assert len(inside) > 40
    assert [each for each in sorted(inside) if not archive.has_entry_by_path(unquote(each))] == []
    assert missing == []


LINKED = """[...document.querySelectorAll("[href], [src]")]
  .map(e => e.getAttribute("href") || e.getAttribute("src"))"""


@of_real_copy
def test_titles_are_found_while_they_are_typed(archive: Archive, practice: Guided) -> None:
    assert archive.has_title_index
    typed = practice.title[: len(practice.title) * 2 // 3]
    found = SuggestionSearcher(archive).suggest(typed)
    assert f"practices/{practice.id}.html" in list(found.getResults(0, 5))


@pytest.mark.audit
def test_entries_and_metadata_are_the_same_each_time(
    small_release: Path, other_release: Path
) -> None:
    one, other = (
        Archive(place / "site" / "downloads" / ZIM) for place in (small_release, other_release)
    )
    assert other.entry_count == one.entry_count
    assert other.metadata_keys == one.metadata_keys
    for key in one.metadata_keys:
        assert other.get_metadata(key) == one.get_metadata(key), key
    for number in range(one.all_entry_count):
        first, second = one._get_entry_by_id(number), other._get_entry_by_id(number)
        assert (first.path, first.title) == (second.path, second.title)
