"""A page that readers rely on keeps what it is for: no page is empty, and some must hold calls."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.allowed.jinja import CALL_MARK
from macros.catalog.catalog import Catalog
from macros.catalog.finder import page_of
from macros.catalog.problems import Problem

_NO_CONTENT = re.compile(r"<!--.*?-->|^[ \t>]*#[^\n]*$", re.S | re.M)
_CONTENT = re.compile(rf"\w|{CALL_MARK}")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Pages with nothing to read, and calls that data/editorial.yml asks of a page and that it does
    not make.
    """
    for file, page in catalog.texts.items():
        offset = catalog.sources[file].offset
        if page.faults or catalog.sources[file].data is None:
            continue
        if not _CONTENT.search(_NO_CONTENT.sub("", page.prose)):
            yield Problem(file, offset + 1, "the page is empty; write its text, or delete the file")
        made = {(call.name, *call.arguments[:1]) for call in page.calls}
        made |= {(call.name,) for call in page.calls}
        for call in _kept(catalog, file):
            if call not in made:
                name, *words = call
                written = "".join(f'"{word}"' for word in words)
                message = f"{{{{ {name}({written}) }}}} is missing, and this page is for it"
                yield Problem(file, offset + 1, f"{message}; put it alone on a line")


def _kept(catalog: Catalog, file: PurePosixPath) -> Iterator[tuple[str, ...]]:
    """The calls that a page must make: their names, with their word where one is asked for."""
    rules = catalog.editorial
    for name in rules.pages.get(str(file.relative_to("docs")), []):
        yield (name,)
    for need in catalog.words("needs"):
        if rules.answers and page_of(need) == file:
            yield rules.answers, need
