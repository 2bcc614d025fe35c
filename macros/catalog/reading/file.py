"""The text of one file, or what keeps it from being read."""

import stat
from pathlib import Path, PurePosixPath

from macros.catalog.allowed.limits import size_fault
from macros.catalog.problems import Problem
from macros.catalog.reading.strict_yaml import INVISIBLE

_MERGE_MARKS = ("<<<<<<< ", ">>>>>>> ")


def is_regular_file(path: Path) -> bool:
    """Whether a path is a file itself: no link, no folder, no pipe, no device."""
    return path.exists() and stat.S_ISREG(path.lstat().st_mode)


def read_text(root: Path, file: PurePosixPath) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, or why it cannot be read: then no text."""
    if message := size_fault(root, file):
        return "", (Problem(file, 1, message),)
    raw = (root / file).read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", (Problem(file, line, "not UTF-8 text; save the file as UTF-8"),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for number, content in enumerate(text.split("\n"), 1):
        if INVISIBLE.search(content):
            return "", (Problem(file, number, "an invisible character; delete it"),)
        if content.startswith(_MERGE_MARKS):
            message = (
                "two versions met here; keep the right lines, and delete the marks around them"
            )
            return "", (Problem(file, number, message),)
    return text, ()
