"""Someone can begin a library on another subject: lists, pages and rules are data."""

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.projects import ROOT, buildable, copy_settings

PAGE = "---\ntitle: {title}\nsummary: The page {title}.\n---\n\nSome words.\n"


def project(folder: Path) -> Path:
    """Two pages and empty folders of data, with the settings and the frame of this project."""
    root = folder / "knots"
    (root / "docs").mkdir(parents=True)
    for kind in ("studies", "claims", "helplines"):
        (root / "data" / kind).mkdir(parents=True)
    for name, title in (("index", "Knots"), ("reef", "The reef knot")):
        (root / "docs" / f"{name}.md").write_text(PAGE.format(title=title), "utf-8")
    copy_settings(root, "")
    (root / "data" / "strings.yml").write_bytes((ROOT / "data" / "strings.yml").read_bytes())
    return buildable(root)


def test_two_pages_and_no_data_pass_and_build(tmp_path: Path) -> None:
    root = project(tmp_path)
    environment = {**os.environ, "PYTHONPATH": ".", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "macros", "build"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "site/ is ready\n"), done.stderr
    page = (root / "site/reef/index.html").read_text("utf-8")
    assert "<h1>The reef knot</h1>" in page
    assert "Some words." in page
