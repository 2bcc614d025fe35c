"""Files of a project of another language, and where each of their lines comes from."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

import yaml

from macros.catalog.problems import Problem
from macros.catalog.reading.source import SourceFile
from macros.catalog.reading.strict_yaml import Location

_TEXT = "tag:yaml.org,2002:str"
WIDTH = 1_000_000  # characters of a line: each value stands on a line of its own


class _Quoted(str):
    """A text that is written in quotes, so that nothing reads it as a number or a date."""


class _Dumper(yaml.CSafeDumper):
    """Writes texts in quotes, and what stands in two places twice."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Whether a value is written out again: always."""
        return True


_Dumper.add_representer(
    _Quoted, lambda dumper, text: dumper.represent_scalar(_TEXT, str(text), style='"')
)


def written(data: Any) -> str:
    """Values as YAML, each on a line of its own."""
    text: str = yaml.dump(
        _quoted(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH
    )
    return text


def front_matter(data: Any) -> str:
    """Values as the front matter of a page."""
    return f"---\n{written(data)}---\n"


def _quoted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _quoted(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_quoted(inner) for inner in value]
    return _Quoted(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Origin:
    """The translation that a file was made of, and the line of it that each line comes from.

    `head` is the text of the values as written; `places` are the lines below them, 0 for English.
    Without sources the file is the translation itself.
    """

    file: PurePosixPath
    source: SourceFile | None = None
    english: SourceFile | None = None
    head: str = ""
    places: list[int] | None = None

    def told(self, problem: Problem) -> Problem:
        """A problem with the file and line that a writer can change."""
        if self.source is None or self.english is None:
            return Problem(self.file, problem.line, problem.message)
        below = problem.line - self.head.count("\n") - 1
        if self.places is not None and below >= 0:
            place = self.places[min(below, len(self.places) - 1)]
            return Problem(self.file, place or 1, problem.message)
        for location in self._locations.get(problem.line, ()):
            near = location
            while near and near not in self.source.lines:
                near = near[:-1]  # the record that an English value belongs to
            if near:
                return Problem(self.file, self.source.lines[near], problem.message)
        for location in self._locations.get(problem.line, ()):
            if location and location in self.english.lines:
                line = self.english.lines[location]
                return Problem(self.english.file, line, problem.message)
        return Problem(self.file, 1, problem.message)

    @cached_property
    def _locations(self) -> dict[int, list[Location]]:
        """The places of the values that begin on each line, the innermost first."""
        found: dict[int, list[Location]] = {}
        node = yaml.compose(self.head.removeprefix("---\n").removesuffix("---\n"), yaml.CSafeLoader)
        first = 2 if self.head.startswith("---\n") else 1
        _note(node, (), first, found)
        return {line: sorted(places, key=len, reverse=True) for line, places in found.items()}


def _note(node: Any, at: Location, first: int, found: dict[int, list[Location]]) -> None:
    found.setdefault(node.start_mark.line + first, []).append(at)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found.setdefault(key.start_mark.line + first, []).append((*at, key.value))
            _note(value, (*at, key.value), first, found)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            _note(value, (*at, number), first, found)
