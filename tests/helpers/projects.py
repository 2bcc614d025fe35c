"""Small projects for tests: the fixture site with the settings of the real one."""

import json
import re
import shutil
from functools import cache
from pathlib import Path

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINES
from macros.catalog.load import load
from macros.check import Opener, check
from macros.project import Project
from macros.settings import Settings

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests" / "site"
# Every build in tests is of November 22, 2026: data grow stale with the years, and tests must not.
DAY = "1795305600"
SETTINGS = Settings.from_environment({"SOURCE_DATE_EPOCH": DAY})
NOT_COPIED = (
    ".git",
    ".venv",
    "node_modules",
    "build",
    "site",
    "site*-*",
    ".*_cache",
    ".hypothesis",
)


def problems(root: Path) -> list[str]:
    """Everything that the checker says of a project, as it says it."""
    return [str(problem) for problem in check(root, SETTINGS).problems]


def problems_of_languages(root: Path) -> list[str]:
    """The same of its translations; without a problem in English."""
    opener = Opener()
    english = opener.open(root, SETTINGS)
    found = [problem for each in opener.languages(english) for problem in each.problems]
    return [str(problem) for problem in (*english.problems, *found)]


def open_project(root: Path) -> Project:
    """A project as the door for builders opens it, so that extensions of Markdown know it."""
    return check(root, SETTINGS).project


@cache
def real_catalog() -> Catalog:
    """Every record of this repository, read once."""
    return load(ROOT)


def real_project() -> Project:
    """The project of this repository, on the day of the tests."""
    return Project(SETTINGS, real_catalog())


def copy_of_fixture(folder: Path) -> Path:
    """A copy of the fixture's pages and data, with the real settings; ready to be checked."""
    root = folder / "project"
    shutil.copytree(FIXTURE, root)
    copy_settings(root, "practices, articles")
    shutil.copy(ROOT / "data" / "strings.yml", root / "data")
    return root


def copy_of_project(folder: Path) -> Path:
    """A copy of this repository, without what is built or installed."""

    def ignored(place: str, names: list[str]) -> set[str]:
        top = shutil.ignore_patterns(*NOT_COPIED)(place, names) if Path(place) == ROOT else set()
        return {*top, *shutil.ignore_patterns("__pycache__", "node_modules")(place, names)}

    return Path(shutil.copytree(ROOT, folder / "copy", ignore=ignored))


def copy_settings(root: Path, menu: str) -> None:
    """Give a project the settings of the real one, but for the sections of its menu."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(
        re.sub(r"(?m)^  menu: .*", f"  menu: [[{menu}]]", text), "utf-8"
    )


def buildable(root: Path) -> Path:
    """Add what a builder needs besides: macros, templates, styles and scripts."""
    ignore = shutil.ignore_patterns("__pycache__")
    for folder in ("macros", "overrides"):
        shutil.copytree(ROOT / folder, root / folder, ignore=ignore)
    assets, own = ROOT / "docs" / "assets", root / "docs" / "assets"
    shutil.copytree(assets, own, dirs_exist_ok=True)
    manifest = own / "manifest.webmanifest"
    kept = json.loads(manifest.read_text("utf-8"))
    del kept["shortcuts"]  # to pages that the project does not have
    manifest.write_text(json.dumps(kept), "utf-8")
    return root


def confirm_country(root: Path, day: str = "2026-11-20") -> None:
    """Confirm the country of a small project, as somebody would who opened the pages on a day."""
    path = root / "data" / "helplines" / "zz.yml"
    mark = load(root)[HELPLINES]["zz"].mark
    said = f"confirmed: {{person: A. Person, source: own-page, day: {day}, of: {mark}}}\n"
    kept = re.sub(r"(?m)^confirmed: .*\n", "", path.read_text("utf-8"))
    path.write_text(kept + said, "utf-8")
