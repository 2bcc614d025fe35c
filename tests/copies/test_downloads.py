"""The download page: each copy with size and date from the files themselves, and no dead link."""

import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import PRACTICES
from macros.catalog.open_data import OPEN_KINDS
from macros.components import downloads
from macros.components.calls import CALLS
from macros.components.context import Context
from macros.components.rendering import file_size
from macros.editions.copies import checksums, data_files, zip_file
from macros.editions.site import Site
from macros.project import Project
from tests.helpers.projects import SETTINGS
from tests.helpers.sites import ADDRESS

PAGE = PurePosixPath("docs/download.md")
DAY = datetime(2026, 11, 22, tzinfo=UTC)
MORE = (  # what other makers add
    *("ripple.epub", "ripple-a4.pdf", "ripple-letter.pdf", "sheets/log-a4.pdf"),
    *("booklet-a5.pdf", "booklet-fold-a4.pdf", "large-print-letter.pdf"),
    *("ripple.html", "ripple.txt", "ripple-kolibri.zip"),
    *("practices/{id}.html", "practices/{id}.txt"),
    *("cards/{id}-a4.pdf", "cards/{id}-letter.pdf"),
)


def shown(context: Context) -> str:
    """What the download page and the page of open data show of files."""
    tables = [CALLS["data_table"](context, kind.name) for kind in OPEN_KINDS]
    return "\n".join([CALLS["download_list"](context), CALLS["download_sums"](context), *tables])


def test_every_copy_is_linked_with_its_size_and_day(disk: Site, tmp_path: Path) -> None:
    quick = (zip_file, data_files)  # the others take minutes, and have tests of their own
    made = {file: content for maker in quick for file, content in maker.files(disk).items()}
    id = next(iter(disk.catalog[PRACTICES]))
    made |= {PurePosixPath(name.format(id=id)): b"x" * 1234567 for name in MORE}
    made[downloads.ZIM] = b"x" * 7654321
    made[downloads.CHECKSUMS] = checksums(made)
    for place, content in made.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (DAY.timestamp(), DAY.timestamp()))
    settings = replace(SETTINGS, downloads=tmp_path)
    html = shown(Context(Project(settings, disk.catalog), PAGE, "download/"))
    linked = set(re.findall(r'href="\.\./downloads/([^"]+)"', html))
    assert linked == {str(place) for place in made}
    for place in ("ripple.zip", "ripple.zim", "SHA256SUMS"):
        size = file_size(disk.catalog.text, len(made[PurePosixPath(place)]))
        assert (f'{place}</a> <span class="rp-size">{size}, November 22, 2026' in html) == (
            place != "SHA256SUMS"
        )
    assert html.count("1.2 MB") == len(MORE)
    table = CALLS["copy_list"](Context(Project(settings, disk.catalog), PAGE, "download/"))
    for copy in downloads.copies(tmp_path, disk.catalog):
        assert f"<dt>{copy.name}</dt>" in table
        assert all(f"downloads/{file.place}" in table for file in copy.files)
        assert copy.name in html
        assert all(line in html for line in copy.opens)


@pytest.mark.parametrize("url", ["download/", "download.html"])
def test_without_copies_nothing_leads_nowhere(url: str, catalog: Catalog) -> None:
    html = shown(Context(Project(SETTINGS, catalog), PAGE, url))
    table = CALLS["copy_list"](Context(Project(SETTINGS, catalog), PAGE, url))
    assert "downloads/" not in html + table
    assert all(copy.name in table for copy in downloads.every_copy(None, catalog))
    assert ("make editions" in html) == (url == "download/")
    assert ("You are reading a copy already." in html) == (url == "download.html")


def test_a_copy_says_where_the_newest_is(disk: Site) -> None:
    html = CALLS["download_list"](Context(disk.project, PAGE, "download.html"))
    assert f'<a href="{ADDRESS}download/">' in html


@pytest.mark.parametrize(
    ("count", "words"),
    [(999, "999 bytes"), (1000, "1 KB"), (38400, "38 KB"), (999_600, "1.0 MB")],
)
def test_sizes_are_said_as_people_say_them(catalog: Catalog, count: int, words: str) -> None:
    assert file_size(catalog.text, count) == words
