"""What words mean to search: right spellings, stems, words that mean the same.

The browser's side, which reads questions, is frontend/search/language.js; tests hold the two
together.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from macros.catalog.models.search import Search, normalize

SHORTEST = 6  # a shorter word is too close to too many others
STEMMED = 4  # letters of the shortest word that is cut
_PLURAL = re.compile(r"ie[sd]$")
_ENDING = re.compile(r"(ness|ing|ed|es|ly|s|e)$")
_EDGE = re.compile(r"\W+", re.ASCII)
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@dataclass(frozen=True)
class Meaning:
    """A word of a text: its stem, the groups of words that it means the same as, and whether it
    says something.
    """

    word: str
    stem: str
    groups: tuple[str, ...] = ()
    said: bool = True


@cache
def stem(word: str) -> str:
    """A word without its common endings."""
    if len(word) < STEMMED:
        return word
    return _DOUBLED.sub(r"\1", _ENDING.sub("", _PLURAL.sub("y", word))) or word


def group(name: str) -> str:
    """How an index names a group of words that mean the same; no word begins so."""
    return f"~{name.replace(' ', '-')}"


@dataclass
class _Found:
    """Where a group is named."""

    start: int
    end: int
    group: str

    def is_within(self, other: "_Found") -> bool:
        """Whether a longer phrase holds it: `make up my mind` is no making up."""
        longer = other.end - other.start > self.end - self.start
        return longer and other.start <= self.start and self.end <= other.end


@dataclass
class Language:
    """The language of search, from its words."""

    words: Search
    labels: Mapping[str, str] = field(default_factory=dict)  # of groups that are named by an id
    skip: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.skip = frozenset(map(stem, self.words.skip))
        self._read: dict[str, str] = {}
        self._right = {w: right for right, all in self.words.spellings.items() for w in all}
        longest_first = sorted(self._right, key=len, reverse=True)
        # Letters as JavaScript knows them at the edge of a word.
        self._wrong = re.compile(rf"\b(?:{'|'.join(longest_first)})\b", re.ASCII)
        self._wrong_words = frozenset(w for wrong in self._right for w in wrong.split(" "))
        self._phrases: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for name, phrases in self.phrases.items():
            for phrase in phrases:
                parts = phrase.split(" ")
                self._phrases[parts[0]].append((parts, name))

    @property
    def phrases(self) -> dict[str, list[str]]:
        """Each group, with its phrases as stems."""
        return {
            group(name): [self.stems(phrase) for phrase in (self.label(name), *same)]
            for name, same in self.words.same.items()
        }

    def label(self, name: str) -> str:
        """What readers see of a group."""
        return self.labels.get(name, name)

    def stems(self, phrase: str) -> str:
        """A phrase as it is looked for."""
        return " ".join(map(stem, phrase.split(" ")))

    def spelled(self, text: str) -> str:
        """The plain text with right spellings."""
        right = normalize(text)
        if not self._wrong_words.isdisjoint(re.split(_EDGE, right)):  # most texts have none
            right = self._wrong.sub(lambda found: self._right[found[0]], right)
        return " ".join(self._meant(word) for word in right.split(" "))

    def _meant(self, word: str) -> str:
        if word not in self._read:
            slips = () if len(word) < SHORTEST or word in self.words.slips else self.words.slips
            self._read[word] = next((other for other in slips if is_slip(word, other)), word)
        return self._read[word]

    def meanings(self, text: str) -> list[Meaning]:
        """The words of a text. Where none says something, all of them do."""
        words = [word for word in self.spelled(text).split(" ") if word]
        all = [Meaning(w, stem(w), (), stem(w) not in self.skip) for w in words]
        for found in self._groups(all):
            places = range(found.start, found.end)
            telling = [at for at in places if all[at].stem not in self.skip]
            for at in telling or [found.start]:
                all[at] = replace(all[at], groups=(*all[at].groups, found.group), said=True)
        if not any(meaning.said for meaning in all):
            return [replace(meaning, said=True) for meaning in all]
        return all

    def _groups(self, all: list[Meaning]) -> list[_Found]:
        found = [
            _Found(start, start + len(parts), name)
            for start, meaning in enumerate(all)
            for parts, name in self._phrases.get(meaning.stem, ())
            if [m.stem for m in all[start : start + len(parts)]] == parts
        ]
        return [one for one in found if not any(one.is_within(other) for other in found)]


def is_slip(word: str, other: str) -> bool:
    """Whether one letter of a word is wrong, missing, too many, or swapped with the next."""
    if word[0] != other[0] or abs(len(word) - len(other)) > 1:
        return False
    start = _alike(zip(word, other, strict=False))
    shorter = min(len(word), len(other)) - start
    end = min(shorter, _alike(zip(reversed(word), reversed(other), strict=False)))
    one, two = word[start : len(word) - end], other[start : len(other) - end]
    return (len(one) < 2 and len(two) < 2) or (len(one) == 2 and one == two[::-1])


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count
