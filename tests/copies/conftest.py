"""Copies, made once for all tests: every one of the small project, and some of the real one."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from macros.components import downloads
from macros.editions import folders
from macros.editions.copies import epub, zim, zip_file
from macros.editions.site import Site
from tests.helpers.offline_copy import copy
from tests.helpers.projects import buildable, copy_of_fixture
from tests.helpers.shared import shared
from tests.helpers.sites import ADDRESS, run_editions

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
