"""Reading all files of a project into a catalogue, all problems at once."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.catalog.catalog import Catalog
from macros.catalog.gate import read
from macros.catalog.kinds import ID, KINDS, Kind, kind_of
from macros.catalog.messages import message
from macros.catalog.models.fields import Known
from macros.catalog.models.words import Terms
from macros.catalog.problems import Problem
from macros.catalog.source import Source, read_data, read_page

TERMS = PurePosixPath("data/terms.yml")
ASSETS = (".css", ".js", ".woff2", ".svg", ".png", ".jpg", ".webp", ".avif", ".txt")

_cache: dict[Path, tuple[object, Catalog]] = {}  # one project for a builder, many in tests


def load(root: Path) -> Catalog:
    """The catalogue of the project in this folder; read again only when a file has changed."""
    files = sorted(_files(root))
    if root not in _cache or _cache[root][0] != files:
        _cache[root] = (files, _loaded(root, [file for file, *_ in files]))
    return _cache[root][1]


def latest(root: Path) -> Catalog:
    """The catalogue as last loaded, without a look at the disk: for use within one build."""
    return _cache[root][1] if root in _cache else load(root)


def _files(root: Path) -> Iterator[tuple[PurePosixPath, int, int]]:
    """Every file of data and docs, with what changes when it is edited: its time and its size."""
    for folder in ("data", "docs"):
        for place, _, names in os.walk(root / folder):
            for name in names:
                path = Path(place, name)
                status = path.lstat()
                file = PurePosixPath(path.relative_to(root).as_posix())
                yield file, status.st_mtime_ns, status.st_size


def _loaded(root: Path, files: list[PurePosixPath]) -> Catalog:
    kinds = {file: kind for file in files if (kind := kind_of(file))}
    sources = {file: _source(root, file) for file in kinds if not (root / file).is_symlink()}
    readings = {file: read(source.body) for file, source in sources.items() if file.suffix == ".md"}
    problems = [problem for source in sources.values() for problem in source.problems]
    problems += _stray(root, files, kinds)
    known = Known(_ids(kinds, sources), _words(sources.get(TERMS)))
    records: dict[str, dict[Any, Any]] = defaultdict(dict)
    for file, kind in kinds.items():
        source = sources.get(file)
        if source is None or source.data is None:
            continue
        try:
            record = kind.shape.validate_python(source.data, context=known)
        except ValidationError as error:
            problems += _problems(source, kind, error.errors(include_url=False))
        else:
            records[kind.name][_key(file, kind)] = record
    return Catalog(
        root=root,
        known=known,
        problems=tuple(sorted(set(problems))),
        sources=sources,
        readings=readings,
        **{kind.name: _records(kind, records[kind.name]) for kind in KINDS},
        pages=records["pages"],
        folders=records["folders"],
    )


def _source(root: Path, file: PurePosixPath) -> Source:
    return read_page(root, file) if file.suffix == ".md" else read_data(root, file)


def _stray(
    root: Path, files: Iterable[PurePosixPath], kinds: dict[PurePosixPath, Kind]
) -> Iterator[Problem]:
    """Files that are nobody's, links to elsewhere, and names that cannot be ids."""
    for file in files:
        if (root / file).is_symlink():
            yield Problem(file, 1, "a link to another file; put the file itself here")
        elif file.parts[:2] == ("docs", "assets") and file.suffix in ASSETS:
            continue
        elif file not in kinds:
            yield Problem(file, 1, "no record belongs here; check the folder and the ending")
        elif file.name != ".meta.yml" and not ID.fullmatch(file.stem):
            yield Problem(file, 1, "name the file in small letters, digits and hyphens, like-this")


def _ids(
    kinds: dict[PurePosixPath, Kind], sources: dict[PurePosixPath, Source]
) -> dict[str, frozenset[str]]:
    ids: dict[str, set[str]] = {kind.name: set() for kind in KINDS}
    for file, kind in kinds.items():
        if kind.keyed and file in sources and isinstance(sources[file].data, dict):
            ids[kind.name] |= sources[file].data.keys()
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


def _problems(source: Source, kind: Kind, errors: list[ErrorDetails]) -> Iterator[Problem]:
    """One problem for each error, but none twice: not where the line is already known to be
    unclear, and not that a key is missing where its misspelling is reported."""
    unclear = {problem.line for problem in source.problems}
    misspelled = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            known = _keys_at(kind.model, error["loc"])
            close = get_close_matches(str(error["loc"][-1]), known, n=1)
            misspelled |= {(*error["loc"][:-1], key) for key in close}
    for error in errors:
        place = error["loc"]
        if source.line(place) in unclear or (error["type"] == "missing" and place in misspelled):
            continue
        yield source.problem(place, message(dict(error), _keys_at(kind.model, place)))


def _keys_at(model: type[BaseModel], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that the model knows at the place of an error."""
    for part in location[:-1]:
        found = model.model_fields.get(str(part)) or next(
            (f for f in model.model_fields.values() if f.alias == part), None
        )
        if found is None:
            continue
        inner = [t for t in _types(found.annotation) if isinstance(t, type)]
        model = next((t for t in inner if issubclass(t, BaseModel)), model)
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _types(argument)
