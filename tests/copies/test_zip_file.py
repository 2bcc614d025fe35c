"""The unpacked zip on a disk, with the network cut: every page, searches, finder, guide."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.catalog.kinds import PRACTICES
from macros.editions.site import Site
from tests.audit.pages import KINDS, NOT_FOUND
from tests.helpers.offline_copy import of_real_copy
from tests.helpers.reader import add_to_log, file_on_disk

TITLE = re.compile(r"<title>(.*?)</title>")
FRAMES = """addresses => Promise.all(addresses.map(address => new Promise(loaded => {
  const frame = document.createElement("iframe");
  frame.onload = loaded;
  frame.src = address;
  document.body.append(frame);
})))"""


@pytest.fixture(scope="module")
def unpacked(zip_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a reader has after unpacking, in a folder whose name needs care."""
    place = tmp_path_factory.mktemp("stick") / "My copies #2 (ü)"
    ZipFile(zip_copy).extractall(place)
    assert [path.name for path in place.iterdir()] == ["ripple"]
    return place / "ripple"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page without a network, on which every request but for a file of the copy is a failure."""
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert {address.split(":")[0] for address in asked} == {"file"}
    assert faults == []
    context.close()


@pytest.mark.audit
@pytest.mark.proves("There are copies to keep that open from a device or a stick.")
def test_every_page_opens(page: Page, unpacked: Path) -> None:
    paths = sorted(unpacked.rglob("*.html"))
    assert len(paths) > 100
    check_open(page, unpacked, paths)


@of_real_copy
def test_one_page_of_each_kind_opens(page: Page, unpacked: Path) -> None:
    kinds = (kind for kind in KINDS if kind != NOT_FOUND)
    check_open(page, unpacked, [file_on_disk(unpacked, kind) for kind in kinds])


def check_open(page: Page, unpacked: Path, paths: list[Path]) -> None:
    """Open every page beside others in frames of the front page, and look at what they show."""
    for batch in (paths[start : start + 30] for start in range(0, len(paths), 30)):
        page.goto((unpacked / "index.html").as_uri())
        page.evaluate(FRAMES, [path.as_uri() for path in batch])
        shown = [(frame.url, frame.title(), frame.locator("h1").count()) for frame in page.frames]
        titles = [TITLE.findall(path.read_text("utf-8"))[0] for path in batch]
        expected = [
            (path.as_uri(), unescape(title), 1) for path, title in zip(batch, titles, strict=True)
        ]
        assert shown[1:] == expected


@of_real_copy
@pytest.mark.proves("Its links to outside pages still lead outside.")
def test_every_link_within_the_copy_leads_somewhere(unpacked: Path) -> None:
    for path in unpacked.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"#?:]+)[#?"]', path.read_text("utf-8")):
            target = (path.parent / link).resolve()
            assert target.is_file(), (path.name, link)


def sayings(site: Site) -> dict[str, str]:
    """What people say, for twenty practices."""
    found = {page.words[0]: id for id, page in sorted(site.catalog[PRACTICES].items())}
    return dict(list(found.items())[::2][:20])


@of_real_copy
def test_twenty_searches_answer(page: Page, unpacked: Path, disk: Site) -> None:
    page.goto((unpacked / "evidence" / "index.html").as_uri())
    page.get_by_role("button", name="Search").click()
    asked = sayings(disk)
    assert len(asked) == 20
    for words, id in asked.items():
        page.get_by_role("searchbox").fill(words)
        link = page.locator(f".rp-search__results a[href$='practices/{id}.html']")
        expect(link, words).to_have_count(1)


@of_real_copy
def test_finder_and_guide_work(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "practices" / "index.html").as_uri())
    page.locator('[data-word="lonely"] a').click()
    answers = page.locator(".rp-answers [data-item]:visible")
    expect(page.get_by_role("heading", name="that fit")).to_be_visible()
    answers.first.get_by_role("link").first.click()
    page.get_by_role("button", name="Start, step by step").click()
    expect(page.locator(".rp-guide[open]")).to_be_visible()
    page.keyboard.press("Escape")


@of_real_copy
def test_the_log_works(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "rhythm" / "log.html").as_uri())
    add_to_log(page, "Watered the basil")
    expect(page.get_by_role("listitem").filter(has_text="Watered the basil")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save a file").click()
    assert "Watered the basil" in saved.value.path().read_text("utf-8")
