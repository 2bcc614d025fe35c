"""How long an article is, by the text a reader sees."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from math import ceil
from pathlib import Path

import jinja2
import markdown
import yaml

from macros.catalog.checks.citations import REFERENCE
from macros.components.context import Context

WORDS_PER_MINUTE = 200
# Elements within a word or a line; all others part the words around them.
INLINE = frozenset(("a", "abbr", "code", "em", "span", "strong", "sup"))


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
    html = markdown.markdown(text, extensions=list(extensions(context.catalog.root)))
    return Reading(len(words(html)))


def words(html: str) -> list[str]:
    """The words a reader sees in a piece of HTML."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    text = "".join(reader.parts)
    return [word for word in text.split() if any(letter.isalnum() for letter in word)]


@cache
def extensions(root: Path) -> tuple[str, ...]:
    """The Markdown extensions that `mkdocs.yml` names, without ours."""
    settings = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=_Settings)  # noqa: S506
    entries = settings["markdown_extensions"]
    names = [next(iter(entry)) if isinstance(entry, dict) else entry for entry in entries]
    return tuple(name for name in names if not name.startswith("macros."))


class _Settings(yaml.CSafeLoader):
    """Reads mkdocs.yml; what only a builder can resolve becomes nothing."""


_Settings.add_multi_constructor("", lambda *_: None)


class _Text(HTMLParser):
    """Collects text, but not the labels of pictures."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.drawing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.drawing = self.drawing or tag == "svg"
        if tag not in INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.drawing = self.drawing and tag != "svg"

    def handle_data(self, data: str) -> None:
        if not self.drawing:
            self.parts.append(data)
