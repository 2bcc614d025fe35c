"""A grade says no more than its studies carry, by the rubric of data/rubric.yml."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import CLAIMS, RUBRIC, STUDIES, TERMS
from macros.catalog.models.evidence import Claim, Need, Rubric
from macros.catalog.problems import Problem, suggestion


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Claims whose grade needs other studies than they name; rubric and grades that differ."""
    yield from _unknown(catalog)
    for id, claim in catalog[CLAIMS].items():
        rubric = catalog[RUBRIC].get(claim.grade)
        if rubric and set(claim.supports) <= catalog[STUDIES].keys():  # else a record is faulty
            for message in _faults(catalog, claim, rubric):
                yield catalog.source(CLAIMS, id).problem(("grade",), message)


def _unknown(catalog: Catalog) -> Iterator[Problem]:
    """Entries for no grade, and grades without an entry, where there is a rubric."""
    grades, rubric = catalog.words("grades"), catalog[RUBRIC]
    for id in rubric:
        if grades and id not in grades:
            message = f"`{id}` is not one of `grades` in {TERMS.file()}{suggestion(id, grades)}"
            yield catalog.source(RUBRIC).problem((id,), message)
    for grade in grades:
        if rubric and grade not in rubric and not catalog.problems:
            yield Problem(RUBRIC.file(), 1, f"`{grade}` is missing; say what it needs")


def _faults(catalog: Catalog, claim: Claim, rubric: Rubric) -> Iterator[str]:
    if not rubric.needs and claim.supports:
        yield f"`{claim.grade}` has no supporting study; choose another grade, or move the studies"
    if rubric.needs and not any(_met(catalog, claim, need) for need in rubric.needs):
        wanted = "; or ".join(f"{need.least} of {', '.join(need.designs)}" for need in rubric.needs)
        yield f"`{claim.grade}` needs supporting studies: {wanted}; choose a lower grade"
    if rubric.both_sides and not (claim.qualifies or claim.contradicts):
        yield f"`{claim.grade}` needs studies on the other side; choose another grade"


def _met(catalog: Catalog, claim: Claim, need: Need) -> bool:
    designs = [catalog[STUDIES][id].design for id in claim.supports]
    return sum(design in need.designs for design in designs) >= need.least
