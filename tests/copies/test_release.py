"""Copies to keep: who makes what, sums, the zip; pages and copies are put in place together."""

import hashlib
import re
import shutil
from datetime import timedelta
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from libzim.reader import Archive

from macros.catalog.checks.files import made_names
from macros.catalog.load import load
from macros.catalog.strings import Strings
from macros.components import downloads
from macros.editions import folders
from macros.editions.copies import checksums, zip_file
from macros.editions.parts.book_pages import book_pages
from macros.editions.site import Site
from tests.helpers.projects import copy_of_fixture
from tests.helpers.sites import ADDRESS, run_editions, site_in


def test_sums_name_every_copy() -> None:
    made = {PurePosixPath("b/c.txt"): b"two", PurePosixPath("a.txt"): b"one"}
    one, two = (hashlib.sha256(text).hexdigest() for text in (b"one", b"two"))
    assert checksums(made).decode() == f"{one}  a.txt\n{two}  b/c.txt\n"


def test_the_zip_holds_what_pages_need_and_nothing_else(disk: Site, zip_copy: Path) -> None:
    packed = ZipFile(zip_copy)
    assert packed.testzip() is None
    names = {name.removeprefix("ripple/") for name in packed.namelist()}
    assert len(names) == len(packed.namelist())
    there = {p.relative_to(disk.folder).as_posix() for p in disk.folder.rglob("*") if p.is_file()}
    assert names - there == {"READ ME FIRST.txt"}
    assert there - names == {
        *("404.html", "sitemap.xml", "sitemap.xml.gz"),
        *("assets/images/social-card.png", "assets/images/social-card.svg"),
        *("assets/images/touch-icon.png", "assets/images/icon-512.png"),
        "assets/manifest.webmanifest",
    }
    assert not [name for name in names if name.endswith(".map") or name.startswith("downloads")]
    note = packed.read("ripple/READ ME FIRST.txt").decode()
    assert f"{ADDRESS}download/" in note
    assert f"made on {Strings({}).day(disk.day)}." in note


def test_the_zip_carries_the_time_of_its_build(small_release: Path) -> None:
    now = site_in(small_release / "site", load(small_release), ADDRESS)
    tomorrow = now.built + timedelta(days=1)
    later = site_in(now.folder, now.catalog, ADDRESS, tomorrow)
    assert zip_file.files(later) != zip_file.files(now)


def test_a_release_holds_every_copy_with_its_sum(small_release: Path) -> None:
    good = folders.read(small_release / "site" / "downloads")
    sums = good.pop(downloads.CHECKSUMS).decode().splitlines()
    assert {line.split("  ")[1]: line.split("  ")[0] for line in sums} == {
        str(name): hashlib.sha256(content).hexdigest() for name, content in good.items()
    }


def test_a_release_holds_copies_in_each_language_beside_its_pages(small_release: Path) -> None:
    site = small_release / "site"
    (code,) = (path.name for path in (small_release / "languages").iterdir())
    own = folders.read(site / code / "downloads")
    assert {downloads.ONE_FILE, downloads.ONE_TEXT, downloads.ZIM, downloads.KOLIBRI} <= set(own)
    assert f"<html dir=ltr lang={code}>" in own[downloads.ONE_FILE].decode()
    assert downloads.CHECKSUMS in own
    assert Archive(site / code / "downloads" / downloads.ZIM).get_metadata("Language") == b"deu"
    assert not (small_release / "build" / "languages" / code / "build" / "editions").exists()


def test_pages_and_copies_come_together_or_not_at_all(small_release: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(small_release, tmp_path / "project"))
    good = folders.read(root / "site")
    # A build that fails, then a copy that cannot be made: the last good site stays.
    settings, mark = root / "mkdocs.yml", root / "macros" / "editions" / "copies" / "mark.png"
    text = settings.read_text("utf-8")
    settings.write_text(f"{text}unheard_of: true\n", "utf-8")
    failed = run_editions(root)
    assert failed.returncode != 0
    assert "unheard_of" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert folders.read(root / "site") == good
    settings.write_text(text, "utf-8")
    mark.unlink()
    assert run_editions(root).returncode != 0
    assert folders.read(root / "site") == good


def test_no_book_is_made_that_lacks_a_helpline(small_disk: Site, tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    rules = root / "data" / "editorial.yml"
    rules.write_text(rules.read_text("utf-8").replace("book: [help, ", "book: ["), "utf-8")
    there = (small_disk.folder / "help.html").read_text("utf-8")
    ways = len(re.findall(r'class="rp-(?:number|way)[" ]', there))
    assert ways
    message = f"hold 0 of the {ways} ways to reach help of docs/help.md; name its part under"
    with pytest.raises(ValueError, match=re.escape(message)):
        book_pages(site_in(small_disk.folder, load(root), ADDRESS))


def test_a_name_that_is_made_is_no_page(small_release: Path, small_disk: Site) -> None:
    site = small_release / "site"
    places = {small_disk.place(file) for file in small_disk.catalog.every_page}
    pages = {place.parts[0] for place in places | small_disk.redirects().keys()}
    beside = {path.name for path in site.iterdir() if path.is_dir()} | {"404"}
    assert beside - {page.removesuffix(".html") for page in pages} == made_names(small_disk.catalog)
    assert (site / "404.html").is_file()


@pytest.mark.audit
def test_a_release_elsewhere_has_the_same_pages_and_copies(
    small_release: Path, other_release: Path
) -> None:
    good, again = (folders.read(place / "site") for place in (small_release, other_release))
    assert again.keys() == good.keys()
    # The library of the ZIM file puts a random id into it.
    names = (downloads.ZIM.name, downloads.CHECKSUMS.name)  # of each language
    random = {place for place in good if place.name in names}
    assert {name for name in good if good[name] != again[name]} == random
