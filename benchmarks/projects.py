"""Projects to measure: Ripple with as many pages as wanted, and the same words in stock Material.

Stock is Material as it comes: its own templates and search, and the whole navigation on each page.
It has no macros: it gets plain pages, in which the work of macros is already done.
"""

import re
import shutil
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from benchmarks.measure import run

ROOT = Path(__file__).parent.parent
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
COMPLETE = [sys.executable, "-m", "macros", "complete", "site"]
OWN = 0  # as many pages as there are
RECORDS = ("docs/practices", "docs/articles")  # what there is more of when a site grows
LOOK = ("theme", "extra_css", "extra_javascript", "extra", "INHERIT")
ASSETS = ("fonts", "scripts", "styles")
_NAMES = re.compile(r"(?m)^(title|summary): (\"?)")
_HOOK = "INHERIT: mkdocs.yml\nhooks: [{hook}]\n"


def own(place: Path) -> Path:
    """A copy of the project as it is."""
    for folder in ("data", "docs", "macros", "overrides"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, place / folder, ignore=ignore)
    shutil.copy(ROOT / "mkdocs.yml", place)
    return place


def pages(root: Path) -> list[Path]:
    """Every page of a project."""
    return sorted((root / "docs").rglob("*.md"))


def grow(root: Path, size: int) -> None:
    """Add practices and articles, under new ids and titles, until there are so many pages."""
    originals = [
        path
        for folder in RECORDS
        for path in sorted((root / folder).glob("*.md"))
        if path.stem != "index"
    ]
    more = range(size - len(pages(root)))
    for number, path in zip(more, cycle(originals), strict=False):
        turn = 2 + number // len(originals)
        text = _NAMES.sub(rf"\1: \g<2>{turn}-", path.read_text("utf-8"))
        path.with_stem(f"{path.stem}-{turn}").write_text(text, "utf-8")


def sized(place: Path, size: int) -> Path:
    """A copy of the project with at least so many pages; with OWN, as it is."""
    root = own(place)
    grow(root, size)
    return root


def plain(root: Path, place: Path) -> Path:
    """The pages of a project as plain Markdown, in a folder `docs` below `place`.

    What it takes to find out builds the site of the project.
    """
    shutil.copytree(root / "docs", place / "docs")
    settings = root / "mkdocs-pages.yml"
    settings.write_text(_HOOK.format(hook=Path(__file__).with_name("plain_pages.py")), "utf-8")
    command = [*MKDOCS, "--config-file", settings.name]
    run(command, root, PLAIN_PAGES=str(place / "docs"))
    settings.unlink()
    return place


def stock(root: Path, plain: Path, place: Path, **theme: Any) -> Path:
    """A project of plain pages in stock Material; `theme` adds to its settings."""
    text = (root / "mkdocs.yml").read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, get_yaml_loader())  # noqa: S506  (our own)
    kept = {key: value for key, value in found.items() if key not in (*LOOK, "watch")}
    for key in ("plugins", "markdown_extensions"):
        entries = [(next(iter(e)) if isinstance(e, dict) else e, e) for e in found[key]]
        kept[key] = [entry for name, entry in entries if name.partition(".")[0] != "macros"]
    kept |= {"theme": {"name": "material", "font": False, **theme}, "site_dir": "site"}
    shutil.copytree(plain / "docs", place / "docs", ignore=shutil.ignore_patterns(*ASSETS))
    (place / "mkdocs.yml").write_text(yaml.safe_dump(kept), "utf-8")
    return place


def built(root: Path, *commands: list[str]) -> Path:
    """The site of a project: by MkDocs, and by what comes after it."""
    for command in (MKDOCS, *commands):
        run(command, root)
    return root / "site"
