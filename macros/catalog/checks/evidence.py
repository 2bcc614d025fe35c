"""Nothing rests on what was withdrawn, on bare ideas, or on a claim without support."""

import re
from collections.abc import Iterator
from typing import Any

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import CLAIMS, PRACTICES, RIPPLES, STUDIES, Kind
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Records that are there twice; claims with studies they may not name; practices and effects on
    unsupported claims.
    """
    yield from _twice(catalog, STUDIES, "DOI")
    yield from _twice(catalog, CLAIMS, "statement")
    for id, claim in catalog[CLAIMS].items():
        if id == "experience":
            message = "`experience` is the word for no claim; rename the file"
            yield Problem(CLAIMS.file(id), 1, message)
        source = catalog.source(CLAIMS, id)
        for side in ("supports", "qualifies", "contradicts"):
            for number, name in enumerate(getattr(claim, side)):
                study = catalog[STUDIES].get(name)
                if study and study.retracted:
                    message = f"`{name}` was withdrawn on {study.retracted}; name another study"
                    yield source.problem((side, number), message)
                elif study and study.background and side == "supports":
                    message = f"`{name}` is background, without a result; move it to `qualifies`"
                    yield source.problem((side, number), message)
    for id, practice in catalog[PRACTICES].items():
        grades = {catalog[CLAIMS][x].grade for x in practice.claims if x in catalog[CLAIMS]}
        if grades == {"unsupported"}:
            message = "a practice rests on at least one claim that is supported; name one"
            yield catalog.source(PRACTICES, id).problem(("claims",), message)
    for id, ripple in catalog[RIPPLES].items():
        source = catalog.source(RIPPLES, id)
        for row, effect in enumerate(ripple.effects):
            for number, name in enumerate(effect.basis):
                known = catalog[CLAIMS].get(name)
                if known and known.grade == "unsupported":
                    message = f"claim `{name}` is unsupported; write experience, or another claim"
                    yield source.problem(("effects", row, "basis", number), message)


def _twice(catalog: Catalog, kind: Kind[Any], key: str) -> Iterator[Problem]:
    """Records of one kind that say the same; the later one, by its id, is the one reported."""
    first: dict[str, str] = {}
    for id, record in sorted(catalog[kind].items()):
        said = " ".join(re.findall(r"[^\W_]+", getattr(record, key) or "")).casefold()
        other = first.setdefault(said, id) if said else id
        if other != id:
            message = f"`{other}` has the same `{key}`; keep one {kind.singular} of the two"
            yield catalog.source(kind, id).problem((key,), message)
