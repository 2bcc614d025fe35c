"""Where a page speaks of what can hurt, help stands near. What those pages are, is in
data/editorial.yml.
"""

from collections.abc import Iterator

import re2

from macros.catalog.catalog import Catalog
from macros.catalog.models.pages import Article
from macros.catalog.models.search import fold
from macros.catalog.models.words import spaced
from macros.catalog.problems import Problem, line_at
from macros.catalog.reading.shown_text import shown_text


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Pages on suicide, self-harm, abuse, trauma, loss or burnout without a call that helps."""
    care = catalog.editorial.care
    if not care.calls:
        return
    words, topics = _finder(care.words), _finder(care.topics)
    card = f"{{{{ {care.calls[0]}() }}}}"
    for file, page in catalog.every_page.items():
        text, source = catalog.texts[file], catalog.sources[file]
        calls = {call.name for call in text.calls}
        if text.faults or calls & set(care.calls):
            continue
        prose = fold(shown_text(text.prose).text)  # as it looks, with the lines that it has
        if match := words(prose):
            line = line_at(prose, match.start()) + source.offset
            found = " ".join(match[0].split())
            message = f"the page speaks of `{found}` without help beside it"
            yield Problem(file, line, f"{message}; put {card} near its top")
        elif match := topics(fold(f"{page.title} {page.summary}")):
            message = f"the page is about `{match[0]}`; put {card} near its top"
            yield source.problem(("title",), message)
        elif calls & set(care.frame):
            continue
        elif needs := [need for need in getattr(page, "tags", ()) if need in care.needs]:
            message = f"a page for people who are {needs[0]} needs {card} on it"
            yield source.problem(("tags",), message)
        elif isinstance(page, Article) and page.category in care.categories:
            message = f"an article on `{page.category}` needs {card} near its top"
            yield source.problem(("category",), message)


def _finder(pattern: str | None):  # type: ignore[no-untyped-def]  # re2 has no types
    """Finds what matches a pattern; without one, nothing."""
    return re2.compile(spaced(pattern)).search if pattern else lambda _: None
