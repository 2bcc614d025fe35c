"""Prose as a browser would get it: its tags, its addresses, its words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import markdown
import yaml

TAGS = frozenset(
    (
        *(
            "a",
            "abbr",
            "blockquote",
            "br",
            "code",
            "dd",
            "del",
            "div",
            "dl",
            "dt",
            "em",
            "h1",
            "h2",
        ),
        *("h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "span", "strong", "sub"),
        *("sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
ATTRIBUTES = frozenset(("id", "class", "href", "src", "alt", "title", "align"))
SCHEMES = frozenset(("https", "mailto", "tel", "sms"))


Element = tuple[str, dict[str, str]]


def elements(text: str, extensions: tuple[str, ...] = ()) -> tuple[Element, ...]:
    """The tags and attributes that Markdown without calls becomes.

    `extensions` are names, as `extensions_of` gives them.
    """
    return tuple(_read(_renderer(extensions).reset().convert(text)).elements)


def words(html: str) -> tuple[str, ...]:
    """The words a reader sees in a piece of HTML."""
    text = "".join(_read(html).text)
    return tuple(word for word in text.split() if any(letter.isalnum() for letter in word))


def faults(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    """What a page would hold that is not on a list: (where to look for it, what it is)."""
    for tag, attributes in elements:
        if tag not in TAGS:
            yield tag, f"the element `{tag}` is not allowed in a page"
        for name, value in attributes.items():
            if name not in ATTRIBUTES:
                yield name, f"the attribute `{name}` is not allowed; only id and class may be set"
            elif name == "src" and not is_relative(value):
                yield value, f"`{value}` is not in the repository; put the image in docs/assets"
            elif name == "href" and not (is_relative(value) or is_outside(value)):
                yield (
                    value,
                    f"`{value}` is not an address for a page;"
                    " use a relative one or https:, mailto:, tel:, sms:",
                )


def is_relative(address: str) -> bool:
    """Whether an address stays within the site and does not start at its root."""
    parts = _split(address)
    return parts is not None and not parts.scheme and not parts.netloc and address[:1] != "/"


def is_outside(address: str) -> bool:
    """Whether an address leads out by a way that pages may use."""
    parts = _split(address)
    if parts is None or parts.scheme not in SCHEMES:
        return False
    return bool(parts.netloc) == (parts.scheme == "https")


@lru_cache(maxsize=8)
def extensions_of(root: Path) -> tuple[str, ...]:
    """The Markdown extensions that `mkdocs.yml` names, without ours, which are not for prose."""
    settings = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=_Settings)  # noqa: S506
    entries = [
        next(iter(entry)) if isinstance(entry, dict) else entry
        for entry in settings.get("markdown_extensions", [])
    ]
    return tuple(name for name in entries if not name.startswith("macros."))


class _Settings(yaml.CSafeLoader):
    """Reads mkdocs.yml; what only a builder can resolve becomes nothing."""


_Settings.add_multi_constructor("", lambda *_: None)


def _split(address: str) -> SplitResult | None:
    if re.search(r"[\s\\\x00-\x1f]", address.strip()) or address != address.strip():
        return None
    try:
        return urlsplit(address)
    except ValueError:
        return None


@lru_cache(maxsize=8)
def _renderer(extensions: tuple[str, ...]) -> markdown.Markdown:
    return markdown.Markdown(extensions=list(extensions))


def _read(html: str) -> "_Reader":
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


class _Reader(HTMLParser):
    """Collects elements and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("a", "em", "strong", "code", "span", "abbr", "sup"):
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        self.text.append(data)
