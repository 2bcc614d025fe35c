"""Nothing rests on what was withdrawn, on bare ideas, or on a claim without support."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Claims with studies they may not name; practices and effects on unsupported claims."""
    for id, claim in catalog.claims.items():
        if id == "experience":
            file = PurePosixPath("data/claims/experience.yml")
            yield Problem(file, 1, "`experience` is the word for no claim; rename the file")
        source = catalog.source(PurePosixPath("data/claims", f"{id}.yml"))
        for side in ("supports", "qualifies", "contradicts"):
            for number, name in enumerate(getattr(claim, side)):
                study = catalog.studies.get(name)
                if study and study.retracted:
                    message = f"`{name}` was withdrawn on {study.retracted}; name another study"
                    yield source.problem((side, number), message)
                elif study and study.background and side == "supports":
                    message = f"`{name}` is background, without a result; move it to `qualifies`"
                    yield source.problem((side, number), message)
    for id, practice in catalog.practices.items():
        grades = {catalog.claims[name].grade for name in practice.claims if name in catalog.claims}
        if grades == {"unsupported"}:
            source = catalog.source(PurePosixPath("docs/practices", f"{id}.md"))
            message = "a practice rests on at least one claim that is supported; name one"
            yield source.problem(("claims",), message)
    for id, ripple in catalog.ripples.items():
        source = catalog.source(PurePosixPath("data/ripples", f"{id}.yml"))
        for row, effect in enumerate(ripple.effects):
            for number, name in enumerate(effect.basis):
                known = catalog.claims.get(name)
                if known and known.grade == "unsupported":
                    message = f"claim `{name}` is unsupported; write experience, or another claim"
                    yield source.problem(("effects", row, "basis", number), message)
