"""The download page: each copy with size and date from the files themselves, and no dead link."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.load import load
from macros.catalog.open_data import NAMES
from macros.components import downloads
from macros.components.calls import CALLS
from macros.components.context import Context
from macros.editions.copies import checksums as copies
from macros.editions.copies import data_files as data
from macros.editions.copies import zim
from macros.editions.copies import zip_file as archive
from macros.editions.site import Site
from tests.helpers.projects import ROOT

PAGE = PurePosixPath("docs/download.md")
DAY = datetime(2026, 11, 22, tzinfo=UTC)
MORE = (  # what other makers add
    *("ripple.epub", "ripple-a4.pdf", "ripple-letter.pdf", "sheets/log-a4.pdf"),
    *("practices/{id}.html", "practices/{id}.txt"),
    *("cards/{id}-a4.pdf", "cards/{id}-letter.pdf"),
)


def shown(context: Context) -> str:
    """What the download page and the page of open data show of files."""
    tables = [CALLS["data_table"](context, name) for name in NAMES]
    return "\n".join([CALLS["download_list"](context), CALLS["download_sums"](context), *tables])


def test_every_copy_is_linked_with_its_size_and_day(
    disk: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = (archive, data)  # the others take minutes, and have tests of their own
    made = {file: content for maker in quick for file, content in maker.files(disk).items()}
    id = next(iter(disk.catalog.practices))
    made |= {PurePosixPath(name.format(id=id)): b"x" * 1234567 for name in MORE}
    made[zim.FILE] = b"x" * 7654321
    made[copies.SUMS] = copies.sums(made)
    for place, content in made.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, (DAY.timestamp(), DAY.timestamp()))
    monkeypatch.setenv("DOWNLOADS", str(tmp_path))
    html = shown(Context(disk.catalog, PAGE, "download/"))
    linked = set(re.findall(r'href="\.\./downloads/([^"]+)"', html))
    assert linked == {str(place) for place in made}
    for place in ("ripple.zip", "ripple.zim", "SHA256SUMS"):
        size = downloads.size(len(made[PurePosixPath(place)]))
        assert (f'{place}</a> <span class="rp-size">{size}, November 22, 2026' in html) == (
            place != "SHA256SUMS"
        )
    assert html.count("1.2 MB") == len(MORE)
    for copy in downloads.COPIES:
        assert copy.name in html
        assert all(line in html for line in copy.opens)


@pytest.mark.parametrize("url", ["download/", "download.html"])
def test_without_copies_nothing_leads_nowhere(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOWNLOADS", raising=False)
    monkeypatch.delenv("SITE_URL", raising=False)
    html = shown(Context(load(ROOT), PAGE, url))
    assert "downloads/" not in html
    assert ("make editions" in html) == (url == "download/")
    assert ("You are reading a copy already." in html) == (url == "download.html")


def test_a_copy_says_where_the_newest_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/ripple")
    html = CALLS["download_list"](Context(load(ROOT), PAGE, "download.html"))
    assert '<a href="https://example.org/ripple/download/">' in html


@pytest.mark.parametrize(
    ("count", "words"),
    [(999, "999 bytes"), (1000, "1 KB"), (38400, "38 KB"), (999_600, "1.0 MB")],
)
def test_sizes_are_said_as_people_say_them(count: int, words: str) -> None:
    assert downloads.size(count) == words
