"""How long an article is, by the text a reader sees."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from math import ceil

from macros.catalog.allowed.jinja import CALL_MARK
from macros.catalog.checks.citations import REFERENCE
from macros.components.context import Context

WORDS_PER_MINUTE = 200
# Elements within a word or a line; all others part the words around them.
INLINE = frozenset(["a", "abbr", "code", "em", "span", "strong", "sup"])
# What Markdown shows otherwise than it is written: pictures, brackets and targets of links, numbers
# of items; and attributes, which stand at the end of a heading, alone, or right after a link.
_MARKS = re.compile(
    r"(?m)!\[[^\]]*\]\([^)]*\)|\[|\]\([^)]*\)|\]|^[ \t>]*\d+[.)](?=[ \t])|(?<=[)*_`])\{[^{}\n]*\}"
)
_UNREAD = re.compile(r"(?s)<svg\b.*?</svg>|<p class=\"rp-legend\".*?</p>|<!--.*?-->")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)[^>]*>")
_ATTRIBUTES = re.compile(r"(?m)^(#.*?|[ \t]*)\{[^{}\n]*\}[ \t]*$")


@dataclass(frozen=True)
class Length:
    """Words, and the minutes they take at 200 words a minute, rounded up."""

    words: int

    @property
    def minutes(self) -> int:
        """Whole minutes, at least one."""
        return max(1, ceil(self.words / WORDS_PER_MINUTE))


def length_of(context: Context, calls: Mapping[str, Callable[..., str]]) -> Length:
    """Count a page's words with what its calls show; footnotes and their marks do not count.

    Markdown's marks are taken away and not rendered: a page would be rendered twice otherwise.
    """
    page = context.catalog.texts[context.file]
    shown = iter([calls[call.name](*call.arguments, **call.options) for call in page.calls])
    text = re.sub(CALL_MARK, lambda _: next(shown), REFERENCE.sub("", page.prose))
    return Length(len(words(_MARKS.sub("", _ATTRIBUTES.sub(r"\1", text)))))


def words(html: str) -> list[str]:
    """The words a reader sees in a piece of HTML; the labels of pictures are not among them."""
    text = unescape(_TAG.sub(_space, _UNREAD.sub(" ", html)))
    return [word for word in text.split() if any(map(str.isalnum, word))]


def _space(tag: re.Match[str]) -> str:
    return "" if tag[1] in INLINE else " "
