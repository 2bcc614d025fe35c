"""The zip file for Kolibri, whose importer wants index.html at the root and all of it inside."""

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import html
from playwright.sync_api import Browser, expect

from macros.components.downloads import KOLIBRI
from macros.editions.copies import kolibri
from macros.editions.site import Site

LOADED = "//script/@src | //link[@rel!='canonical']/@href | //img/@src | //source/@srcset"


@pytest.fixture(scope="module")
def unpacked(small_disk: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Kolibri serves of it."""
    folder = tmp_path_factory.mktemp("kolibri")
    packed = folder / KOLIBRI
    packed.write_bytes(kolibri.files(small_disk)[KOLIBRI])
    with ZipFile(packed) as file:
        assert file.testzip() is None
        file.extractall(folder / "inside")
    return folder / "inside"


def test_its_first_page_is_at_the_root_and_every_address_is_relative(unpacked: Path) -> None:
    for path in (unpacked / "index.html", *unpacked.rglob("*.html")):
        page: Any = html.document_fromstring(path.read_text("utf-8"))
        assert len(page.find("body"))
        for address in page.xpath(LOADED):
            assert not re.match(r"/|\w+:(?!,)", address), (path.name, address)
            assert address == "data:," or (path.parent / address.split("?")[0]).is_file(), address


def test_it_opens_from_a_disk_and_search_works(unpacked: Path, browser: Browser) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((unpacked / "index.html").as_uri())
    page.locator(".rp-search-button").click()
    page.locator("#rp-search-query").fill("wave")
    expect(page.locator(".rp-search__results a").first).to_be_visible()
    assert failed == []
    context.close()


def test_the_same_site_gives_the_same_file(small_disk: Site) -> None:
    assert kolibri.files(small_disk) == kolibri.files(small_disk)
