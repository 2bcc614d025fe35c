"""A page that moved leaves word at its old address."""

import shutil
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Page, expect

from macros.catalog.kinds import ADDRESSES
from macros.catalog.models.pages import Addresses
from macros.editions.beside import redirects
from macros.editions.folders import write
from tests.helpers.picks import Guided
from tests.helpers.projects import real_catalog
from tests.helpers.server import served
from tests.helpers.sites import BOTH_BUILDERS, site_in


@pytest.mark.parametrize("name", [*BOTH_BUILDERS, "offline_site"])
def test_an_old_address_leads_to_the_page(
    page: Page, tmp_path: Path, name: str, practice: Guided, request: pytest.FixtureRequest
) -> None:
    catalog = real_catalog()
    moves = {
        "old-help.md": "help.md",
        "practices/old-name.md": f"practices/{practice.id}.md",
        "old/place/index.md": "needs/index.md",
    }
    titles = [catalog.every_page[PurePosixPath("docs", new)].title for new in moves.values()]
    built: Path = request.getfixturevalue(name)
    folder = Path(shutil.copytree(built, tmp_path / "site"))
    addresses = {ADDRESSES.name: {"": Addresses(published=[], moved=moves)}}
    site = site_in(folder, replace(catalog, records=catalog.records | addresses))
    made = redirects.files(site)
    assert len(made) == len(moves)
    write(folder, made)
    with served(folder) as address:
        base = f"{folder.as_uri()}/" if site.on_disk else address
        for old, title in zip(made, titles, strict=True):
            place = str(old) if site.on_disk else str(old).removesuffix("index.html")
            page.goto(base + place)
            expect(page.get_by_role("heading", level=1)).to_have_text(title)
