"""The text of a page by its parts, each from a heading to the next, and how two languages agree."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from macros.catalog.allowed.jinja import CALL_MARK, Call
from macros.catalog.allowed.page import PageText
from macros.catalog.checks.citations import cited
from macros.catalog.checks.structure import LEVELS
from macros.catalog.reading.markdown import Part as Found

START = "start"  # the part before the first heading
_ID = re.compile(r"[ ]*\{:?[ ]*#[\w-]+[ ]*\}[ ]*$")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_ATX = re.compile(r"[ >]*#{1,6} ")


@dataclass(frozen=True)
class Section:
    """One part of a page: the id and the level of its heading, and its lines, counted from 0."""

    id: str
    level: int
    title: str
    first: int
    end: int

    @property
    def begins(self) -> int:
        """The first line that is no heading."""
        return self.first + (self.id != START)


@dataclass(frozen=True)
class Body:
    """The text of a page and what was read of it."""

    text: str
    page: PageText

    @cached_property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.split("\n")

    @cached_property
    def sections(self) -> list[Section]:
        """Its parts in their order; where nothing stands before the first heading, it is empty."""
        found: list[Found] = [part for part in self.page.parts if part.tag in LEVELS]
        starts = [part.line - 1 for part in found]
        ends = [*starts[1:], len(self.lines)] if starts else []
        top = Section(START, 0, "", 0, starts[0] if starts else len(self.lines))
        return [top] + [
            Section(part.id, int(part.tag[1]), part.words, start, end)
            for part, start, end in zip(found, starts, ends, strict=True)
        ]

    def within(self, section: Section) -> str:
        """The text of a part without its heading's id, and without remarks for writers."""
        text = "\n".join(self.lines[section.first : section.end])
        return _COMMENT.sub("", text)

    def says_something(self, section: Section) -> bool:
        """Whether there is more in a part than calls and remarks."""
        prose = self.page.prose.split("\n")[section.first : section.end]
        return bool(_COMMENT.sub("", "\n".join(prose)).replace(CALL_MARK, "").strip())

    def marks(self, section: Section) -> dict[str, Counter[str]]:
        """What every language says alike in a part: calls, footnotes and links, as written."""
        here = range(section.first + 1, section.end + 1)
        text = self.page.prose.split("\n")[section.first : section.end]
        links = (link for link in self.page.links if link.line in here)
        return {
            "call": Counter(_call(call) for call in self.page.calls if call.line in here),
            "footnote": Counter(f"[^{id}]" for line in text for id in cited(line)),
            "link": Counter(f"({link.address})" for link in links),
        }

    def line_of(self, section: Section, written: str) -> int:
        """The line, counted from 1, in which a mark is written in a part; else where it begins."""
        name = written.split("(", maxsplit=1)[0].strip("{ ") if written[:2] == "{{" else written
        for number in range(section.first, section.end):
            if name in self.lines[number]:
                return number + 1
        return section.first + 1


def with_id(heading: str, id: str) -> str:
    """A heading with the id of its English twin."""
    return f"{_ID.sub('', heading)} {{ #{id} }}" if _ATX.match(heading) else heading


def heading_faults(english: Body, other: Body) -> Iterator[tuple[int, str]]:
    """Where a translation has other headings: its line, and why."""
    for one, two in zip_longest(english.sections, other.sections):
        if one is None:
            yield two.first + 1, f"English has no heading here; take `{two.title}` out"
            return
        if two is None:
            mark = "#" * one.level
            last = len(other.text.rstrip("\n").split("\n"))
            message = f"the part `{mark} {one.title}` of the English page is missing"
            yield last, f"{message}; write it, with its heading in the same place"
            return
        if one.level != two.level:
            yield (
                two.first + 1,
                f"English has `{'#' * one.level} {one.title}` here; write a heading with as many #",
            )
            return


def mark_faults(
    english: Body, one: Section, other: Body, two: Section
) -> Iterator[tuple[int, str]]:
    """Where a part has other calls, footnotes or links than its English twin: line, and why."""
    theirs = other.marks(two)
    for kind, ours in english.marks(one).items():
        for written in ours - theirs[kind]:
            message = f"the {kind} {written} of the English part is missing; put it in"
            yield two.first + 1, message
        for written in theirs[kind] - ours:
            message = f"English has no {kind} {written} in this part"
            yield other.line_of(two, written), f"{message}; take it out, or write it as in English"


def _call(call: Call) -> str:
    options = (f"{name}={_value(value)}" for name, value in call.options.items())
    given = ", ".join((*map(_value, call.arguments), *options))
    return f"{{{{ {call.name}({given}) }}}}"


def _value(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
