"""A translation laid over the English project: a whole project of its own, and what is wrong in it.

The project stands below `build/languages/<code>/` and holds every file of the English one, those
with a translation in the other language. It is checked and built as any other, and what is wrong
there is told with the file and line of the translation.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import (
    HELPLINE_TEXTS,
    HELPLINES,
    LANGUAGES,
    TERMS,
    kind_named,
    kind_of,
)
from macros.catalog.load import stamps
from macros.catalog.models.languages import Language
from macros.catalog.problems import Problem
from macros.catalog.reading.source import read_data, read_page
from macros.catalog.translation import FILE, Translation
from macros.languages import files, helplines
from macros.languages.twins import OF_ENGLISH, Twin, without
from macros.languages.writing import Origin, written

FOLDER = PurePosixPath("languages")
TEXTS = HELPLINE_TEXTS.file()
WORK = Path("build", "languages")
LINKED = ("macros", "overrides")  # what builders look for in a project, the same in every language


@dataclass(frozen=True)
class Laid:
    """A project of another language, and what is wrong with its translation."""

    code: str
    root: Path
    translation: Translation
    problems: tuple[Problem, ...]
    drift: tuple[Problem, ...]
    origins: dict[PurePosixPath, Origin]

    def told(self, problem: Problem) -> Problem:
        """A problem of this project with the file and line that a writer can change."""
        origin = self.origins.get(problem.file)
        return origin.told(problem) if origin else problem


def codes(root: Path) -> list[str]:
    """The languages that there are folders for."""
    return sorted(path.name for path in (root / FOLDER).glob("*") if path.is_dir())


def project_of(code: str, root: Path) -> Path:
    """Where the project of a language stands, below the folder of the English one."""
    return root / WORK / code


def lay(code: str, english: Catalog) -> Laid:
    """Lay a language over the English project."""
    return _Laying(code, english).laid()


@dataclass
class _Laying:
    """One language while it is laid over English."""

    code: str
    english: Catalog
    problems: list[Problem] = field(default_factory=list)
    drift: list[Problem] = field(default_factory=list)
    texts: dict[PurePosixPath, str] = field(default_factory=dict)
    origins: dict[PurePosixPath, Origin] = field(default_factory=dict)
    old: dict[str, list[str]] = field(default_factory=dict)
    in_english: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[PurePosixPath, tuple[int, int]] = field(default_factory=dict)

    def laid(self) -> Laid:
        folder, root = FOLDER / self.code, project_of(self.code, self.english.root)
        row = self.english[LANGUAGES].get(self.code)
        if row is None:
            message = f"there is no row `{self.code}` in {LANGUAGES.file()}; add its name there"
            self.problems.append(Problem(folder, 1, message))
            row = Language(name=self.code)
        for file, *_ in stamps(self.english.root / folder):
            self._take(file, folder / file)
        self._own_words()
        self.counts |= helplines.word_counts(self.english, self.code)
        translation = Translation(
            self.code,
            row.name,
            row.direction,
            frozenset(map(str, self.origins)),
            self.old,
            self.in_english,
            {str(file): list(counts) for file, counts in sorted(self.counts.items())},
        )
        self._write(root, translation)
        return Laid(
            self.code,
            root,
            translation,
            tuple(sorted(set(self.problems))),
            tuple(sorted(self.drift)),
            self.origins,
        )

    def _take(self, file: PurePosixPath, given: PurePosixPath) -> None:
        """Lay one file over its English twin."""
        kind = kind_of(file)
        if kind is None or not (kind.own or file in self.english.sources):
            message = f"there is no English {file}; name the file as its English twin"
            self.problems.append(Problem(given, 1, message))
            return
        if kind is HELPLINES:
            message = f"a country is the same in each language; write its texts in {TEXTS}"
            self.problems.append(Problem(given, 1, message))
            return
        read = read_page if kind.is_page else read_data
        source = read(self.english.root, given)
        self.problems += source.problems
        if source.data is None:
            return
        if kind.own:
            text = (self.english.root / given).read_text("utf-8")
            self.texts[file], self.origins[file] = text, Origin(given)
            if kind is HELPLINE_TEXTS:
                self.drift += helplines.drift(self.english, source)
                self.counts |= helplines.counts(self.english, source)
            return
        if self.english.sources[file].data is None:
            return
        twin = Twin(kind, file, self.english, source, self.code)
        self.texts[file], self.origins[file] = twin.laid()
        self.problems += twin.problems
        self.drift += twin.drift
        self.counts[file] = twin.counts
        if twin.old:
            self.old[str(file)] = twin.old
        if fallen := [part for part in twin.old if part in twin.in_english]:
            self.in_english[str(file)] = fallen

    def _own_words(self) -> None:
        """Take the words of English out of what the language shares with it."""
        for name, places in OF_ENGLISH.items():
            file = kind_named(name).file()
            source = self.english.sources.get(file)
            if source and source.data and file not in self.texts:
                self.texts[file] = written(without(source.data, places))

    def _write(self, root: Path, translation: Translation) -> None:
        """Write what has changed; other files keep their time, so that nothing is read twice."""
        wanted = {file: self.english.root / file for file in self._files()}
        for file, text in self.texts.items():
            files.write(root / file, text)
        for file, path in wanted.items():
            if file not in self.texts:
                files.copy(path, root / file)
        for folder in ("docs", "data"):
            for path in (root / folder).rglob("*"):
                file = PurePosixPath(path.relative_to(root).as_posix())
                if path.is_file() and file not in wanted and file not in self.texts:
                    path.unlink()
        for name in LINKED:
            files.link(self.english.root / name, root / name)
        files.write(root / FILE, translation.written())
        files.copy(self.english.root / "mkdocs.yml", root / "site.yml")
        files.write(root / "mkdocs.yml", self._settings(translation.direction))

    def _files(self) -> Iterator[PurePosixPath]:
        """Every file of the English project that the other language shares."""
        for file in self.english.files:
            kind = kind_of(file)
            if not (kind and (kind.own or kind.alone)) and (self.english.root / file).is_file():
                yield file

    def _settings(self, direction: str) -> str:
        """The settings of its builder: those of English, and what is its own."""
        labels = {}
        for name in ("groups", "categories"):
            words = (self._terms().get(name) or {}).items()
            labels[name] = {word: _label(word, value) for word, value in words}
        edit = f"edit/main/{FOLDER / self.code}/docs/"  # what "Change this page" leads to
        return "INHERIT: site.yml\n" + written(
            {
                "theme": {"name": "material", "language": self.code},
                "extra": {"labels": labels, "direction": direction, "edit": edit},
            }
        )

    def _terms(self) -> dict[str, Any]:
        file = TERMS.file()
        source = self.english.sources.get(file)
        given = (
            read_data(self.english.root, FOLDER / self.code / file) if file in self.texts else None
        )
        english = source.data if source and source.data else {}
        return {**english, **(given.data or {} if given else {})}


def _label(word: str, value: Any) -> str:
    return str(value.get("label", word)) if isinstance(value, dict) else word
