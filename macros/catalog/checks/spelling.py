"""Words are spelled as in the United States; what lists of misspellings hold is refused."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from macros.catalog.catalog import Catalog
from macros.catalog.checks.wording import read_by_rules, texts_of
from macros.catalog.kinds import EDITORIAL, kind_of
from macros.catalog.problems import Problem, line_at

# Of codespell: what is never right, what hardly ever is, and British forms.
_LISTS = ("dictionary.txt", "dictionary_rare.txt", "dictionary_en-GB_to_en-US.txt")
_WORD = re.compile(r"[\w'-]+")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Misspelled words of pages and data, but for those that data/editorial.yml lets stand."""
    if (rules := catalog.only(EDITORIAL)) is None or not catalog.translation.is_english:
        return  # the lists of misspellings are of English
    known = frozenset(rules.spelling)
    faulty = {problem.file for problem in catalog.problems}  # a word of a list has a better message
    for file, source in catalog.sources.items():
        kind = kind_of(file)
        if kind is None or not kind.wording:
            continue
        for location, text in () if file in faulty else texts_of(source.data, kind.verbatim):
            for _, message in _misspelled(text, known):
                yield source.problem(location, message)
        page = catalog.texts.get(file)
        if page and not page.faults:
            read = read_by_rules(page.prose)
            for position, message in _misspelled(read.text, known):
                line = line_at(page.prose, read.place(position)) + source.offset
                yield Problem(file, line, message)


@lru_cache(maxsize=50_000)  # of texts that did not change, a preview asks again and again
def _misspelled(text: str, known: frozenset[str]) -> tuple[tuple[int, str], ...]:
    right = corrections()
    found = []
    for match in _WORD.finditer(text.replace("’", "'")):
        word = match[0].strip("'-")
        better = right.get(word.lower())
        if better and word.lower() not in known:
            message = f"`{word}`: write {better}; or add it to `spelling` in data/editorial.yml"
            found.append((match.start(), message))
    return tuple(found)


@cache
def corrections() -> dict[str, str]:
    """What to write, by the misspelled word in small letters."""
    found = {}
    for name in _LISTS:
        for line in (files("codespell_lib") / "data" / name).read_text("utf-8").splitlines():
            wrong, _, right = line.partition("->")
            *better, _reason = right.split(",") if "," in right else (right, "")
            found[wrong.lower()] = " or ".join(word.strip() for word in better)
    return found
