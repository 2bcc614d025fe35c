"""The rules of data/danger.yml find what they must, and leave alone what they must."""

from collections.abc import Iterator

import re2

from macros.catalog.catalog import Catalog
from macros.catalog.checks.danger_words import LARGEST, Reader, joined, length, names
from macros.catalog.models.search import Search
from macros.catalog.models.words import quiet
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.source import Source


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Rules that name no list or are too large, and examples that they read wrongly."""
    if not catalog.search or not catalog.danger:
        return
    source = next(s for file, s in catalog.sources.items() if str(file) == "data/danger.yml")
    if faults := list(_unclear(catalog, catalog.search, source)):
        yield from faults
        return
    reader = Reader(catalog.search, catalog.danger)
    for id, rule in catalog.danger.items():
        for number, phrase in enumerate(rule.matches):
            if id not in reader.dangers(phrase):
                message = f"the patterns do not find their example `{phrase}`"
                yield source.problem((id, "matches", number), message)
        for number, phrase in enumerate(rule.passes):
            if found := reader.dangers(phrase):
                message = f"`{phrase}` must be left alone, but {', '.join(found)} finds it"
                yield source.problem((id, "passes", number), message)


def _unclear(catalog: Catalog, search: Search, source: Source) -> Iterator[Problem]:
    for id, rule in catalog.danger.items():
        for name in sorted(names(rule) - search.names.keys()):
            hint = suggestion(name, search.names)
            yield source.problem((id,), f"there is no list `{name}` in data/search.yml{hint}")
        if names(rule) <= search.names.keys():
            for patterns in (rule.patterns, rule.unless):
                if length(patterns, search) > LARGEST or not _small(joined(patterns, search)):
                    yield source.problem((id,), "the patterns are too large; make them smaller")


def _small(pattern: str) -> bool:
    try:
        re2.compile(pattern, quiet())
    except re2.error:
        return False
    return True
