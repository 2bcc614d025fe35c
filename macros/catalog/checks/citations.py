"""A citation names a study that may be cited; its text is the study's record."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.allowed.links import BEGINNING
from macros.catalog.allowed.page import PageText
from macros.catalog.catalog import Catalog
from macros.catalog.kinds import STUDIES
from macros.catalog.problems import Problem, suggestion

REFERENCE = re.compile(r"\[\^([^\[\]\s]+)\](:?)")
CODE = re.compile(r"`[^`\n]*`")
# What was meant as a footnote and would be printed as it stands: spaces or several ids within, or
# no sign before the id.
_MISWRITTEN = re.compile(
    r"\[[ \t]*\^[^\[\]]*\]|\[[ \t]*(?P<ids>[a-z0-9-]+(?:[,; \t]+[a-z0-9-]+)*)[ \t]*\](?![(\[:])"
)


def cited(line: str) -> list[str]:
    """The studies that a line cites, by their ids; what stands in code cites nothing."""
    return [match[1] for match in REFERENCE.finditer(CODE.sub("", line))]


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Unknown, withdrawn and hand-written footnotes."""
    for file, page in catalog.texts.items():
        yield from _faults(catalog, file, page)


def _faults(catalog: Catalog, file: PurePosixPath, page: PageText) -> Iterator[Problem]:
    studies, offset = catalog.known.ids["studies"], catalog.sources[file].offset
    for number, line in enumerate(page.prose.split("\n"), 1):
        for match in REFERENCE.finditer(line):
            id, defined = match.groups()
            if defined and BEGINNING.fullmatch(line, 0, match.start()):
                message = f"delete the text of [^{id}]; it comes from {STUDIES.file(id)}"
                yield Problem(file, number + offset, message)
            elif id not in studies:
                message = f"[^{id}]: there is no study `{id}`{suggestion(id, studies)}"
                yield Problem(file, number + offset, message)
            elif (study := catalog[STUDIES].get(id)) and study.retracted:
                message = f"[^{id}] was withdrawn on {study.retracted}; cite another study"
                yield Problem(file, number + offset, message)
        for text in _miswritten(line, studies):
            yield Problem(file, number + offset, text)


def _miswritten(line: str, studies: frozenset[str]) -> Iterator[str]:
    """Footnotes that Markdown would not take for any."""
    for match in _MISWRITTEN.finditer(CODE.sub("", line)):
        named = re.findall(r"[^\s,;^\[\]]+", match[0])
        if REFERENCE.fullmatch(match[0]) or (match["ids"] and not studies >= {*named}):
            continue
        right = "".join(f"[^{id}]" for id in named) or "the id of a study, as in [^smith2020]"
        yield f"`{match[0]}` would be printed as it stands; write {right}"
