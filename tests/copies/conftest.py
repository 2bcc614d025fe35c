"""Copies, made once for all tests: every one of the small project, and some of the real one."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.load import load
from macros.components import downloads
from macros.editions import folders
from macros.editions.copies import epub, zim, zip_file
from macros.editions.site import Site
from tests.helpers.offline_copy import copy
from tests.helpers.projects import SETTINGS, buildable, copy_of_fixture
from tests.helpers.shared import shared
from tests.helpers.sites import ADDRESS, MKDOCS, run_editions, site_in

Made = dict[PurePosixPath, bytes]


def small_project(folder: Path) -> None:
    """Make the small project and its copies, as `make editions` does."""
    done = run_editions(buildable(copy_of_fixture(folder)))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def small_release() -> Path:
    """The small project after `make editions`: pages and copies are in its folder `site`."""
    return shared("small release", small_project) / "project"


@pytest.fixture(scope="session")
def other_release() -> Path:
    """The same, made again in another place."""
    return shared("another small release", small_project) / "project"


@pytest.fixture(scope="session")
def small_disk() -> Site:
    """The small project as a copy for disks."""

    def make(folder: Path) -> None:
        root = buildable(copy_of_fixture(folder))
        settings = {"OFFLINE": "true", "SITE_DIR": "out", "PYTHONPATH": ".", "SITE_URL": ADDRESS}
        settings |= {"BUILT": f"{SETTINGS.today} UTC", "NO_MKDOCS_2_WARNING": "1"}
        for command in (MKDOCS, ("macros", "complete", "out")):
            done = subprocess.run(
                [sys.executable, "-m", *command],
                cwd=root,
                env=os.environ | settings,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr

    root = shared("small disk", make) / "project"
    return site_in(root / "out", load(root), ADDRESS)


@pytest.fixture(scope="session")
def small_copies(small_release: Path) -> Made:
    """Every copy of the small project."""
    made = folders.read(small_release / "site" / "downloads")
    return {file: content for file, content in made.items() if file != downloads.CHECKSUMS}


def once(name: str, make: Callable[[], Made]) -> Path:
    """The folder of copies of the real project, which the first who asks for them makes."""
    return shared(name, lambda at: folders.write(at, make()))


@pytest.fixture(scope="session")
def zip_copy(disk: Site) -> Path:
    """The zip of the site."""
    return once("zip", lambda: zip_file.files(disk)) / downloads.ZIP


@pytest.fixture(scope="session")
def zim_copy(disk: Site) -> Path:
    """The ZIM file of the site."""
    return once("zim", lambda: zim.files(disk)) / downloads.ZIM


@pytest.fixture(scope="session")
def epub_copy(offline_site: Path) -> Path:
    """The book for e-readers."""
    return once("epub", lambda: epub.files(copy(offline_site, ADDRESS))) / downloads.EPUB
