"""All problems of a project: its records, its pages, and the calls in them."""

from functools import lru_cache
from pathlib import Path

from macros.catalog import checks as records
from macros.catalog.catalog import Catalog
from macros.catalog.loading import load
from macros.catalog.problems import Problem
from macros.components import checks as calls


def check(root: Path) -> tuple[Catalog, tuple[Problem, ...]]:
    """The catalogue of the project in this folder and everything wrong with it, in file order."""
    catalog = load(root)
    return catalog, _problems(catalog)


@lru_cache(maxsize=4)
def _problems(catalog: Catalog) -> tuple[Problem, ...]:
    return tuple(sorted({*records.problems(catalog), *calls.problems(catalog)}))
