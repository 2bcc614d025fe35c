"""How long an article is, by the text a reader sees."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil

import jinja2
import markdown

from macros.catalog import prose
from macros.catalog.checks.citations import REFERENCE
from macros.components.context import Context

WORDS_PER_MINUTE = 200


@dataclass(frozen=True)
class Reading:
    """Words, and the minutes they take at 200 words a minute, rounded up."""

    words: int

    @property
    def minutes(self) -> int:
        """Whole minutes, at least one."""
        return max(1, ceil(self.words / WORDS_PER_MINUTE))


def of(context: Context, calls: Mapping[str, Callable[..., str]]) -> Reading:
    """Count a page's words with what its calls show; footnotes and their marks do not count."""
    body = REFERENCE.sub("", context.catalog.source(context.file).body)
    text = jinja2.Environment().from_string(body).render(dict(calls))  # noqa: S701
    extensions = list(prose.extensions_of(context.catalog.root))
    html = markdown.markdown(text, extensions=extensions)
    return Reading(len(prose.words(html)))
