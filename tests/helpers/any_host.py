"""The small project, built as by any host that knows nothing of ours."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from macros.catalog.kinds import HELPLINES
from macros.catalog.load import load
from macros.catalog.models.care import Country
from tests.helpers.projects import DAY, SETTINGS, buildable, confirm_country, copy_of_fixture
from tests.helpers.shared import shared
from tests.helpers.sites import MKDOCS, ZENSICAL, small_project_with_copies
from tools.other_builders import UNSET

BUILDERS = {
    "mkdocs": MKDOCS[:2],
    "zensical": ZENSICAL[:2],
    "editions": ("macros", "build", "--copies"),
}


def run(root: Path, builder: tuple[str, ...], **settings: str) -> None:
    """Build a project with no setting but these, and the day of all tests."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    kept |= {"PYTHONPATH": ".", "SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1", **settings}
    command = [sys.executable, "-m", *builder]
    done = subprocess.run(command, cwd=root, env=kept, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def project(folder: Path) -> Path:
    """The small project, ready to be built."""
    return buildable(copy_of_fixture(folder))


def making(name: str, *, confirmed: bool) -> Callable[[Path], None]:
    """What makes the site of the small project with one of the builders."""

    def make(folder: Path) -> None:
        root = project(folder)
        if confirmed:
            confirm_country(root)
        run(root, BUILDERS[name])

    return make


def built(name: str, *, confirmed: bool) -> tuple[Country, Path]:
    """The country of the small project, and its site."""
    if (name, confirmed) == ("editions", False):  # what other tests look at, too
        root = shared("small release", small_project_with_copies) / "project"
    else:
        state = "confirmed" if confirmed else "unconfirmed"
        root = shared(f"{state} {name}", making(name, confirmed=confirmed)) / "project"
    return load(root, SETTINGS.today)[HELPLINES]["zz"], root / "site"
