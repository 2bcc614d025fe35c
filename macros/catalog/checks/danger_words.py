"""Words that may mean danger: read in Python as search reads them in a browser.

The browser's side is frontend/search/language.js; tests hold the two together.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import re2

from macros.catalog.models.search import Danger, Search, normalize
from macros.catalog.models.words import apart, re2_options

SHORTEST = 6  # a shorter word is too close to too many others
_NAME = re.compile(r"\{([a-z][a-z-]*)\}")


def names(rule: Danger) -> set[str]:
    """The lists that the patterns of a rule name."""
    return set(_NAME.findall(" ".join((*rule.patterns, *rule.unless))))


def joined(patterns: list[str], search: Search) -> str:
    """Patterns as one, with every {name} replaced by its list."""
    return _NAME.sub(lambda name: f"(?:{'|'.join(search.names[name[1]])})", "|".join(patterns))


class DangerWords:
    """Reads what a person typed, and finds what may mean danger."""

    def __init__(self, search: Search, rules: Mapping[str, Danger]) -> None:
        self.right = {wrong: right for right, all in search.spellings.items() for wrong in all}
        spellings = "|".join(sorted(self.right, key=len, reverse=True))
        self.wrong = re.compile(rf"\b(?:{spellings})\b", re.ASCII)
        self.slips = search.slips
        self.patterns: dict[str, tuple[Any, Any]] = {
            id: (
                re2.compile(joined(rule.patterns, search), re2_options()),
                re2.compile(joined(rule.unless, search), re2_options()) if rule.unless else None,
            )
            for id, rule in rules.items()
        }

    def spelled(self, text: str) -> str:
        """The text as search reads it, with right spellings."""
        read = self.wrong.sub(lambda match: self.right[match[0]], normalize(text))
        return " ".join(self._meant(word) for word in read.split(" "))

    def dangers(self, text: str) -> list[str]:
        """The ids of the rules that find something in the text."""
        read = self.spelled(text)
        return [id for id in self.patterns if any(self._found(id, read))]

    def _found(self, id: str, read: str) -> Iterator[str]:
        pattern, unless = self.patterns[id]
        excused = [match.span() for match in unless.finditer(read)] if unless else []
        for match in apart(pattern.finditer(read), excused):
            yield match[0]

    def _meant(self, word: str) -> str:
        if len(word) < SHORTEST or word in self.slips:
            return word
        return next((right for right in self.slips if slip(word, right)), word)


def slip(word: str, right: str) -> bool:
    """Whether one letter of a word is wrong, missing, too many, or swapped with the next."""
    if word[:1] != right[:1] or abs(len(word) - len(right)) > 1:
        return False
    while word and right and word[0] == right[0]:
        word, right = word[1:], right[1:]
    while word and right and word[-1] == right[-1]:
        word, right = word[:-1], right[:-1]
    return (len(word) <= 1 and len(right) <= 1) or (len(word) == 2 and word == right[::-1])
