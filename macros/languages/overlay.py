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
from macros.catalog.checks.structure import section_key
from macros.catalog.kinds import (
    EDITORIAL,
    LANGUAGES,
    PRACTICES,
    SEARCH,
    SECTIONS,
    TERMS,
    Kind,
    kind_of,
)
from macros.catalog.load import page_text, stamps
from macros.catalog.models.languages import Language
from macros.catalog.problems import Problem
from macros.catalog.reading.source import SourceFile, read_data, read_page
from macros.catalog.translation import FILE, Translation
from macros.languages import drift, files
from macros.languages.body import Body, differences, with_ids
from macros.languages.merge import merged
from macros.languages.shape import shape_of
from macros.languages.writing import Origin, front_matter, written

FOLDER = PurePosixPath("languages")
WORK = Path("build", "languages")
LINKED = ("macros", "overrides")  # what builders look for in a project, the same in every language
# Of the rules of this library, those that hold for the words of English alone.
_OF_ENGLISH = {EDITORIAL: (("care", "words"), ("care", "topics"), ("spelling",))}
_SEARCHED = ("skip", "spellings", "same", "slips")  # of search; what remains is text


@dataclass(frozen=True)
class Laid:
    """A project of another language, and what is wrong with its translation."""

    code: str
    root: Path
    translation: Translation
    problems: tuple[Problem, ...]
    drift: tuple[Problem, ...]
    counts: dict[PurePosixPath, tuple[int, int]]  # of the parts of each file: in date, all
    origins: dict[PurePosixPath, Origin]

    def told(self, problem: Problem) -> Problem:
        """A problem of this project with the file and line that a writer can change."""
        origin = self.origins.get(problem.file)
        return origin.told(problem) if origin else problem


def codes(root: Path) -> list[str]:
    """The languages that there are folders for."""
    return sorted(path.name for path in (root / FOLDER).glob("*") if path.is_dir())


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
        folder, root = FOLDER / self.code, self.english.root / WORK / self.code
        row = self.english[LANGUAGES].get(self.code)
        if row is None:
            message = f"there is no row `{self.code}` in {LANGUAGES.file()}; add its name there"
            self.problems.append(Problem(folder, 1, message))
            row = Language(name=self.code)
        for file, *_ in stamps(self.english.root / folder):
            self._take(file, folder / file)
        self._own_words()
        translation = Translation(
            self.code,
            row.name,
            row.direction,
            frozenset(map(str, self.origins)),
            self.old,
            self.in_english,
        )
        self._write(root, translation)
        return Laid(
            self.code,
            root,
            translation,
            tuple(sorted(set(self.problems))),
            tuple(sorted(self.drift)),
            self.counts,
            self.origins,
        )

    def _take(self, file: PurePosixPath, given: PurePosixPath) -> None:
        """Lay one file over its English twin."""
        kind = kind_of(file)
        if kind is None or not (kind.own or file in self.english.sources):
            message = f"there is no English {file}; name the file as its English twin"
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
            return
        english = self.english.sources[file]
        if english.data is None:
            return
        sums = self._sums(kind, file, english, source)
        values = {key: value for key, value in source.data.items() if key != drift.KEY}
        shape, errors = shape_of(kind), len(self.problems)

        def tell(place: Any, message: str) -> None:
            self.problems.append(source.problem(place, message))

        if kind is SEARCH:
            own = {key: values.pop(key) for key in _SEARCHED if key in values}
            data = {**merged(shape, _texts_of_search(english.data), values, tell), **own}
        else:
            data = merged(shape, english.data, values, tell)
        if kind is SECTIONS:  # pages that are not translated have English headings
            for key, section in data.items():
                others = english.data[key]["headings"]
                section["headings"] = list(dict.fromkeys([*section["headings"], *others]))
        for part in self._fallen(kind, file):
            _put_back(kind, data, english.data, part)
        if kind.is_page:
            self._page(file, source, english, data)
        else:
            self.texts[file] = written(data)
            self.origins[file] = Origin(given, source, english, self.texts[file])
        if len(self.problems) == errors:
            self._told_sums(source, sums)

    def _page(
        self,
        file: PurePosixPath,
        source: SourceFile,
        english: SourceFile,
        data: Any,
    ) -> None:
        """Lay the text of a page over that of its English twin."""
        one, two = self._body(english), self._body(source)
        faults = list(differences(one, two)) if not two.page.faults else []
        self.problems += [Problem(source.file, line + source.offset, m) for line, m in faults]
        if faults:  # which the checks of pages would tell again
            lines = [(text, 0) for text in one.lines]
        elif two.page.faults:
            lines = [(text, number) for number, text in enumerate(two.lines, 1)]
        else:
            ids = [section.id for section in one.sections[1:]]
            texts = with_ids(two, ids)
            lines = [(text, number) for number, text in enumerate(texts, 1)]
            lines = self._with_english(file, one, two, lines)
        front = front_matter(data)
        self.texts[file] = front + "\n".join(text for text, _ in lines)
        places = [number + source.offset if number else 0 for _, number in lines]
        self.origins[file] = Origin(source.file, source, english, front, places)

    def _with_english(
        self, file: PurePosixPath, one: Body, two: Body, lines: list[tuple[str, int]]
    ) -> list[tuple[str, int]]:
        """The lines of a page, with English in the parts that may not be old."""
        fallen = self.in_english.get(str(file), [])
        result: list[tuple[str, int]] = []
        for ours, theirs in zip(one.sections, two.sections, strict=True):
            if f"{drift.TEXT}.{ours.id}" in fallen:
                result += lines[theirs.first : theirs.begins]
                result += [(text, 0) for text in one.lines[ours.begins : ours.end]]
            else:
                result += lines[theirs.first : theirs.end]
        return result

    def _body(self, source: SourceFile) -> Body:
        return Body(source.body, page_text(source.body))

    def _sums(
        self, kind: Kind[Any], file: PurePosixPath, english: SourceFile, source: SourceFile
    ) -> dict[str, str]:
        """The sum of each English part that this file translates."""
        sums = drift.value_sums(kind, english.data, source.data)
        if kind.is_page:
            texts = drift.text_sums(self._body(english))
            sums |= {f"{drift.TEXT}.{part}": sum for part, sum in texts.items()}
        kept = drift.given_sums(source)
        old = [part for part, sum in sums.items() if part in kept and kept[part] != sum]
        if old:
            self.old[str(file)] = old
        self.counts[file] = (len(sums) - len(old), len(sums))
        for part in old:
            name = part.removeprefix(f"{drift.TEXT}.")
            message = f"`{part}`: the English has changed since; when this says the same again"
            todo = f"write `{name}: {sums[part]}` here, or run: python -m macros refresh"
            todo = f"{todo} {self.code} {file} {part}"
            self.drift.append(source.problem(_place(part, kind), f"{message}, {todo}"))
        return sums

    def _told_sums(self, source: SourceFile, sums: dict[str, str]) -> None:
        """Parts that keep no sum, and sums of parts that are not there."""
        kept = drift.given_sums(source)
        missing = [part for part in sums if part not in kept]
        if missing:
            name = ", ".join(missing[:3]) + (", …" if len(missing) > 3 else "")
            file = source.file.relative_to(FOLDER / self.code)
            message = f"nothing under `{drift.KEY}` says which English these parts are of: {name}"
            todo = (
                f"when they say what English says, run: python -m macros refresh {self.code} {file}"
            )
            self.problems.append(source.problem((drift.KEY,), f"{message}; {todo}"))
        for part in kept.keys() - sums.keys():
            message = f"`{part}` under `{drift.KEY}` is no part of this file; take it out"
            self.problems.append(source.problem((drift.KEY, *part.split(".")), message))

    def _fallen(self, kind: Kind[Any], file: PurePosixPath) -> list[str]:
        """The parts of a file that keep people safe and are old: they are shown in English."""
        old = self.old.get(str(file), [])
        if not old:
            return []
        whole = str(file.relative_to(file.parts[0])) in self.english.editorial.care.current
        fallen = [part for part in old if whole or part in kind.safe or self._is_safe(file, part)]
        if fallen:
            self.in_english[str(file)] = fallen
        return [part for part in fallen if not part.startswith(f"{drift.TEXT}.")]

    def _is_safe(self, file: PurePosixPath, part: str) -> bool:
        """Whether a part is a section of a practice that keeps people safe."""
        if not PRACTICES.id_in(file):
            return False
        sections = self._body(self.english.sources[file]).sections
        name = part.removeprefix(f"{drift.TEXT}.")
        title = next((each.title for each in sections if each.id == name), "")
        key = section_key(self.english, title)
        return key is not None and self.english[SECTIONS][key].safe

    def _own_words(self) -> None:
        """Take the rules of English words out of what the language shares with English."""
        for kind, places in _OF_ENGLISH.items():
            file = kind.file()
            source = self.english.sources.get(file)
            if source and source.data and file not in self.texts:
                self.texts[file] = written(_without(source.data, places))
        file = SEARCH.file()
        source = self.english.sources.get(file)
        if source and source.data and file not in self.texts:
            self.texts[file] = written(_texts_of_search(source.data))

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
        files.write(root / "mkdocs.yml", self._settings())

    def _files(self) -> Iterator[PurePosixPath]:
        """Every file of the English project that the other language shares."""
        for file in self.english.files:
            kind = kind_of(file)
            if not (kind and kind.own) and (self.english.root / file).is_file():
                yield file

    def _settings(self) -> str:
        """The settings of its builder: those of English, and what is its own."""
        labels = {}
        for name in ("groups", "categories"):
            words = (self._terms().get(name) or {}).items()
            labels[name] = {word: _label(word, value) for word, value in words}
        return "INHERIT: site.yml\n" + written(
            {"theme": {"language": self.code}, "extra": {"labels": labels}}
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


def _texts_of_search(english: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in english.items() if key not in _SEARCHED}


def _put_back(kind: Kind[Any], data: Any, english: Any, part: str) -> None:
    """Let one part of a file be as in English."""
    drift.unwrapped(kind, data)[part] = drift.unwrapped(kind, english)[part]


def _place(part: str, kind: Kind[Any]) -> tuple[str, ...]:
    """Where in a translation the sum of a part stands."""
    head, _, rest = part.partition(".")
    return (drift.KEY, head, rest) if kind.is_page and head == drift.TEXT else (drift.KEY, part)


def _without(data: Any, places: tuple[tuple[str, ...], ...]) -> Any:
    """Values without those at these places."""
    result = dict(data)
    for first, *rest in places:
        if first in result and rest:
            result[first] = _without(result[first], (tuple(rest),))
        else:
            result.pop(first, None)
    return result
