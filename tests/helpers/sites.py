"""Sites, as the commands of the Makefile build them."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from macros.catalog.catalog import Catalog
from macros.check import Opener
from macros.editions.site import Site
from macros.project import Project
from macros.release import build_site
from macros.settings import Settings
from tests.helpers.projects import ROOT, SETTINGS, buildable, copy_of_fixture
from tools.other_builders import UNSET

MKDOCS = ("mkdocs", "build", "--strict")
ZENSICAL = ("zensical", "build", "--clean", "--strict")
ADDRESS = "https://example.org/ripple/"
GIVEN = {
    "SITE_URL": ADDRESS,
    "REPOSITORY": "https://example.org/repository",
    "CONTACT": "mailto:someone@example.org",
}
BOTH_BUILDERS = ("site", pytest.param("zensical_site", marks=pytest.mark.audit))  # by fixture


def build(builder: tuple[str, ...], place: Path, **settings: str) -> Path:
    """Build the real site and finish it as `make` does; return where it is."""
    inside = Path("build", f"test-{os.getpid()}")  # Zensical builds inside the project only
    environment = {name: value for name, value in os.environ.items() if name not in UNSET}
    environment |= {"PYTHONPATH": ".", "NO_MKDOCS_2_WARNING": "1"}
    environment |= {"SITE_DIR": str(inside), "BUILT": f"{SETTINGS.today} UTC", **settings}
    complete = ("macros", "complete", str(inside), "--place", str(place))
    for command in (builder, complete):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return place


def build_languages(root: Path, *, on_disk: bool = False, only_english: bool = False) -> Path:
    """Build the site of a project in all its languages, as `make site` does; return where it is."""
    opener = Opener()
    english = opener.open(root, replace(SETTINGS, site_url=ADDRESS))
    others = opener.languages(english)
    assert [*english.problems, *(p for each in others for p in each.problems)] == []
    projects = [] if only_english else [each.project for each in others]
    return build_site(english.project, projects, on_disk=on_disk)


def site_in(
    folder: Path, catalog: Catalog, address: str = "", built: datetime = SETTINGS.built
) -> Site:
    """A site in this folder, made of these records, at this address and time."""
    return Site(folder, Project(Settings(built, address), catalog))


def run_editions(root: Path) -> subprocess.CompletedProcess[str]:
    """Make pages and copies of the small project, as `make editions` does."""
    command = [sys.executable, "-m", "macros", "build", "--copies"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def small_project_with_copies(folder: Path) -> None:
    """Make the small project and its copies, as `make editions` does."""
    done = run_editions(buildable(copy_of_fixture(folder)))
    assert done.returncode == 0, done.stdout + done.stderr
