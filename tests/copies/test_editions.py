"""Copies to keep: who makes what, sums, the zip; pages and copies are put in place together."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from macros.editions.copies import checksums as copies
from macros.editions.copies import data_files as data
from macros.editions.copies import zip_file as archive
from macros.editions.site import Site
from tests.conftest import ADDRESS
from tests.helpers.projects import ROOT, buildable, copy_of_fixture


def test_sums_name_every_copy() -> None:
    made = {PurePosixPath("b/c.txt"): b"two", PurePosixPath("a.txt"): b"one"}
    one, two = (hashlib.sha256(text).hexdigest() for text in (b"one", b"two"))
    assert copies.sums(made).decode() == f"{one}  a.txt\n{two}  b/c.txt\n"


def test_the_zip_holds_what_pages_need_and_nothing_else(disk: Site) -> None:
    packed = ZipFile(BytesIO(archive.files(disk)[archive.FILE]))
    assert packed.testzip() is None
    names = {name.removeprefix("ripple/") for name in packed.namelist()}
    assert len(names) == len(packed.namelist())
    there = {p.relative_to(disk.folder).as_posix() for p in disk.folder.rglob("*") if p.is_file()}
    assert names - there == {"READ ME FIRST.txt"}
    assert there - names == {
        *("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"),
        *("assets/images/social-card.png", "assets/images/social-card.svg"),
        *("assets/images/touch-icon.png", "assets/images/icon-512.png"),
        "assets/manifest.webmanifest",
    }
    assert not [name for name in names if name.endswith(".map") or name.startswith("downloads")]
    note = packed.read("ripple/READ ME FIRST.txt").decode()
    assert f"{ADDRESS}download/" in note
    assert f"made on {disk.built:%B} {disk.built.day}, {disk.built.year}." in note


def test_the_same_site_gives_the_same_bytes(disk: Site, tmp_path: Path) -> None:
    elsewhere = shutil.copytree(disk.folder, tmp_path / "elsewhere")
    for maker in (archive, data):
        assert maker.files(replace(disk, folder=elsewhere)) == maker.files(disk)
    later = replace(disk, built=disk.built + timedelta(days=1))
    assert archive.files(later) != archive.files(disk)


def small(folder: Path) -> Path:
    """The small project, ready to be made."""
    root = buildable(copy_of_fixture(folder))
    shutil.copytree(ROOT / "tools", root / "tools")
    return root


def run(root: Path) -> subprocess.CompletedProcess[str]:
    """Make the small project's pages and copies, as of one moment."""
    command = [sys.executable, "-m", "macros", "editions"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_pages_and_copies_come_together_or_not_at_all(tmp_path: Path) -> None:
    root = small(tmp_path / "one")
    done = run(root)
    assert done.returncode == 0, done.stdout + done.stderr
    good = everything(root / "site")
    sums = good["downloads/SHA256SUMS"].decode().splitlines()
    named = {line.split("  ")[1]: line.split("  ")[0] for line in sums}
    held = {name.removeprefix("downloads/") for name in good if name.startswith("downloads/")}
    assert held - named.keys() == {"SHA256SUMS"}
    for name, sum in named.items():
        assert hashlib.sha256(good[f"downloads/{name}"]).hexdigest() == sum
    # Elsewhere and later, the same: but for the ZIM file, into which its library puts a random id.
    other = small(tmp_path / "another place")
    assert run(other).returncode == 0
    again = everything(other / "site")
    assert again.keys() == good.keys()
    random = {"downloads/ripple.zim", "downloads/SHA256SUMS"}
    assert {name for name in good if good[name] != again[name]} == random
    # A build that fails, then a copy that cannot be made: the last good site stays.
    settings, mark = root / "mkdocs.yml", root / "macros" / "editions" / "mark.png"
    text = settings.read_text("utf-8")
    settings.write_text(f"{text}unheard_of: true\n", "utf-8")
    failed = run(root)
    assert failed.returncode != 0
    assert "unheard_of" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert everything(root / "site") == good
    settings.write_text(text, "utf-8")
    mark.unlink()
    assert run(root).returncode != 0
    assert everything(root / "site") == good
