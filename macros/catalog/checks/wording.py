"""Words that hurt, press or promise, by the rules of data/language.yml."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Any

import re2

from macros.catalog.allowed.page import PageText
from macros.catalog.catalog import Catalog
from macros.catalog.checks.citations import CODE
from macros.catalog.kinds import LANGUAGE, kind_of
from macros.catalog.models.words import Rule, re2_options
from macros.catalog.problems import Problem, line_at
from macros.catalog.reading.shown_text import ShownText, shown_text
from macros.catalog.reading.source import SourceFile
from macros.catalog.reading.strict_yaml import Location

_MEMORY = 8_000_000  # bytes for all rules together as RE2 keeps them
# What rules do not read: comments and code.
_ASIDE = re.compile(r"<!--.*?-->|`[^`\n]*`", re.S)
_EXCEPTION = re.compile(r"<!--\s*wording: ([a-z0-9-]+): \S[^>]{0,500}-->")
# No pattern reaches across this: it is neither a space nor within one line.
_BETWEEN = "\n\1\n"

# Whether something on a page excuses the match that begins at a position of its prose.
Excuse = Callable[[PageText, int], bool]


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Each place where a rule of severity `error` finds its wording."""
    yield from findings(catalog, "error")


def findings(catalog: Catalog, severity: str, excused: Excuse | None = None) -> Iterator[Problem]:
    """Each place where a rule of one severity finds its wording.

    With `excused`, pages alone are read, and a match it is true for is left out.
    """
    chosen = {id: rule for id, rule in catalog[LANGUAGE].items() if rule.severity == severity}
    try:
        rules = Rules(chosen)
    except re2.error:
        message = "the rules together are too large; make the newest one smaller"
        yield Problem(LANGUAGE.file(), 1, message)
        return
    for file, source in catalog.sources.items():
        kind = kind_of(file)
        if kind is None or not kind.wording:
            continue
        if not excused:
            yield from _values(source, rules, kind.verbatim)
        if file in catalog.texts:
            yield from _page(catalog, file, rules, excused)


class Rules:
    """All rules as one: a text is looked through once, and only the rules that occur look again."""

    def __init__(self, rules: dict[str, Rule]) -> None:
        self.rules = list(rules.items())
        self.any = re2.Set.SearchSet(re2_options(_MEMORY))
        for _, rule in self.rules:
            self.any.Add(rule.expression)
        self.any.Compile()

    def find(self, text: str) -> Iterator[tuple[str, Rule, int, str]]:
        """Each match: the rule's id, the rule, where in the text, and the words found.

        Phones and word processors curl apostrophes; the rules write them straight.
        """
        text = text.replace("’", "'")
        for number in (self.any.Match(text) if self.rules else None) or ():
            id, rule = self.rules[number]
            for position, found in rule.find(text):
                yield id, rule, position, found


def _values(source: SourceFile, rules: Rules, verbatim: tuple[str, ...]) -> Iterator[Problem]:
    """Looks through all values of a file at once."""
    texts = list(texts_of(source.data, verbatim))
    starts = list(accumulate((len(text) + len(_BETWEEN) for _, text in texts), initial=0))
    for id, rule, position, found in rules.find(_BETWEEN.join(text for _, text in texts)):
        location = texts[bisect_right(starts, position) - 1][0]
        yield source.problem(location, _message(id, rule, found))


def texts_of(
    value: Any, verbatim: tuple[str, ...], location: Location = ()
) -> Iterator[tuple[Location, str]]:
    """Every text of ours in the data: none under the keys that hold the words of others."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in verbatim:
                yield from texts_of(inner, verbatim, (*location, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts_of(inner, verbatim, (*location, number))
    elif isinstance(value, str):
        yield location, value


def _page(
    catalog: Catalog, file: PurePosixPath, rules: Rules, excused: Excuse | None
) -> Iterator[Problem]:
    page, offset = catalog.texts[file], catalog.sources[file].offset
    if page.faults or not catalog[LANGUAGE]:  # rules that cannot be read need no exceptions
        return
    named = {id for id, _ in rules.rules}
    allowed = {
        (match[1], line_at(page.prose, match.start())): False
        for match in _EXCEPTION.finditer(_blank(CODE, page.prose))
        if match[1] in named or match[1] not in catalog[LANGUAGE]
    }
    read = read_by_rules(page.prose)
    for id, rule, place, found in rules.find(read.text):
        position = read.place(place)
        line = line_at(page.prose, position)
        places = [(id, near) for near in (line, line - 1) if (id, near) in allowed]
        if excused and excused(page, position):
            continue
        if places:
            allowed[places[0]] = True
        else:
            yield Problem(file, line + offset, _message(id, rule, found))
    for (id, line), used in allowed.items():
        if not used:
            message = f"the exception for `{id}` is no longer needed; delete the comment"
            yield Problem(file, line + offset, message)


@lru_cache(maxsize=10_000)
@lru_cache(maxsize=10_000)  # words and spelling are looked for in the same text
def read_by_rules(prose: str) -> ShownText:
    """What rules read of a page. Every severity reads it, so it is made once."""
    # A blank line ends a sentence: no pattern reads across it.
    return shown_text(re.sub(r"\n(?=[ \t]*\n)", ".", without_asides(prose)))


def without_asides(prose: str) -> str:
    """Prose without comments and code; every other character keeps its place."""
    return _blank(_ASIDE, prose)


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _message(id: str, rule: Rule, found: str) -> str:
    shown = " ".join(found.split())
    return f"`{shown}`: {rule.why} Better: {'; '.join(rule.instead)} (rule {id})"
