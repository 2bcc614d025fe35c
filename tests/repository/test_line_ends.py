"""A checkout has the same bytes everywhere: shell and make read no line that ends as on Windows."""

import os
import subprocess
from pathlib import Path

from tests.helpers.projects import ROOT

# One of each kind: text for a shell, for make, of pages and data, and what is no text.
KINDS = ("tools/*.sh", "Makefile", "docs/*.md", "data/*.yml", "docs/**/*.png", "docs/**/*.woff2")


def git(folder: Path, *command: str) -> None:
    given = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for who in ("AUTHOR", "COMMITTER"):
        given |= {f"GIT_{who}_NAME": "A", f"GIT_{who}_EMAIL": "a@example.org"}
    subprocess.run(["git", *command], cwd=folder, env=os.environ | given, check=True)  # noqa: S607


def checked_out(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """The same files after a commit and a checkout by a git that is set as on Windows."""
    here, there = folder / "here", folder / "there"
    for name, content in files.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_bytes(content)
    git(folder, "init", "--quiet", "here")
    git(here, "add", "--all")
    git(here, "commit", "--quiet", "--message", "all: begin")
    windows = ("-c", "core.autocrlf=true", "-c", "core.eol=crlf")
    git(folder, *windows, "clone", "--quiet", "here", "there")
    return {name: (there / name).read_bytes() for name in files}


def test_a_checkout_as_on_windows_has_the_same_bytes(tmp_path: Path) -> None:
    names = [str(next(ROOT.glob(kind)).relative_to(ROOT)) for kind in KINDS]
    files = {name: (ROOT / name).read_bytes() for name in names}
    (tmp_path / "without").mkdir()
    assert checked_out(tmp_path / "without", files) != files  # so that git does change them
    (tmp_path / "with").mkdir()
    files[".gitattributes"] = (ROOT / ".gitattributes").read_bytes()
    assert checked_out(tmp_path / "with", files) == files
