"""Reading all files of a project into a catalogue, all problems at once."""

import os
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import KINDS, Kind, kind_of
from macros.catalog.models.fields import Known
from macros.catalog.models.messages import problems_of
from macros.catalog.models.words import Terms
from macros.catalog.problems import Problem
from macros.catalog.reading.file import is_plain
from macros.catalog.reading.source import Source, read_data, read_page
from macros.catalog.safety.limits import MOST_FILES
from macros.catalog.safety.page import Reading, read

TERMS = PurePosixPath("data/terms.yml")

Seen = tuple[PurePosixPath, int, int]  # a file, its time and its size

_cache: dict[Path, tuple[object, Catalog]] = {}  # one project for a builder, many in tests


def load(root: Path) -> Catalog:
    """The catalogue of the project in this folder; read again only when a file has changed."""
    files = sorted(islice(_files(root), MOST_FILES + 1))
    if root not in _cache or _cache[root][0] != files:
        _cache[root] = (files, _loaded(root, files))
    return _cache[root][1]


def latest(root: Path) -> Catalog:
    """The catalogue as last loaded, without a look at the disk: for use within one build."""
    return _cache[root][1] if root in _cache else load(root)


def _files(root: Path) -> Iterator[Seen]:
    """Every file of data and docs, with what changes when it is edited: its time and its size."""
    for folder in ("data", "docs"):
        if (root / folder).is_symlink():
            yield PurePosixPath(folder), 0, 0
            continue
        for place, folders, names in os.walk(root / folder):
            links = [name for name in folders if Path(place, name).is_symlink()]
            for name in (*names, *links):
                path = Path(place, name)
                status = path.lstat()
                file = PurePosixPath(path.relative_to(root).as_posix())
                yield file, status.st_mtime_ns, status.st_size


def _loaded(root: Path, files: list[Seen]) -> Catalog:
    if len(files) > MOST_FILES:
        message = f"more than {MOST_FILES:,} files in docs and data; take some out"
        many = Problem(PurePosixPath("docs"), 1, message)
        return Catalog(root, frozenset(), Known(_ids({}, {}), _words(None)), (many,), {}, {})
    kinds = {file: kind for file, *_ in files if (kind := kind_of(file))}
    found = [seen for seen in files if seen[0] in kinds and is_plain(root / seen[0])]
    sources = {seen[0]: _source(root, seen) for seen in found}
    readings = {seen[0]: _reading(root, seen) for seen in found if seen[0].suffix == ".md"}
    problems = [problem for source in sources.values() for problem in source.problems]
    known = Known(_ids(kinds, sources), _words(sources.get(TERMS)))
    records: dict[str, dict[Any, Any]] = defaultdict(dict)
    for file, kind in kinds.items():
        source = sources.get(file)
        if source is None or source.data is None:
            continue
        try:
            record = kind.shape.validate_python(source.data, context=known)
        except ValidationError as error:
            problems += problems_of(source, kind, error.errors(include_url=False))
        else:
            records[kind.name][_key(file, kind)] = record
    return Catalog(
        root=root,
        files=frozenset(file for file, *_ in files),
        known=known,
        problems=tuple(sorted(set(problems))),
        sources=sources,
        readings=readings,
        **{kind.name: _records(kind, records[kind.name]) for kind in KINDS},
        pages=records["pages"],
        folders=records["folders"],
    )


@lru_cache(maxsize=10_000)
def _source(root: Path, seen: Seen) -> Source:
    """A file as read. In a preview only the file that was edited is read again."""
    file = seen[0]
    return read_page(root, file) if file.suffix == ".md" else read_data(root, file)


@lru_cache(maxsize=10_000)
def _reading(root: Path, seen: Seen) -> Reading:
    return read(_source(root, seen).body)


def _ids(
    kinds: dict[PurePosixPath, Kind], sources: dict[PurePosixPath, Source]
) -> dict[str, frozenset[str]]:
    ids: dict[str, set[str]] = {kind.name: set() for kind in KINDS}
    for file, kind in kinds.items():
        if kind.keyed and (source := sources.get(file)):
            ids[kind.name] |= source.ids or (source.data or {}).keys()
        elif kind.name in ids:
            ids[kind.name].add(file.stem)
    return {name: frozenset(found) for name, found in ids.items()}


def _words(source: Source | None) -> dict[str, frozenset[str]]:
    """The closed lists as far as they can be read; a faulty list is not also its users' fault."""
    data = source.data if source and isinstance(source.data, dict) else {}
    lists = {name: data.get(name) for name in Terms.model_fields}
    return {
        name: frozenset(str(word) for word in words) if isinstance(words, dict) else Anything()
        for name, words in lists.items()
    }


class Anything(frozenset[str]):
    """Stands for a list that cannot be read: every word is in it."""

    def __contains__(self, item: object) -> bool:
        return True


def _key(file: PurePosixPath, kind: Kind) -> Any:
    return file if kind.name in ("pages", "folders") else file.stem


def _records(kind: Kind, found: dict[str, Any]) -> Any:
    """One record where there is one file for it, otherwise records by id."""
    if kind.keyed:
        return next(iter(found.values()), {})
    return next(iter(found.values()), None) if kind.place.endswith(".yml") else found
