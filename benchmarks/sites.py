"""Ripple's own content as sites: as published, and in stock Material; each kind of page in both."""

import sys
from pathlib import Path

from benchmarks import others, projects
from benchmarks.running import run
from tests.conftest import MKDOCS, build
from tests.helpers.projects import ROOT

LIMIT = 900
# One page of each kind, by its address.
KINDS = {
    "front": "",
    "need": "needs/sad/",
    "practice": "practices/give-something-small/",
    "practices": "practices/",
    "article": "articles/does-kindness-spread/",
    "ripples": "ripples/",
    "claims": "evidence/claims/",
    "help": "help/",
    "acts": "acts/",
    "year": "rhythm/",
    "log": "rhythm/log/",
    "download": "download/",
}


def ripple(folder: Path) -> Path:
    """Ripple as `make site` builds it."""
    return build(MKDOCS, folder / "ripple")


def ready(folder: Path, size: int = projects.OWN) -> tuple[Path, Path]:
    """A project of so many pages, and its pages as plain Markdown."""
    root, plain = folder / f"project-{size}", folder / f"plain-{size}"
    projects.sized(root, size)
    program = [sys.executable, "-m", "benchmarks.plain", str(plain)]
    run(program, root, LIMIT, PYTHONPATH=str(ROOT))
    return root, plain


def built(root: Path, *, complete: bool = False, **settings: str) -> Path:
    """The site of a project; `settings` are environment variables."""
    run([sys.executable, "-m", *MKDOCS, "--quiet"], root, LIMIT, **settings)
    if complete:
        run([sys.executable, "-m", "macros", "complete", "site"], root, LIMIT)
    return root / "site"


def stock(folder: Path, plain: Path, *, fonts: bool = False) -> Path:
    """Plain pages in stock Material; with its fonts from elsewhere, or without."""
    theme = {"font": {"text": "Roboto", "code": "Roboto Mono"}} if fonts else {}
    return built(others.stock(plain, folder / f"stock{'-fonts' * fonts}", **theme))
