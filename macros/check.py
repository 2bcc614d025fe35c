"""All problems of a project: its records, its pages, and the calls in them."""

from functools import lru_cache
from pathlib import Path
from time import monotonic

from macros.catalog import checks as records
from macros.catalog.catalog import Catalog
from macros.catalog.load import load
from macros.catalog.problems import Problem
from macros.components import call_checks as calls

MOMENT = 0.2  # seconds; a builder takes longer to notice that a file was saved

Checked = tuple[Catalog, tuple[Problem, ...]]

_seen: dict[Path, tuple[float, Checked]] = {}


def check(root: Path) -> Checked:
    """The catalogue of the project in this folder and everything wrong with it, in file order."""
    catalog = load(root)
    return catalog, _problems(catalog)


def check_lately(root: Path) -> Checked:
    """The same as a moment ago, for a builder that asks for each page: looking at all files takes
    a while where there are many.
    """
    if root not in _seen or monotonic() - _seen[root][0] > MOMENT:
        checked = check(root)
        _seen[root] = (monotonic(), checked)
    return _seen[root][1]


@lru_cache(maxsize=4)
def _problems(catalog: Catalog) -> tuple[Problem, ...]:
    return tuple(sorted({*records.problems(catalog), *calls.problems(catalog)}))
