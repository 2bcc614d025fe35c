"""Paths: no practice comes twice in one week."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import PATHS
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Practices that a week of a path names twice."""
    for id, path in catalog[PATHS].items():
        for number, week in enumerate(path.weeks):
            seen: set[str] = set()
            for place, step in enumerate(week.steps):
                if step.practice in seen:
                    message = f"`{step.practice}` stands in this week already; choose another"
                    spot = ("weeks", number, "steps", place, "practice")
                    yield catalog.source(PATHS, id).problem(spot, message)
                seen.add(step.practice)
