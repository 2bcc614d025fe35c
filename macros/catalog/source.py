"""One file's YAML, read strictly, with the line of every value."""

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from macros.catalog.problems import Problem
from macros.catalog.strict import Location, Reader

_FENCE = re.compile(r"^---[ \t]*$")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Source:
    """One file as read: its values, the line of each, its prose and its problems."""

    file: PurePosixPath
    data: Any = None
    lines: dict[Location, int] = field(default_factory=dict)
    body: str = ""
    offset: int = 0
    problems: tuple[Problem, ...] = ()

    def line(self, location: Location) -> int:
        """The line of a value, or of the nearest thing around it that has one."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, location: Location, message: str) -> Problem:
        """A problem with the value at this place."""
        return Problem(self.file, self.line(location), message)


def read_data(root: Path, file: PurePosixPath) -> Source:
    """Read a YAML file. `file` is relative to `root`."""
    text, problems = _decoded(root, file)
    return Source(file, problems=problems) if problems else _parsed(file, text, first_line=1)


def read_page(root: Path, file: PurePosixPath) -> Source:
    """Read a Markdown page: front matter as data, the rest as body."""
    text, problems = _decoded(root, file)
    if problems:
        return Source(file, problems=problems)
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines) if number and _FENCE.match(line)]
    if not _FENCE.match(lines[0]) or not ends:
        message = (
            "no front matter; begin the page with a line ---, then title and summary, then ---"
        )
        return Source(file, body=text, problems=(Problem(file, 1, message),))
    end = ends[0]
    source = _parsed(file, "\n".join(lines[1:end]), first_line=2)
    body = "\n".join(lines[end + 1 :])
    return Source(file, source.data, source.lines, body, end + 1, source.problems)


def _decoded(root: Path, file: PurePosixPath) -> tuple[str, tuple[Problem, ...]]:
    raw = (root / file).read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return "", (Problem(file, line, "not UTF-8 text; save the file as UTF-8"),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for number, content in enumerate(text.split("\n"), 1):
        if re.search(
            r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069]", content
        ):
            return "", (Problem(file, number, "an invisible control character; delete it"),)
    return text, ()


def _parsed(file: PurePosixPath, text: str, first_line: int) -> Source:
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        return Source(file, problems=(Problem(file, line, f"not YAML: {error.problem}"),))
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        return Source(file, problems=(Problem(file, first_line, f"not YAML: {reason}"),))
    if not isinstance(node, yaml.MappingNode):
        message = "expected keys and values, such as title: …"
        return Source(file, problems=(Problem(file, first_line, message),))
    reader = Reader(file, first_line)
    data = reader.value(node, ())
    return Source(file, data, reader.lines, problems=tuple(reader.problems))
