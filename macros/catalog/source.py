"""One file's YAML, read strictly, with the line of every value."""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from macros.catalog.problems import Problem

Location = tuple[str | int, ...]

_FENCE = re.compile(r"^---[ \t]*$")
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Plain scalars that YAML 1.1, which MkDocs reads, takes for something other than text.
_TAGS = frozenset(("str", "int", "float", "bool", "null", "timestamp", "seq", "map"))
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_TRAP = re.compile(
    r"(?i:y|n|yes|no|on|off|~|null)|True|TRUE|False|FALSE"
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|[-+]?0[0-9_.]+|[-+]?0[box][0-9a-fA-F_]+|[-+]?[0-9][0-9]*_[0-9_]*"
    r"|[-+]?[0-9.]+[eE][-+]?[0-9]+|[-+]?\.[0-9]+|[-+]?[0-9]+\.|[-+]?\.(?i:inf|nan)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?"
)


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
    reader = _Reader(file, first_line)
    data = reader.value(node, ())
    return Source(file, data, reader.lines, problems=tuple(reader.problems))


class _Reader:
    """Turns YAML nodes into values; notes the line of each and what is unclear."""

    def __init__(self, file: PurePosixPath, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, location: Location) -> Any:
        self.lines.setdefault(location, node.start_mark.line + self.first_line)
        if id(node) in self.seen:
            self.refuse(node, "an anchor (& and *); write the value out")
            return None
        self.seen.add(id(node))
        if node.tag.removeprefix("tag:yaml.org,2002:") not in _TAGS:
            self.refuse(node, f"a tag ({node.tag}); write the value without it")
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*location, n)) for n, item in enumerate(node.value)]
        return self.scalar(node)

    def mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            line = key_node.start_mark.line + self.first_line
            if not isinstance(key, str) or key == "<<":
                self.refuse(key_node, "a key that is not a plain word")
                continue
            if not key_node.style and _TRAP.fullmatch(key):
                self.trap(key_node)
            if key in result:
                self.problems.append(Problem(self.file, line, f"`{key}` is given twice; keep one"))
            self.lines[(*location, key)] = line
            result[key] = self.value(value_node, (*location, key))
        return result

    def scalar(self, node: Any) -> Any:
        text = node.value
        if node.style:
            return text
        if text == "":
            return None
        if text in ("true", "false"):
            return text == "true"
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
        if _DATE.fullmatch(text):
            return self.day(node)
        if _TRAP.fullmatch(text):
            return self.trap(node)
        return text

    def day(self, node: yaml.Node) -> date | None:
        try:
            return date.fromisoformat(node.value)
        except ValueError:
            self.refuse(node, f"the day {node.value}, which no calendar has; correct it")
            return None

    def trap(self, node: yaml.Node) -> Any:
        line = node.start_mark.line + self.first_line
        message = f'put "{node.value}" in quotes; without them YAML reads something else'
        self.problems.append(Problem(self.file, line, message))
        return node.value

    def refuse(self, node: yaml.Node, what: str) -> None:
        line = node.start_mark.line + self.first_line
        self.problems.append(Problem(self.file, line, f"found {what}"))
