"""Values from YAML nodes, read strictly: nothing is guessed, every value keeps its line."""

import re
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import yaml

from macros.catalog.problems import Problem

Location = tuple[str | int, ...]

_LOST = re.compile(r",?[ \t]+#")  # what YAML takes for a comment
_LOST_ABOVE = re.compile(r"[|>][-+0-9]*[ \t]+#")  # the same above a text of several lines
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Controls, marks of direction, characters of no width; but the joiner within an emoji stays, and
# what keeps two letters of Persian apart.
_NONE = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffc\ufdd0-\ufdef\U000e0000-\U000e007f"
    rf"{_NONE}]"
    r"(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001ffff]\u200d)"
    r"(?!(?<=[\u0620-\u06ff]\u200c)[\u0620-\u06ff])"
)
# Plain scalars that YAML 1.1, which MkDocs reads, takes for something other than text.
_TRAP = re.compile(
    r"(?i:y|n|yes|no|on|off|~|null)|True|TRUE|False|FALSE"
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?"
    r"|[-+]?[0-9][0-9_]*\.[0-9_]*|[-+]?[0-9]{19,}"
    r"|[-+]?0[0-9_.]+|[-+]?0[box][0-9a-fA-F_]+|[-+]?[0-9][0-9]*_[0-9_]*"
    r"|[-+]?[0-9.]+[eE][-+]?[0-9]+|[-+]?\.[0-9]+|[-+]?[0-9]+\.|[-+]?\.(?i:inf|nan)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \t].*)?"
)


TRAP = "; without them YAML reads something else"  # ends a message on a value read otherwise


class StrictYaml:
    """Turns YAML nodes into values; notes the line of each and what is unclear."""

    def __init__(self, file: PurePosixPath, text: str, first_line: int) -> None:
        self.file = file
        self.text = text.split("\n")
        self.first_line = first_line
        self.lines: dict[Location, int] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, location: Location) -> Any:
        self.lines.setdefault(location, self.line(node))
        if id(node) in self.seen:
            self.refuse(node, "an anchor (& and *); write the value out")
            return None
        self.seen.add(id(node))
        if self.loses(node):
            self.note(node, "everything after # is lost; put it on a line above")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, location)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*location, n)) for n, item in enumerate(node.value)]
        return self.scalar(node)

    def mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key, str) or key == "<<":
                self.refuse(key_node, "a key that is not a plain word")
                continue
            if not key_node.style and _TRAP.fullmatch(key):
                self.trap(key_node)
            if key in result:
                self.note(key_node, f"`{key}` is given twice; keep one")
            below = isinstance(value_node, yaml.ScalarNode) and value_node.value  # on the next line
            if below and _LOST.match(self.rest(key_node).lstrip(":")):
                self.note(key_node, "everything after # is lost; put it on a line above")
            self.lines[(*location, key)] = self.line(key_node)
            result[key] = self.value(value_node, (*location, key))
        return result

    def scalar(self, node: Any) -> Any:
        text = node.value
        if INVISIBLE.search(text):
            self.refuse(node, "an invisible character; delete it")
            return None
        if node.style:
            return text
        if _LOST.match(self.rest(node)):
            todo = "put the value in quotes, or what follows # on a line above"
            self.note(node, f"everything after # is lost; {todo}")
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

    def loses(self, node: Any) -> bool:
        """Whether a remark follows a value that YAML itself ends: quotes, brackets, a block."""
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            begin = node.start_mark
            return _LOST_ABOVE.match(self.text[begin.line], begin.column) is not None
        closed = node.style if isinstance(node, yaml.ScalarNode) else node.flow_style
        return bool(closed) and _LOST.match(self.rest(node)) is not None

    def rest(self, node: yaml.Node) -> str:
        """What stands behind a value in its line; nothing where it ends behind the last line."""
        end = node.end_mark
        return self.text[end.line][end.column :] if end.line < len(self.text) else ""

    def day(self, node: yaml.Node) -> date | None:
        try:
            return date.fromisoformat(node.value)
        except ValueError:
            self.refuse(node, f"the day {node.value}, which no calendar has; correct it")
            return None

    def trap(self, node: yaml.Node) -> Any:
        self.note(node, f'put "{node.value}" in quotes{TRAP}')
        return node.value

    def refuse(self, node: yaml.Node, what: str) -> None:
        self.note(node, f"found {what}")

    def note(self, node: yaml.Node, message: str) -> None:
        self.problems.append(Problem(self.file, self.line(node), message))

    def line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self.first_line
