"""Files of a project that is made from others: written only where they changed."""

import os
import shutil
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Write a text, unless it stands there."""
    if not path.is_file() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def copy(source: Path, target: Path) -> None:
    """Copy a file with its time, unless that was done."""
    there = source.stat()
    if target.is_file():
        here = target.stat()
        if (here.st_size, here.st_mtime_ns) == (there.st_size, there.st_mtime_ns):
            return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


def link(source: Path, target: Path) -> None:
    """Let a folder be seen in another place; where the system has no links, a copy of it."""
    if not source.is_dir() or target.is_symlink():
        return
    try:
        # A relative link still holds when the whole project is moved.
        target.symlink_to(os.path.relpath(source, target.parent), target_is_directory=True)
    except OSError:
        shutil.copytree(source, target, dirs_exist_ok=True)
