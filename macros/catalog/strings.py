"""The strings that readers see outside of pages, by key; one file for each language.

data/strings.yml holds them below `extra: strings:`, because mkdocs.yml inherits that file: so the
templates of both site builders read `config.extra.strings`, and the frame hands the part `scripts`
to the browser. Everything in Python reads the same file through this module.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

LANGUAGE = "en"  # of this project: its pages, its data and its strings
_LISTS = {LANGUAGE: "en_GB"}  # no comma before the last of a list, as on every page
_BETWEEN = re.compile(r"(?<=[.!?]) (?=[A-Z])")


def sentences(text: str) -> list[str]:
    """The sentences of a text in English."""
    return _BETWEEN.split(text)


@dataclass(frozen=True)
class Strings:
    """The strings of one language, as a tree; `lines` are texts of helplines by their English."""

    tree: Mapping[str, Any]
    language: str = LANGUAGE
    lines: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, key: str, **values: object) -> str:
        """The string under a key such as `calendars.weeks.name`, with {values} filled in.

        A string that depends on a number has a form for each plural of CLDR (one, other, …); the
        value `count` chooses it, and `other` stands for one that is not there. Whole
        numbers are written as the language writes them: 1,234.
        Raises KeyError for a key that no string has.
        """
        found = self.at(key)
        if isinstance(found, Mapping):
            form = self._locale.plural_form(float(str(values["count"])))
            found = found.get(form, found["other"])
        return str(found).format(**{name: self._written(value) for name, value in values.items()})

    def day(self, value: date) -> str:
        """A day as readers write it: November 22, 2026."""
        return format_date(value, "long", locale=self._locale)

    def month(self, value: date) -> str:
        """The month of a day, as it stands within a sentence: November."""
        return format_date(value, "MMMM", locale=self._locale)

    def listed(self, words: Sequence[str]) -> str:
        """Words one after the other, as a sentence has them: sad, lonely and stuck."""
        return format_list(words, locale=_LISTS.get(self.language, self._locale))

    def number(self, value: int) -> str:
        """A number as readers write it: 1,234."""
        return format_decimal(value, locale=self._locale)

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.language, "-")

    def _written(self, value: object) -> object:
        return self.number(value) if isinstance(value, int) else value

    def line(self, text: str) -> str | None:
        """A text of a helpline in this language; None where it lacks the text as English is now."""
        if self.language == LANGUAGE or text in self.lines:
            return self.lines.get(text, text)
        found = [self.lines.get(sentence) for sentence in sentences(text)]
        return None if None in found else " ".join(filter(None, found))

    def all(self, key: str) -> list[str]:
        """The strings of a list."""
        return [str(each) for each in self.at(key)]

    def at(self, key: str) -> Any:
        """Whatever stands under a key: a string, a list, or more keys."""
        found: Any = self.tree
        for part in key.split("."):
            if not isinstance(found, Mapping) or part not in found:
                raise KeyError(f"data/strings.yml has no `{key}`; add it")
            found = found[part]
        return found
