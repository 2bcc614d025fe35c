"""Which rules on danger find something in a text: classes of words that stand near each other.

The time it takes grows as the text does, whatever the rules say.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from macros.catalog.checks.danger_words import Mark, Vocabulary, steps, used_spellings
from macros.catalog.models.search import Danger, Search, WordClass

HARMLESS = "harmless"


class Window(NamedTuple):
    """The first and the last word of what a combination found."""

    start: int
    end: int


class DangerRules:
    """Reads what a person typed, and finds what may mean danger."""

    def __init__(
        self, search: Search, classes: Mapping[str, WordClass], rules: Mapping[str, Danger]
    ) -> None:
        spellings = used_spellings(search, classes, rules.values())
        self.vocabulary = Vocabulary(spellings, classes, rules.values())
        self.rules = rules

    def found(self, text: str) -> list[str]:
        """The ids of the rules that find something in a text, those on harmless things first."""
        every = self.vocabulary.marks(self.vocabulary.read(text))
        names = frozenset(name for mark in every for name in mark.names)
        hidden: list[Window] = []
        ids = []
        for id, rule in self.rules.items():
            if rule.about == HARMLESS and (windows := list(_unexcused(rule, names, every, every))):
                ids.append(id)
                hidden += windows
        seen = [mark for mark in every if not any(_touch(mark, window) for window in hidden)]
        for id, rule in self.rules.items():
            if rule.about != HARMLESS and any(_unexcused(rule, names, seen, every)):
                ids.append(id)
        return ids

    def dangers(self, text: str) -> list[str]:
        """The ids of the rules on danger that find something in a text."""
        return [id for id in self.found(text) if self.rules[id].about != HARMLESS]


def _unexcused(
    rule: Danger, names: frozenset[str], seen: list[Mark], every: list[Mark]
) -> Iterator[Window]:
    """What a rule finds and nothing excuses; `names` are those of all marks."""
    excusing = {name for step in rule.unless for name in step.split("/")}
    excuses = [mark for mark in every if excusing & mark.names]
    for combinations, in_order in ((rule.ordered, True), (rule.mixed, False)):
        for combination in combinations:
            parts = steps(combination)
            if any(names.isdisjoint(step) for step in parts):
                continue  # most combinations end here, at no cost
            for window in windows(parts, seen, in_order, rule.within):
                wide = Window(window.start - rule.near, window.end + rule.near)
                if not any(_touch(mark, wide) for mark in excuses):
                    yield window


def windows(
    steps: Sequence[Sequence[str]], marks: list[Mark], in_order: bool, within: int
) -> Iterator[Window]:
    """Where all steps stand in so many words; for each end, the shortest such place.

    For each set of steps, the latest start of a place that holds them and ends here or before.
    """
    all_steps = (1 << len(steps)) - 1
    latest: list[list[int]] = [[] for _ in range(all_steps + 1)]  # by set of steps, then by word

    def start_of(done: int, before: int) -> int:
        """The latest start of these steps before a word; -1 where there is none."""
        known = latest[done]
        return known[min(before, len(known)) - 1] if before and known else -1

    def advance(to: int) -> None:
        for known in latest:
            while len(known) < to:
                known.append(known[-1] if known else -1)

    for mark in marks:
        fitting = [n for n, step in enumerate(steps) if not mark.names.isdisjoint(step)]
        if not fitting:
            continue
        advance(mark.end + 1)
        for n in fitting:
            for done in range(all_steps):
                if done >> n & 1 or (in_order and done != (1 << n) - 1):
                    continue
                start = mark.start if done == 0 else start_of(done, mark.start)
                if start < 0:
                    continue
                now = done | 1 << n
                latest[now][mark.end] = max(latest[now][mark.end], start)
                if now == all_steps and mark.end - start < within:
                    yield Window(start, mark.end)


def _touch(mark: Mark, window: Window) -> bool:
    return mark.start <= window.end and mark.end >= window.start
