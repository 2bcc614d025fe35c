"""Reading all files of a project into a catalog, all problems at once."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from macros.catalog.allowed.page import PageText, read_page_text
from macros.catalog.catalog import Catalog, no_records
from macros.catalog.drawings import SORTS, drawing_names
from macros.catalog.kinds import (
    ARTICLES,
    EDITORIAL,
    KINDS,
    PAGES,
    PRACTICES,
    SOURCES,
    TERMS,
    Kind,
    kind_of,
)
from macros.catalog.models.editorial import LONGEST
from macros.catalog.models.fields import FRESH_FOR, Known
from macros.catalog.models.messages import problems_of
from macros.catalog.models.sources import Source
from macros.catalog.models.words import Terms
from macros.catalog.problems import Problem
from macros.catalog.reading.file import is_regular_file
from macros.catalog.reading.source import SourceFile, read_data, read_page
from macros.catalog.reading.strict_yaml import TRAP
from macros.catalog.translation import read_translation

Stamp = tuple[PurePosixPath, int, int]  # a file, its time and its size
LONGER = 1.34  # how many times as long as in English a short text may be in another language
# What systems and editors leave behind, and what keeps an empty folder in git. `exclude_docs` in
# mkdocs.yml says the same to builders.
LEFT_BEHIND = re.compile(
    r"\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|.*~|\..*\.sw[a-px]|4913|\.#.*|#.*#|\.gitkeep"
)


def stamps(root: Path) -> tuple[Stamp, ...]:
    """Every file of data and docs, with what changes when it is edited: its time and its size."""
    return tuple(sorted(_stamps(root)))


def _stamps(root: Path) -> Iterator[Stamp]:
    for folder in ("data", "docs"):
        if (root / folder).is_symlink():
            yield PurePosixPath(folder), 0, 0
            continue
        for place, folders, names in os.walk(root / folder):
            links = [name for name in folders if Path(place, name).is_symlink()]
            kept = [name for name in names if not LEFT_BEHIND.fullmatch(name)]
            for name in (*kept, *links):
                path = Path(place, name)
                status = path.lstat()
                file = PurePosixPath(path.relative_to(root).as_posix())
                yield file, status.st_mtime_ns, status.st_size


def load(root: Path, today: date | None = None, *, show_unconfirmed: bool = False) -> Catalog:
    """The catalog of the project in this folder, as it is judged today."""
    seen = stamps(root)
    kinds = {file: kind for file, *_ in seen if (kind := kind_of(file))}
    found = [stamp for stamp in seen if stamp[0] in kinds and is_regular_file(root / stamp[0])]
    sources = {stamp[0]: _source(root, stamp) for stamp in found}
    drawn = {sort.name: drawing_names(sort, (file for file, *_ in seen)) for sort in SORTS}
    ids = {**_ids(kinds, sources), **drawn}
    singular = {kind.name: kind.singular for kind in KINDS}
    singular |= {sort.name: sort.singular for sort in SORTS}
    translation = read_translation(root)
    known = Known(
        ids=ids,
        words=_words(sources),
        singular=singular,
        last_day=_last_day(today),
        fresh_for=_fresh_for(sources),
        room=1.0 if translation.is_english else LONGER,
        sources=_sources(sources),
        show_unconfirmed=show_unconfirmed,
    )
    records = no_records()
    problems: list[Problem] = []
    for file, source in sources.items():
        kind = kinds[file]
        made, faults = _validated(kind, source, known) if source.data is not None else ({}, [])
        records[kind.name] |= made
        # Where YAML would misread a value, the record knows what belongs there.
        known_lines = {fault.line for fault in faults}
        problems += faults
        problems += [
            problem
            for problem in source.problems
            if problem.line not in known_lines or not problem.message.endswith(TRAP)
        ]
    return Catalog(
        root=root,
        files=frozenset(file for file, *_ in seen),
        known=known,
        problems=tuple(sorted(set(problems))),
        sources=sources,
        texts={stamp[0]: _page_text(root, stamp) for stamp in found if stamp[0].suffix == ".md"},
        records=records,
        translation=translation,
    )


def _validated(
    kind: Kind[Any], source: SourceFile, known: Known
) -> tuple[dict[str, Any], list[Problem]]:
    """The records of a file by their ids, or everything wrong with them."""
    try:
        made = kind.shape.validate_python(source.data, context=known)
    except ValidationError as error:
        if kind is PAGES and (message := _misplaced(source)):
            return {}, [Problem(source.file, 1, message)]
        errors = error.errors(include_url=False)
        return {}, list(problems_of(source, kind.model, errors))
    return (made if kind.keyed else {str(kind.id_in(source.file)): made}), []


def _misplaced(source: SourceFile) -> str | None:
    """What to say of a page in the wrong folder, with the facts of a practice or an article."""
    given = set(source.data) if isinstance(source.data, dict) else set()
    for kind in (PRACTICES, ARTICLES):
        fields = kind.model.model_fields
        if {name for name, field in fields.items() if field.is_required()} <= given:
            place = kind.file(source.file.stem)
            return f"these are the facts of one of the {kind.name}; move the file to {place}"
    return None


# In a preview only the file that was edited is read again.
@lru_cache(maxsize=10_000)
def _source(root: Path, stamp: Stamp) -> SourceFile:
    file = stamp[0]
    return read_page(root, file) if file.suffix == ".md" else read_data(root, file)


def _page_text(root: Path, stamp: Stamp) -> PageText:
    return page_text(_source(root, stamp).body)


@lru_cache(maxsize=10_000)
def page_text(body: str) -> PageText:
    """What is read of the text of a page; of one that stands in several languages, once."""
    return read_page_text(body)


def _ids(
    kinds: dict[PurePosixPath, Kind[Any]], sources: dict[PurePosixPath, SourceFile]
) -> dict[str, frozenset[str]]:
    """Every id by kind. A file that cannot be read is not also its users' fault: a file of one
    record keeps its id, and of a file of many every id is taken for one of its.
    """
    ids: dict[str, frozenset[str]] = {kind.name: frozenset() for kind in KINDS}
    for file, kind in kinds.items():
        if not kind.keyed:
            ids[kind.name] |= {str(kind.id_in(file))}
        elif source := sources.get(file):
            found = source.ids or (source.data or {}).keys()
            ids[kind.name] = frozenset(found) if found else Anything()
    return ids


def _words(sources: dict[PurePosixPath, SourceFile]) -> dict[str, frozenset[str]]:
    """The closed lists as far as they can be read; a faulty list is not also its users' fault."""
    source = sources.get(TERMS.file())
    data = source.data if source and isinstance(source.data, dict) else {}
    lists = {name: data.get(name) for name in Terms.model_fields}
    return {
        name: frozenset(str(word) for word in words) if isinstance(words, dict) else Anything()
        for name, words in lists.items()
    }


def _last_day(today: date | None) -> date:
    """The last day of which a record may tell. A build is often of the day of the last commit, and
    a record of today; east of Greenwich it is tomorrow already.
    """
    clock = datetime.now(UTC).date()
    return max(today or clock, clock) + timedelta(days=1)


def _fresh_for(sources: dict[PurePosixPath, SourceFile]) -> timedelta:
    """For how long a helpline's entry counts as fresh; where that cannot be read, as is usual."""
    source = sources.get(EDITORIAL.file())
    data = source.data if source and isinstance(source.data, dict) else {}
    days = data.get("fresh_for")
    return timedelta(days=days if isinstance(days, int) and 0 < days <= LONGEST else FRESH_FOR)


def _sources(sources: dict[PurePosixPath, SourceFile]) -> dict[str, Source]:
    """The sources of helplines by their ids; a faulty one is not also the fault of its users."""
    file = sources.get(SOURCES.file())
    data = file.data if file and isinstance(file.data, dict) else {}
    found: dict[str, Source] = {}
    for id, row in data.items():
        with suppress(ValidationError):
            found[str(id)] = Source.model_validate(row)
    return found


class Anything(frozenset[str]):
    """Stands for a list that cannot be read: every word is in it."""

    def __contains__(self, item: object) -> bool:
        return True
