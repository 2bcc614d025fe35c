"""A page as plain text, for messengers that pass on no other file and for very old phones."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from macros.editions.parts.book_pages import find_class

INLINE = frozenset(["a", "abbr", "b", "br", "code", "em", "span", "strong", "sup", "time"])
RULES = {"h1": "=", "h2": "-"}


def plain_text(main: HtmlElement) -> str:
    """The words of a page in lines: headings underlined, steps numbered, notes in brackets."""
    for mark in find_class(main, "footnote-ref"):
        mark.text = f"[{mark.text_content()}]"
    for back in find_class(main, "footnote-backref"):
        back.drop_tree()
    lines = "\n".join(_block(main)).strip()
    return re.sub(r"\n{3,}", "\n\n", lines) + "\n"


def _block(element: HtmlElement) -> Iterator[str]:
    """The lines of an element, with an empty line after each paragraph."""
    if element.tag == "svg":
        return
    if not any(child.tag not in INLINE for child in element):
        if words := _words(element):
            yield words
            if element.tag in RULES:
                yield RULES[element.tag] * len(words)
            yield ""
        return
    for count, child in enumerate(element, 1):
        lines = list(_block(child))
        if child.tag == "li":
            lines = _item(element, child, count, lines)
        elif child.tag == "dt":  # a name, then what it means
            lines = [f"{_words(child)}: {_words(element[count])}"]
        elif child.tag == "dd":
            continue
        elif element.tag == "dl":  # facts stand close together
            lines = [line for line in lines if line]
        yield from lines
    yield ""


def _item(parent: HtmlElement, item: HtmlElement, count: int, lines: list[str]) -> list[str]:
    """An item after its number or dash, without empty lines between short items."""
    mark = f"{count}." if parent.tag == "ol" else "-"
    if str(item.get("id", "")).startswith("fn"):
        mark = f"[{count}]"
    return [f"{mark} {' '.join(line for line in lines if line)}"]


def _words(element: HtmlElement) -> str:
    """The words of a line, with the addresses that its links lead to."""
    parts = [element.text or ""]
    for child in element:
        inner = _words(child)
        address = child.get("href", "")
        if child.tag == "a" and address.startswith("http") and short_address(address) not in inner:
            inner = f"{inner} ({address})"
        parts += [inner, child.tail or ""]
    return (
        re.sub(r"\s+", " ", "".join(parts)).strip() if element.tag not in INLINE else "".join(parts)
    )


def short_address(address: str) -> str:
    """An address as people write it: example.org/page."""
    return re.sub(r"^https?://|/$", "", address)
