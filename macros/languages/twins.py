"""One translated file beside its English twin: the file that stands in the project of the language.

A part whose English has changed since is old, and never a fault: whoever changes English may not
know the other language. An old part stays as it is and is marked; where it keeps people safe, or
does not fit any more, it is English until somebody translates it anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from macros.catalog.catalog import Catalog
from macros.catalog.checks.structure import section_key
from macros.catalog.kinds import EDITORIAL, PRACTICES, SEARCH, SECTIONS, STRINGS, Kind
from macros.catalog.load import page_text
from macros.catalog.problems import Problem
from macros.catalog.reading.source import SourceFile
from macros.catalog.reading.strict_yaml import Location
from macros.languages import drift
from macros.languages.body import START, Body, Section, heading_faults, mark_faults, with_id
from macros.languages.drift import TEXT
from macros.languages.merge import merged
from macros.languages.shape import shape_of
from macros.languages.writing import Origin, front_matter, written

# What holds for the words of English alone: another language has its own, or none.
OF_ENGLISH = {
    EDITORIAL.name: (("care", "words"), ("care", "topics"), ("spelling",)),
    SEARCH.name: (("skip",), ("spellings",), ("same",), ("slips",)),
}
Lines = list[tuple[str, int]]  # each with its line in the translation, 0 where it is English


@dataclass
class Twin:
    """A translated file and its English twin."""

    kind: Kind[Any]
    file: PurePosixPath
    catalog: Catalog
    source: SourceFile
    code: str
    problems: list[Problem] = field(default_factory=list)
    drift: list[Problem] = field(default_factory=list)
    in_english: list[str] = field(default_factory=list)

    @cached_property
    def english(self) -> SourceFile:
        """The English file."""
        return self.catalog.sources[self.file]

    @cached_property
    def bodies(self) -> tuple[Body, Body]:
        """The text of the English page, and of this one."""
        one, two = self.english.body, self.source.body
        return Body(one, page_text(one)), Body(two, page_text(two))

    @cached_property
    def sums(self) -> dict[str, str]:
        """The sum of each English part that this file translates."""
        sums = drift.value_sums(self.kind, self.english.data, self.source.data)
        texts = drift.text_sums(self.bodies[0]) if self.kind.is_page else {}
        return sums | {f"{TEXT}.{part}": sum for part, sum in texts.items()}

    @cached_property
    def kept(self) -> dict[str, Any]:
        """The sums of the English parts that this file was made from."""
        return drift.given_sums(self.source)

    @cached_property
    def old(self) -> list[str]:
        """Parts whose English has changed since, or is new."""
        changed = [part for part, sum in self.sums.items() if self.kept.get(part, sum) != sum]
        new = [
            f"{TEXT}.{id}" for id in self._ids_now if self._is_moved and id not in self._ids_then
        ]
        return [*changed, *new]

    @property
    def counts(self) -> tuple[int, int]:
        """How many parts say what English says, and how many there are."""
        return len(self.sums) - len(self.old), len(self.sums)

    def laid(self) -> tuple[str, Origin]:
        """The text of the file in the project of the language, and where its lines come from."""
        data = self._values()
        if not self.kind.is_page:
            text = written(data)
            origin = Origin(self.source.file, self.source, self.english, text)
        else:
            lines, front = self._lines(), front_matter(data)
            text = front + "\n".join(line for line, _ in lines)
            places = [number + self.source.offset if number else 0 for _, number in lines]
            origin = Origin(self.source.file, self.source, self.english, front, places)
        self._note_drift()
        if not self.problems:
            self.problems += self._unnoted()
        return text, origin

    # Values

    def _values(self) -> Any:
        """The values of both: where the two do not fit in an old part, those of English."""
        given = {key: value for key, value in self.source.data.items() if key != drift.KEY}
        shared = without(self.english.data, OF_ENGLISH.get(self.kind.name, ()))
        data = merged(shape_of(self.kind), shared, given, self._tell)
        if self.kind is SECTIONS:  # pages that are not translated have English headings
            for key, section in data.items():
                others = self.english.data[key]["headings"]
                section["headings"] = list(dict.fromkeys([*section["headings"], *others]))
        self.in_english += [part for part in self.old if self._is_safe(part)]
        values, english = drift.unwrapped(self.kind, data), drift.unwrapped(self.kind, shared)
        for part in self.in_english:
            if part in english:
                values[part] = english[part]
        return data

    def _tell(self, place: Location, message: str) -> None:
        part = str(place[2] if self.kind is STRINGS and len(place) > 2 else place[0])
        if part in self.old:
            self.in_english.append(part)
        elif part not in self.kept or part in self.sums:  # else English has given the part up
            self.problems.append(self.source.problem(place, message))

    def _is_safe(self, part: str) -> bool:
        """Whether a part keeps people safe, so that nothing old stands there."""
        page = str(self.file.relative_to(self.file.parts[0]))
        if part in self.kind.safe or page in self.catalog.editorial.care.current:
            return True
        if not PRACTICES.id_in(self.file) or not part.startswith(f"{TEXT}."):
            return False
        titles = {section.id: section.title for section in self.bodies[0].sections}
        key = section_key(self.catalog, titles.get(part.removeprefix(f"{TEXT}."), ""))
        return key is not None and self.catalog[SECTIONS][key].safe

    # Text

    @property
    def _ids_now(self) -> list[str]:
        """The ids of the English headings."""
        return [section.id for section in self.bodies[0].sections[1:]] if self.kind.is_page else []

    @property
    def _ids_then(self) -> list[str]:
        """Those of the English page that this one was made from."""
        parts = (part.removeprefix(f"{TEXT}.") for part in self.kept if part[:5] == f"{TEXT}.")
        return [part for part in parts if part != START]

    @cached_property
    def _is_moved(self) -> bool:
        """Whether English has other headings since, and this page still has those of then."""
        there = len(self.bodies[1].sections) - 1 if self.kind.is_page else 0
        return 0 < len(self._ids_then) == there and self._ids_then != self._ids_now

    def _lines(self) -> Lines:
        """The lines of the page, with the ids of English headings, and English where it must be."""
        one, two = self.bodies
        ours: Lines = [(text, 0) for text in one.lines]
        if two.page.faults:  # which the checks of pages tell
            return [(text, number) for number, text in enumerate(two.lines, 1)]
        if not self._is_moved and (faults := list(heading_faults(one, two))):
            self._add(faults)
            return ours
        ids = self._ids_then if self._is_moved else self._ids_now
        theirs = dict(zip([START, *ids], two.sections, strict=True))
        result: Lines = []
        for section in one.sections:
            part, twin = f"{TEXT}.{section.id}", theirs.get(section.id)
            if twin is None:
                self.in_english.append(part)
                result += ours[section.first : section.end]
                continue
            faults = list(mark_faults(one, section, two, twin))
            if faults and part in self.old:
                self.in_english.append(part)
            elif faults:
                self._add(faults)
            result += self._section(section, twin, part in self.in_english)
        return result

    def _section(self, section: Section, twin: Section, is_english: bool) -> Lines:
        one, two = self.bodies
        lines = [(text, number) for number, text in enumerate(two.lines, 1)]
        head = lines[twin.first : twin.begins]
        if section.id != START:
            head = [(with_id(head[0][0], section.id), head[0][1])]
        if is_english:
            return head + [(text, 0) for text in one.lines[section.begins : section.end]]
        return head + lines[twin.begins : twin.end]

    def _add(self, faults: list[tuple[int, str]]) -> None:
        self.problems += [
            Problem(self.source.file, line + self.source.offset, message)
            for line, message in faults
        ]

    # Sums

    def _note_drift(self) -> None:
        command = f"python -m macros refresh {self.code} {self.file}"
        for part in self.old:
            name = part.removeprefix(f"{TEXT}.")
            message = f"`{part}`: the English has changed since; when this says the same again"
            todo = f"write `{name}: {self.sums[part]}` here, or run: {command} {part}"
            self.drift.append(self.source.problem(self._place(part), f"{message}, {todo}"))
        for part in self.kept.keys() - self.sums.keys():
            message = f"`{part}`: English has no such part any more; take it out, here as well"
            self.drift.append(self.source.problem(self._place(part), message))

    def _unnoted(self) -> Iterator[Problem]:
        """Parts that do not say which English they are of."""
        missing = [part for part in self.sums if part not in self.kept and part not in self.old]
        if missing:
            name = ", ".join(missing[:3]) + (", …" if len(missing) > 3 else "")
            message = f"nothing under `{drift.KEY}` says which English these parts are of: {name}"
            todo = "when they say what English says, run: python -m macros refresh"
            yield self.source.problem((drift.KEY,), f"{message}; {todo} {self.code} {self.file}")

    def _place(self, part: str) -> Location:
        """Where the sum of a part stands."""
        head, _, rest = part.partition(".")
        is_text = self.kind.is_page and head == TEXT
        return (drift.KEY, head, rest) if is_text else (drift.KEY, part)


def without(data: Any, places: tuple[tuple[str, ...], ...]) -> Any:
    """Values without those at these places."""
    result = dict(data)
    for first, *rest in places:
        if first in result and rest:
            result[first] = without(result[first], (tuple(rest),))
        else:
            result.pop(first, None)
    return result
