"""The words of danger: which classes they belong to, and how typed text is read as such words.

The browser's side is frontend/search/danger.js; tests hold the two together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from macros.catalog.models.search import Danger, Search, WordClass, fold

SHORTEST = 6  # a shorter word is too close to too many others
SHORTEST_RUN = 6  # letters of words that are written as one
LONGEST_RUN = 40
LONGEST_PART = 14
SLIPS = "slips"  # the class of words that are read even with a slip
# Words of up to two letters that may be part of words written as one; one of these is.
_GLUE = frozenset(
    (
        "im",
        "me",
        "my",
        "to",
        "he",
        "us",
        "is",
        "it",
        "of",
        "be",
        "so",
        "go",
        "no",
        "up",
        "do",
        "in",
        "on",
    )
)
_JOINTS = frozenset(
    ("i", "im", "me", "my", "myself", "to", "dont", "want", "wanna", "cant", "him", "her", "self")
)
LARGE = 10  # from here on a number is a large one
BUILT_IN = ("number", "large")  # classes that digits belong to
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_BETWEEN = re.compile(r"[\W_]+")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_AMOUNT = re.compile(r"([0-9]+)([^\W\d_]+)")
_DISGUISED = re.compile(r"[^\W\d_].*[0-9@$!*]|[0-9@$!*].*[^\W\d_]")
_LETTERS = str.maketrans("013457@$!", "oleastasi")  # letters that digits and signs stand for
_OTHER_LETTERS = str.maketrans("1", "i")
_DOUBLED = re.compile(r"[^aeiou][aeiou]([bdgmnprt])$")


class Mark(NamedTuple):
    """A word or phrase of the text, from one place to another, and the steps that it can be."""

    start: int
    end: int
    names: frozenset[str]


@cache
def steps(combination: str) -> tuple[tuple[str, ...], ...]:
    """The steps of a combination, each with the classes and words it may be."""
    return tuple(tuple(step.split("/")) for step in combination.split(" "))


def is_class(name: str) -> bool:
    """Whether a step names a class, in capitals, and not a word."""
    return name.isupper()


def combinations(rule: Danger) -> list[str]:
    """Everything in a rule that names classes or words."""
    return [*rule.ordered, *rule.mixed, *rule.unless]


def verb_forms(verb: str) -> list[str]:
    """A verb with its regular endings: strangle, strangles, strangled, strangling, stranglin."""
    stem = verb
    if verb.endswith("e"):
        past = f"{verb}d"
        stem = verb if verb.endswith("ee") else verb[:-1]
    elif re.search(r"[^aeiou]y$", verb):
        past = f"{verb[:-1]}ied"
    else:
        if (match := _DOUBLED.search(verb)) and len(re.findall(r"[aeiou]+", verb)) == 1:
            stem = f"{verb}{match[1]}"
        past = f"{stem}ed"
    return [verb, plural(verb), past, f"{stem}ing", f"{stem}in"]


def plural(noun: str) -> str:
    """A noun with its regular plural ending."""
    if re.search(r"(?:[sxz]|[cs]h)$", noun):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if re.search(r"[^aeiou]y$", noun) else f"{noun}s"


def phrases(one: WordClass) -> Iterator[str]:
    """Every word and phrase of a class, in every form."""
    for verb in one.verbs:
        first, *rest = verb.split(" ")
        yield from (" ".join((form, *rest)) for form in verb_forms(first))
    for noun in one.nouns:
        yield from (noun, plural(noun))
    yield from one.words
    yield from one.emoji


def used_spellings(
    search: Search, classes: Mapping[str, WordClass], rules: Iterable[Danger]
) -> dict[str, list[str]]:
    """The wrong spellings of words that rules on danger can use."""
    known = Vocabulary({}, classes, rules).known
    return {
        right: wrong
        for right, wrong in search.spellings.items()
        if known.intersection(right.split(" "))
    }


class Vocabulary:
    """All words of all classes; reads a text as such words."""

    def __init__(
        self,
        spellings: Mapping[str, Iterable[str]],
        classes: Mapping[str, WordClass],
        rules: Iterable[Danger],
    ) -> None:
        named: dict[str, set[str]] = {}
        for id, one in classes.items():
            names = {name.upper() for name in (id, *_wider(id, classes))}
            for phrase in phrases(one):
                named.setdefault(phrase, set()).update(names)
        for rule in rules:
            for combination in combinations(rule):
                for name in (name for step in steps(combination) for name in step):
                    if not is_class(name):
                        named.setdefault(name.replace("_", " "), set()).add(name)
        self.known = {word for phrase in named for word in phrase.split(" ")}
        self.signs = [sign for one in classes.values() for sign in one.emoji]
        self.phrases: dict[str, list[tuple[list[str], frozenset[str]]]] = {}
        for phrase, names in named.items():
            words = phrase.split(" ")
            self.phrases.setdefault(words[0], []).append((words, frozenset(names)))
        self.right: dict[str, list[tuple[list[str], list[str]]]] = {}
        for right, all in spellings.items():
            for wrong in all:
                words = wrong.split(" ")
                self.right.setdefault(words[0], []).append((words, right.split(" ")))
        for same in self.right.values():
            same.sort(key=lambda each: -len(each[0]))
        self.parts = self.known | {
            word for word, all in self.right.items() if len(word) > 2 and len(all[0][0]) == 1
        }
        self.near: dict[str, list[str]] = {}
        if SLIPS in classes:
            for word in phrases(classes[SLIPS]):
                self.near.setdefault(word[0], []).append(word)

    def read(self, text: str) -> list[str]:
        """The words of a text with right spellings; each emoji is a word."""
        text = fold(text)
        for sign in self.signs:
            text = text.replace(sign, f" {sign} ")
        words = [
            word
            for piece in _SPACE.split(text)
            for raw in self._raw(piece)
            for word in self._meant(raw)
        ]
        return self._respelled(words)

    def marks(self, words: list[str]) -> list[Mark]:
        """The words and phrases that belong to a class, by where they end."""
        found = []
        for start, word in enumerate(words):
            if word.isdecimal():
                name = "NUMBER" if len(word) < 3 and int(word) < LARGE else "LARGE"
                found.append(Mark(start, start, frozenset((name,))))
            for phrase, names in self.phrases.get(word, ()):
                if words[start : start + len(phrase)] == phrase:
                    found.append(Mark(start, start + len(phrase) - 1, names))
        return sorted(found, key=lambda mark: mark.end)

    def _raw(self, piece: str) -> list[str]:
        if piece in self.signs:
            return [piece]
        if _DISGUISED.search(piece):
            bare = piece.strip('.,?!:;"()')
            for word in _undisguised(bare):
                if word in self.parts:
                    return [word]
        return [word for word in _BETWEEN.split(piece) if word]

    def _meant(self, raw: str) -> list[str]:
        word = _DRAWN_OUT.sub(r"\1", raw)
        if word in self.parts or word in self.right or word in self.signs:
            return [word]
        doubled = _DRAWN_OUT.sub(r"\1\1", raw)
        if doubled in self.parts:
            return [doubled]
        if match := _AMOUNT.fullmatch(word):
            return [match[1], match[2]]
        if (near := self._nearest(word)) or (near := self._nearest(doubled)):
            return [near]
        return self._apart(word) or [word]

    def _nearest(self, word: str) -> str | None:
        return next(
            (
                right
                for right in self.near.get(word[0], ())
                if max(len(word), len(right)) >= SHORTEST and slip(word, right)
            ),
            None,
        )

    def _apart(self, word: str) -> list[str] | None:
        """Known words that were written as one, as few as possible."""
        if not SHORTEST_RUN <= len(word) <= LONGEST_RUN:
            return None
        best: list[list[str] | None] = [[]]
        for end in range(1, len(word) + 1):
            choices = [
                [*before, part]
                for start in range(max(0, end - LONGEST_PART), end)
                if (before := best[start]) is not None
                and (
                    (part := word[start:end]) in _GLUE
                    or (part == "i" and start == 0)
                    or (len(part) > 2 and part in self.parts)
                )
            ]
            best.append(min(choices, key=len, default=None))
        parts = best[-1]
        return parts if parts and len(parts) > 1 and not _JOINTS.isdisjoint(parts) else None

    def _respelled(self, words: list[str]) -> list[str]:
        read: list[str] = []
        place = 0
        while place < len(words):
            for wrong, right in self.right.get(words[place], ()):
                if words[place : place + len(wrong)] == wrong:
                    read += right
                    place += len(wrong)
                    break
            else:
                read.append(words[place])
                place += 1
        return read


def slip(word: str, right: str) -> bool:
    """Whether one letter of a word is wrong, missing, too many, or swapped with the next."""
    if word[:1] != right[:1] or abs(len(word) - len(right)) > 1:
        return False
    while word and right and word[0] == right[0]:
        word, right = word[1:], right[1:]
    while word and right and word[-1] == right[-1]:
        word, right = word[:-1], right[:-1]
    return (len(word) <= 1 and len(right) <= 1) or (len(word) == 2 and word == right[::-1])


def _undisguised(word: str) -> Iterator[str]:
    """What a word with digits or signs in place of letters may be."""
    for letters in (word.translate(_OTHER_LETTERS).translate(_LETTERS), word.translate(_LETTERS)):
        if "*" not in letters:
            yield letters
        else:
            for vowel in "aeiou":
                yield letters.replace("*", vowel)


def _wider(id: str, classes: Mapping[str, WordClass]) -> Iterator[str]:
    """The classes that a class belongs to, through others too."""
    found, waiting = {id}, [id]
    while waiting:
        inner = waiting.pop()
        for wider, one in classes.items():
            if inner in one.of and wider not in found:
                found.add(wider)
                waiting.append(wider)
                yield wider
