"""Prose as a reader sees it: without the signs of Markdown around words, and the way back."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

# Marks of footnotes; what stands around the words of a link, but for a title, which a reader sees;
# emphasis; and what keeps a sign.
_SIGNS = re.compile(
    r"\[\^[^\]\s]{0,80}\]"
    r"|!?\[(?=[^\[\]]*\]\()|\]\([^)\s]*\)?"
    r"|(?<![\w*\\])\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}(?![\w*])"
    r"|(?<![\w\\])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?!\w)"
    r"|\\(?=[^\w\s])"
)


@dataclass(frozen=True)
class ShownText:
    """The words of a text. `cuts` says where signs were taken out, `taken` how many by then."""

    text: str
    cuts: tuple[int, ...]
    taken: tuple[int, ...]

    def place(self, position: int) -> int:
        """Where in the text as written a position of the words is."""
        number = bisect_right(self.cuts, position)
        return position + (self.taken[number - 1] if number else 0)


def shown_text(prose: str) -> ShownText:
    """What is left of prose without its signs. Every line stays a line."""
    found = list(_SIGNS.finditer(prose))
    taken = tuple(accumulate(len(match[0]) for match in found))
    cuts = tuple(match.start() - before for match, before in zip(found, (0, *taken), strict=False))
    return ShownText(_SIGNS.sub("", prose), cuts, taken)
