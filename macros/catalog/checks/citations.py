"""A citation names a study that may be cited; its text is the study's record."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem, first, suggestion
from macros.catalog.safety.links import BEGINNING
from macros.catalog.safety.page import Reading

REFERENCE = re.compile(r"\[\^([^\]\s]{1,80})\](:?)")
CODE = re.compile(r"`[^`\n]*`")


def cited(line: str) -> list[str]:
    """The studies that a line cites, by their ids; what stands in code cites nothing."""
    return [match[1] for match in REFERENCE.finditer(CODE.sub("", line))]


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Unknown, withdrawn and hand-written footnotes."""
    for file, reading in catalog.readings.items():
        yield from first(_faults(catalog, file, reading))


def _faults(catalog: Catalog, file: PurePosixPath, reading: Reading) -> Iterator[Problem]:
    studies, offset = catalog.known.ids["studies"], catalog.sources[file].offset
    for number, line in enumerate(reading.prose.split("\n"), 1):
        for match in REFERENCE.finditer(line):
            id, defined = match.groups()
            if defined and BEGINNING.fullmatch(line, 0, match.start()):
                message = f"delete the text of [^{id}]; it comes from data/studies/{id}.yml"
                yield Problem(file, number + offset, message)
            elif id not in studies:
                message = f"[^{id}]: there is no study `{id}`{suggestion(id, studies)}"
                yield Problem(file, number + offset, message)
            elif (study := catalog.studies.get(id)) and study.retracted:
                message = f"[^{id}] was withdrawn on {study.retracted}; cite another study"
                yield Problem(file, number + offset, message)
