"""One file as read: its values with their lines, its prose, and what is unclear in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from macros.catalog.problems import Problem
from macros.catalog.reading.file import read_text
from macros.catalog.reading.strict_yaml import Location, StrictYaml
from macros.catalog.reading.yaml_messages import DOT, DOTTED, meaning

# As MkDocs and Zensical split a page; a page that they would split elsewhere is refused.
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(---|\.\.\.)[ \t]*\n", re.S)
_BLANK = re.compile(r"FILL IN\b[^\"|]*")
_PLAIN_LINE = re.compile(r"(?:[A-Za-z_]+:(?: |$)|#|-|$| )[^\t]*")


DEEPEST = 8  # lists within lists


@dataclass(frozen=True)
class SourceFile:
    """One file as read. `data` is None where the file cannot be read at all."""

    file: PurePosixPath
    data: Any = None
    lines: dict[Location, int] = field(default_factory=dict)
    body: str = ""
    offset: int = 0
    problems: tuple[Problem, ...] = ()
    ids: frozenset[str] = frozenset()  # of records that others may name while this file has blanks

    def line(self, location: Location) -> int:
        """The line of a value, or of the nearest thing around it that has one."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 1)

    def problem(self, location: Location, message: str) -> Problem:
        """A problem with the value at this place."""
        return Problem(self.file, self.line(location), message)


def read_data(root: Path, file: PurePosixPath) -> SourceFile:
    """Read a YAML file. `file` is relative to `root`."""
    text, problems = read_text(root, file)
    if problems:
        return SourceFile(file, problems=problems)
    source = _parsed(file, text, first_line=1)
    if blanks := tuple(_blanks(file, text)):
        return SourceFile(file, problems=blanks, ids=frozenset(source.data or ()))
    return source


def read_page(root: Path, file: PurePosixPath) -> SourceFile:
    """Read a Markdown page: front matter as data, the rest as body."""
    text, problems = read_text(root, file)
    problems = problems or tuple(_blanks(file, text))
    if problems:
        return SourceFile(file, problems=problems)
    found = _FRONT.match(text)
    if found is None or found[2] != "---":
        message = (
            "no front matter; begin the page with a line ---, then title and summary, then ---"
        )
        return SourceFile(file, body=text, problems=(Problem(file, 1, message),))
    front = found[1].removesuffix("\n")
    body, offset = text[found.end() :], front.count("\n") + 3
    odd = tuple(_odd_lines(file, front))
    source = _parsed(file, front, first_line=2)
    problems = odd + source.problems
    if not problems and not _builders_agree(front, source.data):
        message = "the builder would read these facts otherwise; put them in quotes"
        problems = (Problem(file, 2, message),)
    return SourceFile(file, source.data, source.lines, body, offset, problems)


def _odd_lines(file: PurePosixPath, front: str) -> Iterator[Problem]:
    """Front matter is plain, so that no builder takes it for page text; and it holds no call."""
    for number, line in enumerate(front.split("\n"), 2):
        if "{" in line or "}" in line:
            yield Problem(file, number, "braces are not allowed here; write it in words")
        elif DOT.match(line):
            yield Problem(file, number, DOTTED)
        elif not _PLAIN_LINE.fullmatch(line):
            message = "begin with a key and a colon, or with spaces; no tabs"
            yield Problem(file, number, message)


def _builders_agree(front: str, data: Any) -> bool:
    """Whether the builders, which read YAML more freely, get the same facts."""
    try:
        return bool(yaml.load(front, Loader=yaml.CSafeLoader) == data)
    except (yaml.YAMLError, ValueError, TypeError):
        return False


def _blanks(file: PurePosixPath, text: str) -> Iterator[Problem]:
    """What a skeleton leaves to its writer. As long as there is a blank, nothing else is asked."""
    lines = text.split("\n") if _BLANK.search(text) else []
    for number, content in enumerate(lines, 1):
        if match := _BLANK.search(content):
            blank = match[0].rstrip()
            yield Problem(file, number, f"`{blank}` is still blank; write it, or leave it out")


def _parsed(file: PurePosixPath, text: str, first_line: int) -> SourceFile:
    try:
        if refused := tuple(_unsafe(file, text, first_line)):
            return SourceFile(file, problems=refused)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line, message = meaning(error, text)
        return SourceFile(file, problems=(Problem(file, first_line + line, message),))
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        return SourceFile(file, problems=(Problem(file, first_line, f"not YAML: {reason}"),))
    if not isinstance(node, yaml.MappingNode):
        message = "expected keys and values, such as title: …"
        return SourceFile(file, problems=(Problem(file, first_line, message),))
    reader = StrictYaml(file, text, first_line)
    data = reader.value(node, ())
    return SourceFile(file, data, reader.lines, problems=tuple(reader.problems))


def _unsafe(file: PurePosixPath, text: str, first_line: int) -> Iterator[Problem]:
    """What must not reach a loader that builds values: tags, and lists within lists without end."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            yield Problem(file, line, "lists within lists without end; write it flat")
            return
        if tag := getattr(event, "tag", None):
            yield Problem(file, line, f"found a tag ({tag}); write the value without it")
