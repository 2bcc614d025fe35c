"""A page that moved leaves word at its old address."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.catalog.load import load
from macros.catalog.models.pages import Addresses
from macros.editions.beside import redirects as moved
from macros.editions.folders import write
from macros.editions.site import Site
from tests.helpers.projects import ROOT
from tests.helpers.server import served

MOVES = {
    "old-help.md": "help.md",
    "practices/old-name.md": "practices/say-no-kindly.md",
    "old/place/index.md": "needs/index.md",
}


@pytest.mark.parametrize("name", ["site", "zensical_site", "offline_site"])
def test_an_old_address_leads_to_the_page(
    browser: Browser, tmp_path: Path, name: str, request: pytest.FixtureRequest
) -> None:
    built: Path = request.getfixturevalue(name)
    folder = shutil.copytree(built, tmp_path / "site")
    catalog = replace(load(ROOT), addresses=Addresses(published=[], moved=MOVES))
    site = Site(folder, catalog, "", datetime(2026, 11, 22, tzinfo=UTC))
    made = moved.files(site)
    assert len(made) == len(MOVES)
    write(folder, made)
    context = browser.new_context()
    page = context.new_page()
    with served(folder) as address:
        base = f"{folder.as_uri()}/" if site.on_disk else address
        for old, title in zip(made, ("Help now", "Say no kindly", "Find a practice"), strict=True):
            place = str(old) if site.on_disk else str(old).removesuffix("index.html")
            page.goto(base + place)
            expect(page.get_by_role("heading", level=1)).to_have_text(title)
    context.close()
