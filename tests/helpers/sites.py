"""The real site, as the commands of the Makefile build it."""

import os
import subprocess
import sys
from pathlib import Path

from macros.components.context import now
from tests.helpers.projects import ROOT

MKDOCS = ("mkdocs", "build", "--strict")
ZENSICAL = ("zensical", "build", "--clean", "--strict")
ADDRESS = "https://example.org/ripple/"
GIVEN = {
    "SITE_URL": ADDRESS,
    "REPOSITORY": "https://example.org/repository",
    "CONTACT": "mailto:someone@example.org",
}
SETTINGS = (*GIVEN, "OFFLINE", "DOWNLOADS", "POLICY")  # unset unless a build gives them


def build(builder: tuple[str, ...], place: Path, **settings: str) -> Path:
    """Build the real site and finish it as `make` does; return where it is."""
    inside = Path("build", f"test-{os.getpid()}")  # Zensical builds inside the project only
    environment = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    environment |= {"PYTHONPATH": ".", "NO_MKDOCS_2_WARNING": "1"}
    environment |= {"SITE_DIR": str(inside), "BUILT": f"{now():%Y-%m-%d} UTC", **settings}
    complete = (sys.executable, "-m", "macros", "complete", str(inside))
    finish = ("sh", "tools/finish.sh", str(inside), str(place))
    for command in ((sys.executable, "-m", *builder), complete, finish):
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return place


def run_editions(root: Path) -> subprocess.CompletedProcess[str]:
    """Make pages and copies of the small project, as `make editions` does."""
    command = [sys.executable, "-m", "macros", "editions"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
