"""Links and images as pages write them: [text](address), ![words](address), nothing else."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from macros.catalog.problems import line_at
from macros.catalog.safety.jinja import CALL_MARK

SCHEMES = frozenset(("https", "mailto", "tel", "sms"))

_LINK = re.compile(
    rf"(!?)\[([^\[\]]*)\]\(([^\s()<>\"'\\`{CALL_MARK}]+)( \"[^\"\n{CALL_MARK}]*\")?\)"
)
_OPENING = re.compile(r"\]\(")
_REVERSED = re.compile(r"\([^()\n]{1,200}\)\[(?!\^)[^\[\]\s]{1,200}[./][^\[\]\s]{1,200}\]")
_DEFINITION = re.compile(r"\]:")
# What stands before the bracket of a definition: the beginning of a line, a quotation, a list.
BEGINNING = re.compile(r"[ \t>+\-\d.)]*\*?")
_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?")
_NUMBER = re.compile(r"[+*]?[0-9-]+")
_SHOWN = 80  # characters of an address that a message shows


@dataclass(frozen=True)
class Link:
    """A link or an image at a line of the text, with its words and its address."""

    line: int
    words: str
    address: str
    image: bool
    titled: bool


def links_in(text: str) -> Iterator[Link]:
    """Every link and image of a text, in order."""
    for match in _LINK.finditer(text):
        line = line_at(text, match.start(3))  # of the address, which is what a message names
        yield Link(line, match[2].strip(), html.unescape(match[3]), bool(match[1]), bool(match[4]))


def link_faults(text: str, data: bool = False) -> Iterator[tuple[int, str]]:
    """Links written in another way, and addresses that are not on the list: line and message.

    A text in data may be shown on any page, so its links lead out of the site and have no title.
    """
    for match in _REVERSED.finditer(text):
        message = "the brackets are the wrong way around; a link is written [text](address)"
        yield line_at(text, match.start()), message
    written = {match.end(2) for match in _LINK.finditer(text)}
    for match in _OPENING.finditer(text):
        if match.start() not in written:
            yield (
                line_at(text, match.start()),
                "a link is written [text](address): no brackets in its text,"
                " no spaces or quotes in its address, and %28 for ( and %29 for ) there",
            )
    for match in _DEFINITION.finditer(text):
        opening = text.rfind("[", 0, match.start())
        before = text[text.rfind("\n", 0, max(opening, 0)) + 1 : max(opening, 0)]
        note = re.match(r"\^[a-z0-9-]{1,80}\]", text[opening + 1 : match.end()])
        if not note and BEGINNING.fullmatch(before) and not before.endswith("*"):
            line = line_at(text, match.start())
            yield line, "write the address where the link stands: [text](address)"
    for link in links_in(text):
        shown = link.address[:_SHOWN]
        if data and (link.image or link.titled or not is_outside(link.address)):
            yield link.line, "a link in data is [text](https://…), without a title; no images"
        elif link.image and CALL_MARK in link.words:
            yield link.line, "a call within an image would not be shown; take it out"
        elif link.image and not is_relative(link.address):
            message = f"`{shown}` is not in the repository; put the image in docs/assets"
            yield link.line, message
        elif not (is_relative(link.address) or is_outside(link.address)):
            message = f"`{shown}` is not an address for a page"
            if link.address.casefold().startswith("https:"):
                yield (
                    link.line,
                    f"{message}; its host has letters from a to z, digits, dots, hyphens",
                )
            else:
                yield link.line, f"{message}; use a relative one or https:, mailto:, tel:, sms:"


def is_relative(address: str) -> bool:
    """Whether an address stays within the site and does not start at its root."""
    parts = _split(address)
    return parts is not None and not parts.scheme and not parts.netloc and address[:1] != "/"


def is_outside(address: str) -> bool:
    """Whether an address leads out by a way that pages may use."""
    parts = _split(address)
    if parts is None or parts.scheme not in SCHEMES:
        return False
    if parts.scheme in ("tel", "sms"):
        return _NUMBER.fullmatch(address.partition(":")[2]) is not None
    if parts.scheme == "https":
        return _HOST.fullmatch(parts.netloc) is not None
    return not parts.netloc


def _split(address: str) -> SplitResult | None:
    if re.search(r"[\s\\\x00-\x1f\x7f]", address):
        return None
    try:
        return urlsplit(address)
    except ValueError:
        return None
