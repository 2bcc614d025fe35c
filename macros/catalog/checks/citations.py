"""A citation names a study that may be cited; its text is the study's record."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import STUDIES
from macros.catalog.problems import Problem, suggestion
from macros.catalog.safety.links import BEGINNING
from macros.catalog.safety.page import PageText

REFERENCE = re.compile(r"\[\^([^\]\s]{1,80})\](:?)")
CODE = re.compile(r"`[^`\n]*`")


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
