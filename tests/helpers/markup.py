"""What Markdown makes of a page that the checker has read, and what of it should not be there."""

from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

import markdown

from macros.catalog.allowed import links
from macros.catalog.allowed.page import PageText
from macros.catalog.reading.markdown import EXTENSIONS

TAGS = {
    *("a", "abbr", "blockquote", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "hr"),
    *("img", "li", "ol", "p", "pre", "span", "strong", "sup", "table", "tbody", "td", "th"),
    *("thead", "tr", "ul"),
}
ATTRIBUTES = {"id", "class", "href", "src", "alt", "title", "style"}


class Elements(HTMLParser):
    """Collects tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def page_html(text: str, *more: str) -> str:
    """What Markdown makes of a text, with the extensions of the project and more."""
    return _reader(more).reset().convert(text)


@cache
def _reader(more: tuple[str, ...]) -> markdown.Markdown:
    """One reader for all texts: to make one takes longer than to read a page."""
    return markdown.Markdown(extensions=[*EXTENSIONS, *more])


def markup_faults(page: PageText) -> list[str]:
    """Tags, attributes and addresses that no page may have, or that the checker did not see."""
    html = page_html(page.prose)
    seen = {link.address for link in page.links}
    return [
        fault for tag, given in Elements(html).found for fault in _element_faults(tag, given, seen)
    ]


def _element_faults(tag: str, given: dict[str, str], seen: set[str]) -> Iterator[str]:
    if tag not in TAGS:
        yield tag
    for name, value in given.items():
        if name not in ATTRIBUTES:
            yield f"{tag} {name}"
        if name == "style" and not (tag in ("td", "th") and value.startswith("text-align: ")):
            yield f"{tag} {name} {value}"
        if name in ("href", "src"):
            if not (links.is_relative(value) or links.is_outside(value)):
                yield f"{tag} {name} {value}: not allowed"
            if value[:1] not in ("", "#") and value not in seen:
                yield f"{tag} {name} {value}: not seen"
