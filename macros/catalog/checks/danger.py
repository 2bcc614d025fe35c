"""The rules of data/danger.yml find what they must, and leave alone what they must."""

from collections.abc import Iterator, Mapping

import re2

from macros.catalog.catalog import Catalog
from macros.catalog.checks.danger_words import DangerWords, joined, names
from macros.catalog.kinds import DANGER, SEARCH
from macros.catalog.models.search import Danger, Search
from macros.catalog.models.words import re2_options
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.source import SourceFile


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Rules that name no list or are too large, and examples that they read wrongly."""
    search, rules = catalog.only(SEARCH), catalog[DANGER]
    if not search or not rules:
        return
    source = catalog.source(DANGER)
    if faults := list(_unclear(rules, search, source)):
        yield from faults
        return
    reader = DangerWords(search, rules)
    for id, rule in rules.items():
        for number, phrase in enumerate(rule.matches):
            if id not in reader.dangers(phrase):
                message = f"the patterns do not find their example `{phrase}`"
                yield source.problem((id, "matches", number), message)
        for number, phrase in enumerate(rule.passes):
            if found := reader.dangers(phrase):
                message = f"`{phrase}` must be left alone, but {', '.join(found)} finds it"
                yield source.problem((id, "passes", number), message)


def _unclear(rules: Mapping[str, Danger], search: Search, source: SourceFile) -> Iterator[Problem]:
    for id, rule in rules.items():
        for name in sorted(names(rule) - search.names.keys()):
            hint = suggestion(name, search.names)
            yield source.problem((id,), f"there is no list `{name}` in {SEARCH.file()}{hint}")
        if names(rule) <= search.names.keys():
            for patterns in (rule.patterns, rule.unless):
                if not _small(joined(patterns, search)):
                    yield source.problem((id,), "the patterns are too large; make them smaller")


def _small(pattern: str) -> bool:
    try:
        re2.compile(pattern, re2_options())
    except re2.error:
        return False
    return True
