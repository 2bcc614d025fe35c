"""The text of one file, or what keeps it from being read."""

import re
import stat
from pathlib import Path, PurePosixPath

from macros.catalog.problems import Problem
from macros.catalog.reading.strict_yaml import INVISIBLE
from macros.catalog.safety.limits import LONGEST_LINE

# Each sign of a list takes the spaces after it, so that there is one way only to read a line.
_TOO_DEEP = re.compile(
    r"(?: {4}|\t){11}|(?:[^\[]*\[){100}|[ \t]*(?:(?:[-*+]|[0-9]+[.)])[ \t]+|>[ \t]*){9}"
)
_GAP = re.compile(r"[ \t]{100}")
_MERGE = ("<<<<<<< ", ">>>>>>> ")


def is_plain(path: Path) -> bool:
    """Whether a path is a file itself: no link, no folder, no pipe, no device."""
    return path.exists() and stat.S_ISREG(path.lstat().st_mode)


def read(root: Path, file: PurePosixPath, most: int) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file of at most so many bytes, or why it cannot be read: then no text."""
    if (root / file).stat().st_size > most:
        return "", (Problem(file, 1, f"the file is larger than {most:,} bytes; split it"),)
    raw = (root / file).read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", (Problem(file, line, "not UTF-8 text; save the file as UTF-8"),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for number, content in enumerate(text.split("\n"), 1):
        if INVISIBLE.search(content):
            return "", (Problem(file, number, "an invisible sign; delete it"),)
        if content.startswith(_MERGE):
            message = (
                "two versions met here; keep the right lines, and delete the signs around them"
            )
            return "", (Problem(file, number, message),)
        if len(content) > LONGEST_LINE or _TOO_DEEP.match(content) or _GAP.search(content):
            return "", (Problem(file, number, "the line is too long or too deep; break it up"),)
    return text, ()
