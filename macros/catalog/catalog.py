"""The catalog: every record of the project."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, Self, TypeVar

from macros.catalog.allowed.page import PageText
from macros.catalog.drawings import DRAWINGS, ILLUSTRATIONS, read_drawings
from macros.catalog.kinds import (
    EDITORIAL,
    HELPLINE_TEXTS,
    KINDS,
    REVIEWS,
    STRINGS,
    TERMS,
    Kind,
)
from macros.catalog.models.editorial import Editorial
from macros.catalog.models.fields import Known, Record
from macros.catalog.models.pages import AnyPage
from macros.catalog.models.reviews import Review
from macros.catalog.models.words import Terms
from macros.catalog.problems import Problem
from macros.catalog.reading.source import SourceFile
from macros.catalog.strings import Strings
from macros.catalog.translation import ENGLISH, Translation

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class UnreadError(Exception):
    """A check asks for what stands in a file that cannot be read."""


@dataclass(frozen=True, eq=False)
class Catalog:
    """All records by kind and id, with the files they came from. Made by `load`.

    `catalog[STUDIES]` is every study by its id. A record that is faulty is not among them; what is
    wrong with it is in `problems`.
    """

    root: Path
    files: frozenset[PurePosixPath]
    known: Known
    problems: tuple[Problem, ...]
    sources: dict[PurePosixPath, SourceFile]
    texts: dict[PurePosixPath, PageText]
    records: dict[str, dict[str, Any]]
    refused: frozenset[str] = frozenset()  # kinds for which nobody may ask
    translation: Translation = ENGLISH
    _made: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The code of the language of this project, such as en."""
        return self.translation.language

    def __getitem__(self, kind: Kind[R]) -> dict[str, R]:
        """All records of a kind by their ids."""
        if kind.name in self.refused:
            raise UnreadError(kind.name)
        return self.records[kind.name]

    def only(self, kind: Kind[R]) -> R | None:
        """The record of a kind that has one; None where its file is missing or faulty."""
        return next(iter(self[kind].values()), None)

    def for_checks(self) -> Self:
        """The same for checks: to ask for a kind whose one file cannot be read is an UnreadError,
        so that nobody takes that file for an empty one.
        """
        faulty = {problem.file for problem in self.problems}
        unread = (
            kind.name
            for kind in KINDS
            if not kind.is_folder and kind.file() in faulty and not self.records[kind.name]
        )
        return replace(self, refused=frozenset(unread))

    @property
    def terms(self) -> Terms | None:
        """The closed lists; None where their file is missing or faulty."""
        return self.only(TERMS)

    @property
    def editorial(self) -> Editorial:
        """The rules of this library; where their file is missing or faulty, none."""
        return self.only(EDITORIAL) or Editorial()

    @cached_property
    def text(self) -> Strings:
        """The strings that readers see outside of pages."""
        file = self.only(STRINGS)
        lines = self.only(HELPLINE_TEXTS)
        tree = file.extra.strings if file else {}
        return Strings(tree, self.language, lines.texts if lines else {})

    @cached_property
    def drawings(self) -> dict[str, str]:
        """Each drawing by its name, as the text of its file."""
        return read_drawings(DRAWINGS, self.root, self.files)

    @cached_property
    def illustrations(self) -> dict[str, str]:
        """Each illustration of a page by its name, as the text of its file."""
        return read_drawings(ILLUSTRATIONS, self.root, self.files)

    @cached_property
    def every_page(self) -> dict[PurePosixPath, AnyPage]:
        """The front matter of each page of any kind, by file."""
        return {
            kind.file(id): page
            for kind in KINDS
            if kind.is_page
            for id, page in self.records[kind.name].items()
        }

    def reviews_of(self, file: PurePosixPath) -> list[Review]:
        """The reviews of a page, by its file; the oldest first."""
        page = file.relative_to("docs").as_posix()
        found = (each for each in self[REVIEWS].values() if each.page == page)
        return sorted(found, key=lambda review: review.day)

    def words(self, list: str) -> tuple[str, ...]:
        """The words of a closed list in their order; none where data/terms.yml is faulty."""
        return tuple(getattr(self.terms, list)) if self.terms else ()

    def label(self, list: str, word: str) -> str:
        """What readers see of a word of a closed list: its label in this language."""
        found = getattr(self.terms, list, {}).get(word)
        return found.label if found and found.label else word

    def labels(self, list: str, words: Iterable[str]) -> tuple[str, ...]:
        """What readers see of several words of one list."""
        return tuple(self.label(list, word) for word in words)

    def source(self, kind: Kind[Any], id: str = "") -> SourceFile:
        """The file of a record as read, for the lines of its values."""
        return self.sources[kind.file(id)]

    def made_once(self, make: Callable[..., T], *arguments: Hashable) -> T:
        """What a function makes of this catalog and its arguments, kept as long as the catalog."""
        if (make, arguments) not in self._made:
            self._made[make, arguments] = make(self, *arguments)
        made: T = self._made[make, arguments]
        return made


def no_records() -> dict[str, dict[str, Any]]:
    """The records of a project that has none."""
    return {kind.name: {} for kind in KINDS}
