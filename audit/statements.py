"""The accessibility statement and the privacy page: what shows that each of their sentences is so.

`statements.yml` names for each sentence a check of the audit, a test, or why no program can tell.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

import yaml

from audit.looking import NAMES
from audit.markup import HTML
from benchmarks.pages import sentences
from macros.catalog.load import load
from tests.helpers.projects import ROOT

LIST = Path(__file__).with_name("statements.yml")
PAGES = ("about/accessibility", "about/privacy")
CHECKS = (*NAMES, HTML)
_LABEL = re.compile(r"\*\*(.+?)\*\*")
_END = re.compile(r"(?<=[.?!])(?<!\b[A-Z]\.)[\"”)]?\s+(?=[A-Z“\"])")


def said(page: str) -> list[str]:
    """Every sentence of a page, in its order; no headings, and no bold words before a sentence."""
    catalog = load(ROOT)
    reading = catalog.readings[PurePosixPath(_file(page))]
    labels = _LABEL.findall(reading.prose)
    found = [one for block in sentences(catalog, reading) for one in _END.split(block)]
    return [one.removesuffix(":.") for one in found if one not in labels]


def _file(page: str) -> str:
    return f"docs/{page}.md"


@cache
def listed() -> dict[str, list[dict[str, str]]]:
    """What statements.yml holds: for each page its sentences, each with what shows it."""
    found: dict[str, list[dict[str, str]]] = yaml.safe_load(LIST.read_text("utf-8"))
    return found


def _shown(entry: dict[str, str]) -> list[str]:
    """The checks and tests that an entry names."""
    return [name.strip() for name in entry.get("shown", "").split(",") if name.strip()]


def tests() -> list[str]:
    """The tests that the entries name, as pytest takes them."""
    names = (name for entries in listed().values() for one in entries for name in _shown(one))
    return sorted({name for name in names if name not in CHECKS})


def _there(name: str) -> bool:
    """Whether there is such a check, or such a test."""
    if name in CHECKS:
        return True
    file, _, test = name.partition("::")
    if not (path := ROOT / file).is_file():
        return False
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(one, ast.FunctionDef) and one.name == test for one in tree.body)


def faults() -> list[str]:
    """What is wrong between the pages and the list, one line each."""
    return [fault for page in PAGES for fault in wrong(page)]


def wrong(page: str) -> Iterator[str]:
    """What is wrong between one page and the list."""
    sentences, entries = said(page), listed().get(page, [])
    known = [entry["says"] for entry in entries]
    for sentence in sentences:
        if sentence not in known:
            yield f"{_file(page)}: nothing shows that this is so; add it to {LIST.name}: {sentence}"
    for entry in entries:
        if entry["says"] not in sentences:
            yield f"{LIST.name}: {page} does not say: {entry['says']}"
        if ("why" in entry) == ("shown" in entry):
            yield f"{LIST.name}: give either `shown` or `why`: {entry['says']}"
        for name in _shown(entry):
            if not _there(name):
                yield f"{LIST.name}: there is no check or test {name}"
