"""Links to a part of a page lead to a heading, to an anchor, or to what a call shows there."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from markdown.extensions.toc import slugify

from macros.catalog.allowed.links import Link, is_relative
from macros.catalog.catalog import Catalog
from macros.catalog.checks.links import target_of
from macros.catalog.kinds import KINDS
from macros.catalog.models.fields import TAKEN
from macros.catalog.problems import Problem, suggestion
from macros.components.rendering import TEMPLATES

_WRITTEN = re.compile(r"#([A-Za-z][\w-]*)[ ]*\}")  # as in { #anchor }
_SHOWN = re.compile(r'\bid="([^"]+)"')
_FILLED_IN = re.compile(r"\{\{.*?\}\}")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Links to parts that no page has."""
    made = catalog.made_once(_ids_of_records)
    for file, page in catalog.texts.items():
        for link in page.links:
            if message := _missing(catalog, file, link, made):
                yield Problem(file, link.line + catalog.sources[file].offset, message)


def _missing(
    catalog: Catalog, file: PurePosixPath, link: Link, made: list[frozenset[str]]
) -> str | None:
    """What to say of a link to a part of a page that the page does not have."""
    if not is_relative(link.address) or not (part := urlsplit(link.address).fragment):
        return None
    at = PurePosixPath(target_of(file, link.address)) if urlsplit(link.address).path else file
    page = catalog.texts.get(at)
    if page is None or page.faults or part.startswith(TAKEN):
        return None
    if any(part in ids for ids in made):
        return None
    there = {*(each.id for each in page.parts if each.id), *_WRITTEN.findall(page.prose)}
    if part in there or _anchors_of_calls().fullmatch(part):
        return None
    before = link.address.partition("#")[0]
    known = (f"{before}#{name}" for name in there)
    hint = suggestion(link.address, known) or "; link to the page, or to one of its headings"
    return f"`{link.address}` leads to no part of the page{hint}"


def _ids_of_records(catalog: Catalog) -> list[frozenset[str]]:
    """Records and words of closed lists have their ids as anchors where calls show them."""
    words = (slugify(word, "-") for words in catalog.known.words.values() for word in words)
    return [
        frozenset(words),
        *(catalog.known.ids[kind.name] for kind in KINDS if not kind.is_page),
        *(words for words in catalog.known.words.values() if not words),  # unread: it has them all
    ]


@cache
def _anchors_of_calls() -> re.Pattern[str]:
    """The other anchors that templates write, such as `week-{{ week }}`."""
    ids = {
        id for path in TEMPLATES.glob("*.html") for id in _SHOWN.findall(path.read_text("utf-8"))
    }
    named = (_FILLED_IN.split(id) for id in ids if _FILLED_IN.sub("", id))
    return re.compile("|".join(sorted("[a-z0-9-]+".join(map(re.escape, part)) for part in named)))
