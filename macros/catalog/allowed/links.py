"""Links and images as pages write them: [text](address), ![words](address), nothing else."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from macros.catalog.allowed.jinja import CALL_MARK
from macros.catalog.problems import line_at

SCHEMES = frozenset(("https", "mailto", "tel", "sms"))

_LINK = re.compile(
    rf"(!?)\[([^\[\]]*)\]\(([^\s()<>\"'\\`{CALL_MARK}]+)( \"[^\"\n{CALL_MARK}]*\")?\)"
)
_OPENING = re.compile(r"\]\(")
_REVERSED = re.compile(r"\([^()\n]{1,200}\)\[(?!\^)[^\[\]\s]{1,200}[./][^\[\]\s]{1,200}\]")
_DEFINITION = re.compile(r"\]:")
# What stands before the bracket of a definition: the beginning of a line, a quotation, a list.
BEGINNING = re.compile(r"[ \t>+\-\d.)]*\*?")
# A host by its name: no number in place of it, and no letters in code (xn--), which can look alike.
HOST = r"(?:(?![xX][nN]--)[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}"
_HOST = re.compile(rf"{HOST}(?::[0-9]{{1,5}})?")
_NUMBER = re.compile(r"\+?[0-9-]+|\*[0-9]{4}")
# To one person, with a subject at most: nobody reads along unseen, and nobody is given words.
_MAIL = re.compile(rf"[A-Za-z0-9.+_-]+@{HOST}(?:\?subject=[^&?]*)?")
_BEFORE_HOST = re.compile(r"(?i)https?:/*(?:www\.)?|www\.")
_ADDRESS = re.compile(rf"(?i)(?:https?:/+|www\.)[^\s/?#]+|[\w.+-]{{1,64}}@[\w.-]+|\A{HOST}(?=\Z|/)")
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
        scheme = link.address.partition(":")[0].lower()
        if data and (
            link.image or link.titled or scheme != "https" or not is_outside(link.address)
        ):
            yield link.line, "a link in data is [text](https://…), without a title; no images"
        elif link.image and CALL_MARK in link.words:
            yield link.line, "a call within an image would not be shown; take it out"
        elif link.image and not is_relative(link.address):
            message = f"`{shown}` is not in the repository; put the image in docs/assets"
            yield link.line, message
        elif scheme in ("tel", "sms"):
            message = (
                f"`{shown}` leads to a number; numbers stand in data/helplines, where they are"
            )
            yield link.line, f"{message} checked, and are shown by {{{{ helpline_list() }}}}"
        elif not (is_relative(link.address) or is_outside(link.address)):
            message = (
                f"`{shown}` is not an address for a page; use a relative one, https:// and the"
            )
            yield link.line, f"{message} name of a host, or mailto: with no more than a subject"
        if other := _says_another(link):
            message = f"the link says `{other}` and leads elsewhere; write in words where it leads"
            yield link.line, message


def _says_another(link: Link) -> str:
    """An address that a reader sees in the words of a link and that it does not lead to."""
    parts = _split(link.address)
    if parts is None or link.image:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    leads = (host, parts.netloc.lower(), parts.path.lower())
    for match in _ADDRESS.finditer(link.words.strip("`*_ ")):
        seen = match[0].lower().rstrip(".,;:!")
        said = _BEFORE_HOST.sub("", seen)
        a_file = said == seen and "@" not in said and not parts.scheme  # such as help.md
        if said not in leads and not a_file:
            return match[0]
    return ""


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
    return _MAIL.fullmatch(address.partition(":")[2]) is not None


def _split(address: str) -> SplitResult | None:
    if re.search(r"[\s\\\x00-\x1f\x7f]", address):
        return None
    try:
        return urlsplit(address)
    except ValueError:
        return None
