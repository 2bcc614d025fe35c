"""What a page or a text may hold. An allow-list: what is not named here is refused.

Pages are text, links and calls of our macros with literal values. Nothing is rendered to find out,
and nothing depends on how a builder would read an odd case: odd cases are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.catalog.allowed.jinja import CALL_MARK, Call, Fault, read_calls
from macros.catalog.allowed.links import Link, link_faults, links_in
from macros.catalog.problems import line_at
from macros.catalog.reading.markdown import Part, parts

_COMMENT = re.compile(rf"<!--(?:[^-<>{CALL_MARK}]|-(?!->|-))*-->")
_REMARK_WITHIN = re.compile(r"[^\W\d_]<!--(?:[^-<>]|-(?!->))*-->[^\W\d_]")
_ELEMENT = re.compile(r"<[^\s<>]{0,20}>?")
_MARKUP = re.compile(rf"<(?=[A-Za-z/!?{CALL_MARK}]|[^<> !]+@)")
_FENCE = re.compile(r"([ >]*)(`{3,}|~{3,})(.*)")
_SPAN = re.compile(rf"`[^`\n]*{CALL_MARK}[^`\n]*`")
_BRACES = re.compile(r"\{[^{}\n]*\}|[{}]")
_ATTRIBUTES = re.compile(r"\{:?[ ]*#(?!rp-|word-|use-)[A-Za-z][\w-]*[ ]*\}")
# What a line begins with inside quotations, lists and definitions, in whatever order.
_INSIDE = r"(?m)^(?:[ \t>]|(?:[-*+:]|[0-9]{1,9}[.)])[ \t])*"
_NOTE = re.compile(rf"{_INSIDE}!!![ \t]*([^\n\"]*)")
NOTES = ("note", "tip", "warning")  # types that have a look
_SHORT_FORM = re.compile(rf"{_INSIDE}\*\[([^\]\n]*)\]:")
# Two marks are Markdown's own: a short form of wzxhzdk or klzzwxh would be put in their place.
_ABBREVIATION = re.compile(r"(?!.*zw?xh)[A-Za-z][A-Za-z .-]*[A-Za-z]")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
ENTITIES = ("&amp;", "&lt;", "&gt;")
_WITHIN_WORD = re.compile(
    r"[^\W_]\*{1,3}(?=[^\W_])[^*\n]{1,40}\*{1,3}(?=[^\W_])|(?<=[^\W_])\*{1,3}(?=[^\W_])[^*\n]{1,40}\*{1,3}"
)
_SNIPPET = re.compile(r"-+8<-+")


@dataclass(frozen=True)
class PageText:
    """The text of a page: its prose with a mark for each call, calls, links, and what is refused.

    Lines count from 1 within the text. A text with faults is not read as Markdown: it has no parts.
    """

    prose: str
    calls: tuple[Call, ...] = ()
    links: tuple[Link, ...] = ()
    faults: tuple[Fault, ...] = ()
    parts: tuple[Part, ...] = ()


def read_page_text(text: str) -> PageText:
    """Look through the text of a page."""
    prose, calls, faults = read_calls(text)
    if prose == text and faults:
        return PageText(text, faults=faults)
    faults = tuple(sorted((*faults, *prose_faults(prose))))
    found = () if faults else parts(prose)
    return PageText(prose, calls, tuple(links_in(prose)), faults, found)


@lru_cache(maxsize=50_000)  # of texts that did not change, a preview asks again and again
def text_faults(text: str) -> tuple[Fault, ...]:
    """What is wrong with a text in data: it may hold no call, no HTML, no attribute list."""
    if match := re.search(r"[{}]", text):
        fault = "braces are not allowed here; write it in words"
        return ((line_at(text, match.start()), fault),)
    if match := re.search(r"\[\^|&#|&[a-z]+;", text):
        fault = f"`{match[0]}` is for pages only; write it in words"
        return ((line_at(text, match.start()), fault),)
    return (*_markup_faults(text), *link_faults(text, data=True))


def prose_faults(prose: str) -> Iterator[Fault]:
    """Attribute lists beyond id and class, raw HTML, odd addresses, inclusion of other files."""
    for match in _BRACES.finditer(prose):
        if not _ATTRIBUTES.fullmatch(match[0]):
            yield (
                line_at(prose, match.start()),
                f"`{match[0][:80]}` is not allowed; in single braces only an id may stand,"
                " such as { #anchor }",
            )
    yield from link_faults(prose)
    yield from _code_faults(prose)
    yield from _hidden_faults(prose)
    yield from _markup_faults(_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), prose))


def _hidden_faults(prose: str) -> Iterator[Fault]:
    """What would make a reader see other words than the checks do, or none."""
    for match in _NOTE.finditer(prose):
        kind = match[1].strip()
        if kind not in NOTES:
            message = f"`!!! {kind}` is not a kind of note; use one of: {', '.join(NOTES)}"
            yield line_at(prose, match.start(1)), message
    for match in _SHORT_FORM.finditer(prose):
        if not _ABBREVIATION.fullmatch(match[1]):
            message = f"`*[{match[1]}]:` explains no abbreviation; it has two letters or more"
            yield line_at(prose, match.start(1)), message
    for match in _ENTITY.finditer(prose):
        if match[0] not in ENTITIES:
            yield line_at(prose, match.start()), f"write the character itself, not `{match[0]}`"
    for match in _REMARK_WITHIN.finditer(prose):
        message = "a remark stands within a word; put it between words, or take it out"
        yield line_at(prose, match.start()), message
    for match in _WITHIN_WORD.finditer(prose):
        message = f"`{match[0]}` is emphasized within a word; emphasize the whole word"
        yield line_at(prose, match.start()), message


def _markup_faults(text: str) -> Iterator[Fault]:
    for match in _MARKUP.finditer(text):
        found = _ELEMENT.match(text, match.start())
        shown = found[0] if found else "<"
        yield (
            line_at(text, match.start()),
            f"raw HTML (`{shown}`) is not allowed; write Markdown, or the character in words",
        )
    for match in _SNIPPET.finditer(text):
        yield line_at(text, match.start()), f"`{match[0]}` would include another file; remove it"


def _code_faults(prose: str) -> Iterator[Fault]:
    """Calls within code, which would not be shown, code with options, and code without an end."""
    block, within = "", 0
    for number, line in enumerate(prose.split("\n"), 1):
        fence = _FENCE.match(line)
        quotes = fence[1].count(">") if fence else 0
        if block and fence and (quotes, fence[2], fence[3].strip()) == (within, block, ""):
            block = ""
        elif block and CALL_MARK in line:
            yield number, "a call within code would not be shown; take it out of the code"
        elif not block and fence:
            within, block, opened = quotes, fence[2], number
            if not re.fullmatch(r"[ ]*[A-Za-z0-9+#-]*[ ]*", fence[3]):
                yield number, "a block of code begins with ``` and at most the name of a language"
            elif fence[3].strip() == "mermaid":
                yield number, "a diagram would be shown as code; put a picture into docs/assets"
    if block:
        yield opened, f"this block of code does not end; close it with {block}"
    for match in _SPAN.finditer(prose):
        yield line_at(prose, match.start()), "a call within code would not be shown; take it out"
