"""The small project and all its copies, made once: those of the real one take minutes."""

import os
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.load import load
from macros.editions import folders
from macros.editions.copies import all_copies
from macros.editions.site import Site
from tests.helpers.projects import SETTINGS, buildable, copy_of_fixture
from tests.helpers.shared import shared
from tests.helpers.sites import ADDRESS, MKDOCS, run_editions, site_in

Made = dict[PurePosixPath, bytes]


@pytest.fixture(scope="session")
def small_release() -> Path:
    """The small project after `make editions`: pages and copies are in its folder `site`."""

    def make(folder: Path) -> None:
        root = buildable(copy_of_fixture(folder))
        done = run_editions(root)
        assert done.returncode == 0, done.stdout + done.stderr

    return shared("small release", make) / "project"


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
def small_copies(small_disk: Site) -> Made:
    """Every copy of the small project, made apart from the release."""
    place = shared("small copies", lambda at: folders.write(at, all_copies(small_disk)))
    return folders.read(place)
