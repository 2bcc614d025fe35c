"""Copies, made once for all tests: every one of the small project, and some of the real one."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.catalog import Catalog
from macros.catalog.load import load
from macros.components import downloads
from macros.editions import folders
from macros.editions.copies import epub, zim, zip_file
from macros.editions.site import Site
from tests.helpers.any_host import project, run
from tests.helpers.offline_copy import built_on
from tests.helpers.picks import Guided, guided
from tests.helpers.projects import SETTINGS
from tests.helpers.shared import shared
from tests.helpers.sites import ADDRESS, MKDOCS, site_in, small_project_with_copies

Made = dict[PurePosixPath, bytes]


@pytest.fixture(scope="session")
def other_release() -> Path:
    """The same, made again in another place."""
    return shared("another small release", small_project_with_copies) / "project"


@pytest.fixture(scope="session")
def small_disk() -> Site:
    """The small project as a copy for disks."""

    def make(folder: Path) -> None:
        root = project(folder)
        given = {"OFFLINE": "true", "SITE_DIR": "out", "SITE_URL": ADDRESS}
        for command in (MKDOCS, ("macros", "complete", "out")):
            run(root, command, **given, BUILT=f"{SETTINGS.today} UTC")

    root = shared("small disk", make) / "project"
    return site_in(root / "out", load(root), ADDRESS)


@pytest.fixture(scope="session", params=["small", pytest.param("real", marks=pytest.mark.audit)])
def disk(request: pytest.FixtureRequest) -> Site:
    """A copy for disks of which other copies are made; in the audit, that of the real project."""
    name = "small_disk" if request.param == "small" else "real_disk"
    site: Site = request.getfixturevalue(name)
    return site


@pytest.fixture(scope="session")
def catalog(disk: Site) -> Catalog:
    """The records of that copy."""
    return disk.catalog


@pytest.fixture(scope="session")
def practices(disk: Site) -> list[Guided]:
    """The practices of that copy."""
    return guided(disk.catalog, disk.folder)


@pytest.fixture(scope="session")
def small_copies(small_release: Path) -> Made:
    """Every copy of the small project."""
    made = folders.read(small_release / "site" / "downloads")
    return {file: content for file, content in made.items() if file != downloads.CHECKSUMS}


def once(name: str, disk: Site, make: Callable[[Site], Made]) -> Path:
    """The folder of copies of a project, which the first who asks for them makes."""
    return shared(f"{name} of {disk.folder.name}", lambda at: folders.write(at, make(disk)))


@pytest.fixture(scope="session")
def zip_copy(disk: Site) -> Path:
    """The zip of the site."""
    return once("zip", disk, zip_file.files) / downloads.ZIP


@pytest.fixture(scope="session")
def zim_copy(disk: Site) -> Path:
    """The ZIM file of the site."""
    return once("zim", disk, zim.files) / downloads.ZIM


@pytest.fixture(scope="session")
def epub_copy(disk: Site) -> Path:
    """The book for e-readers."""
    return once("epub", disk, lambda disk: epub.files(built_on(disk, ADDRESS))) / downloads.EPUB
