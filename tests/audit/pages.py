"""Which pages there are, and one page of each kind. Nothing here names a page of the content."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from tests.helpers.projects import FIXTURE, ROOT

NOT_FOUND = "404.html"
LEADS_ON = 'http-equiv="refresh"'  # a page that moved: nobody stays on it
_CALL = re.compile(r"\{\{\s*(\w+)\(")


def addresses(site: Path) -> list[str]:
    """The address of every page of a built site, below the site's; none of pages that moved."""
    return [
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in sorted(site.rglob("*.html"))
        if LEADS_ON not in path.read_text("utf-8")
    ]


def _sources(docs: Path) -> dict[str, set[str]]:
    """The address of every page that somebody wrote, with the names of the macros it calls."""
    found = {}
    for path in sorted(docs.rglob("*.md")):
        place = path.relative_to(docs).with_suffix("")
        parts = place.parent.parts if place.name == "index" else place.parts
        found["".join(f"{part}/" for part in parts)] = set(_CALL.findall(path.read_text("utf-8")))
    return found


CALLS = _sources(ROOT / "docs")
EVERY = (*CALLS, NOT_FOUND)
SMALL_CALLS = _sources(FIXTURE / "docs")
SMALL = (*SMALL_CALLS, NOT_FOUND)  # every page of the small project


def _first_with_each(parts: dict[str, set[str]], seen: Iterable[str] = ()) -> Iterator[str]:
    """The pages that have a part which no page before them had, and which was not seen already."""
    known = set(seen)
    for page, its in parts.items():
        if new := its - known:
            yield page
            known |= new


def _folder(page: str) -> str:
    return page[: page.rstrip("/").rfind("/") + 1]


# The first page in each folder, and the first that calls each macro.
_PARTS = {page: calls | {_folder(page)} for page, calls in CALLS.items()}
KINDS = (*_first_with_each(_PARTS), NOT_FOUND)
# Of macros that no page of the small project calls: with SMALL, these show every component.
ONLY_REAL = (*_first_with_each(CALLS, chain.from_iterable(SMALL_CALLS.values())),)


def calling(name: str) -> str:
    """The first page that calls a macro."""
    return next(page for page, calls in CALLS.items() if name in calls)


def without_calls() -> str:
    """The first page in a folder that calls no macro: prose in the frame that all pages have."""
    return next(page for page, calls in CALLS.items() if page.count("/") == 2 and not calls)
