"""The same pages, already rendered, under other looks and builders: projects made of plain pages.

Stock Material is Material as it comes: its own templates, search, and the whole navigation on each
page. Hugo has a theme of a few lines; it shows how fast any builder can be, not how well it reads.
"""

import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from tests.helpers.projects import ROOT

ASSETS = ("fonts", "scripts", "styles")
LOOK = ("theme", "extra_css", "extra_javascript", "extra")
OURS = "macros"  # not needed where nothing is left to render
HUGO = Path(__file__).with_name("hugo")


def settings(root: Path = ROOT) -> dict[str, Any]:
    """The settings of a project, with what is set from outside resolved, and without what only
    a preview needs.
    """
    text = (root / "mkdocs.yml").read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, get_yaml_loader())  # noqa: S506  (our own)
    found.pop("watch")
    return {**found, "site_dir": "site"}


def look(plain: Path, place: Path) -> Path:
    """Plain pages in Ripple's look: no macros, no checks, no footnotes of ours."""
    shutil.copytree(plain / "docs", place / "docs")
    shutil.copytree(ROOT / "overrides", place / "overrides")
    return written(place, _plain(settings()))


def stock(plain: Path, place: Path, **theme: Any) -> Path:
    """Plain pages in stock Material; `theme` adds to its settings."""
    shutil.copytree(plain / "docs", place / "docs", ignore=shutil.ignore_patterns(*ASSETS))
    return written(place, bare(_plain(settings()), **{"font": False, **theme}))


def hugo(plain: Path, place: Path) -> Path:
    """Plain pages for Hugo, where the first page of a folder has another name."""
    shutil.copytree(HUGO, place)
    shutil.copytree(plain / "docs", place / "content", ignore=shutil.ignore_patterns(".*"))
    (place / "static").mkdir()
    (place / "content" / "assets").rename(place / "static" / "assets")
    for path in list((place / "content").rglob("index.md")):
        path.rename(path.with_name("_index.md"))
    return place


def bare(found: dict[str, Any], **theme: Any) -> dict[str, Any]:
    """Settings with Material as it comes in place of our look; `theme` adds to its settings."""
    kept = {key: value for key, value in found.items() if key not in LOOK}
    return {**kept, "theme": {"name": "material", **theme}}


def written(place: Path, values: dict[str, Any]) -> Path:
    """Give a project its settings."""
    (place / "mkdocs.yml").write_text(yaml.safe_dump(values), "utf-8")
    return place


def _plain(found: dict[str, Any]) -> dict[str, Any]:
    """Settings without what calls macros or reads data."""
    kept = dict(found)
    for key in ("plugins", "markdown_extensions"):
        entries = [(next(iter(e)) if isinstance(e, dict) else e, e) for e in found[key]]
        kept[key] = [entry for name, entry in entries if name.partition(".")[0] != OURS]
    return kept
