"""Projects to measure: Ripple's own content, and copies of it with fewer or more pages."""

import re
import shutil
from itertools import cycle
from pathlib import Path

from tests.helpers.projects import ROOT

OWN = 0  # as many pages as there are
SIZES = (OWN, 100, 1000, 4000)
FOLDERS = ("data", "docs", "macros", "overrides")
RECORDS = ("docs/practices", "docs/articles")  # what there is more of when a site grows
SPARE = ("docs/contribute", "docs/articles")  # what a smaller site is without
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]+)\)")
_NAMES = re.compile(r"(?m)^(title|summary): (\"?)")


def own(place: Path) -> Path:
    """A copy of the project as it is."""
    for folder in FOLDERS:
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, place / folder, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", place)
    return place


def sized(place: Path, size: int) -> Path:
    """A copy of the project with so many pages; with OWN, as it is.

    It grows by practices and articles under new ids and titles, with their calls and footnotes. It
    is made smaller by leaving out pages that no record needs; links to them become plain words.
    Raises ValueError where that does not suffice.
    """
    root = own(place)
    if size == OWN:
        return root
    (root / "data" / "addresses.yml").unlink()  # these pages were never published
    shrink(root, len(pages(root)) - size)
    grow(root, size - len(pages(root)))
    return root


def pages(root: Path) -> list[Path]:
    """Every page of a project."""
    return sorted((root / "docs").rglob("*.md"))


def records(root: Path) -> list[Path]:
    """Every practice and article of a project."""
    return [p for folder in RECORDS for p in sorted((root / folder).glob("*.md")) if _record(p)]


def shrink(root: Path, many: int) -> None:
    """Leave out so many pages, the first page of a folder last."""
    spare = [path for folder in SPARE for path in sorted((root / folder).glob("*.md"))]
    spare.sort(key=_record, reverse=True)
    if many > len(spare):
        raise ValueError(f"a project can be made smaller by {len(spare)} pages at most")
    gone = set(spare[: max(many, 0)])
    for path in gone:
        path.unlink()
    for path in pages(root) if gone else ():
        path.write_text(_unlinked(path, gone), "utf-8")


def grow(root: Path, many: int) -> None:
    """Add so many copies of practices and articles, in turn."""
    if many <= 0:
        return
    originals = records(root)
    for number, path in zip(range(many), cycle(originals), strict=False):
        turn = 2 + number // len(originals)
        text = _NAMES.sub(rf"\1: \g<2>{turn}-", path.read_text("utf-8"))
        path.with_stem(f"{path.stem}-{turn}").write_text(text, "utf-8")


def _record(path: Path) -> bool:
    return path.stem != "index"


def _unlinked(path: Path, gone: set[Path]) -> str:
    def words(match: re.Match[str]) -> str:
        target = (path.parent / match[2].partition("#")[0]).resolve()
        return match[1] if target in gone else match[0]

    return _LINK.sub(words, path.read_text("utf-8"))
