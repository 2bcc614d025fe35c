"""What a page or a text may contain. An allow-list: what is not named here is refused.

Pages are text, links and calls of our macros with literal values. Nothing is rendered to find out,
and nothing depends on how a builder would read an odd case: odd cases are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from macros.catalog.problems import line_at
from macros.catalog.safety import jinja as calls
from macros.catalog.safety import links as addresses
from macros.catalog.safety.jinja import SIGN, Call, Fault
from macros.catalog.safety.limits import MOST_COLUMNS, MOST_FAULTS, MOST_SHORT_FORMS

_COMMENT = re.compile(rf"<!--(?:[^-<>{SIGN}]|-(?!->|-))*-->")
_SHOWN = re.compile(r"<[^\s<>]{0,20}>?")
_MARKUP = re.compile(rf"<(?=[A-Za-z/!?{SIGN}]|[^<> !]{{1,2000}}@)")
_FENCE = re.compile(r"([ >]*)(`{3,}|~{3,})(.*)")
_FENCED = re.compile("```|~~~")
_SPAN = re.compile(rf"`[^`\n]*{SIGN}[^`\n]*`")
_UNCLOSED = 20
_BRACES = re.compile(r"\{[^{}\n]*\}|[{}]")
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[#.](?!rp-|word-|use-)[A-Za-z][\w-]*[ ]*)+\}")
_SHORT_FORM = re.compile(r"\*\[[^\]\n]*\] ?:")
_SNIPPET = re.compile(r"-+8<-+")


@dataclass(frozen=True)
class Reading:
    """A page's text as the gate sees it: prose with calls blanked, calls, links, and faults."""

    prose: str
    calls: tuple[Call, ...] = ()
    links: tuple[addresses.Link, ...] = ()
    faults: tuple[Fault, ...] = ()


def read(text: str) -> Reading:
    """Look through the text of a page. Lines count from 1 within the text."""
    prose, found, faults = calls.read(text)
    if prose == text and faults:
        return Reading(text, faults=faults)
    links = tuple(addresses.links(prose))
    return Reading(
        prose, found, links, tuple(sorted((*faults, *islice(prose_faults(prose), MOST_FAULTS))))
    )


def text_faults(text: str) -> list[Fault]:
    """What is wrong with a text in data: it may hold no call, no HTML, no attribute list."""
    if match := re.search(r"[{}]", text):
        return [(line_at(text, match.start()), "braces are not allowed here; write it in words")]
    if match := re.search(r"\[\^|&#|&[a-z]+;", text):
        fault = f"`{match[0]}` is for pages only; write it in words"
        return [(line_at(text, match.start()), fault)]
    return [*_markup_faults(text), *addresses.faults(text, data=True)]


def prose_faults(prose: str) -> Iterator[Fault]:
    """Attribute lists beyond id and class, raw HTML, odd addresses, inclusion of other files."""
    for match in _BRACES.finditer(prose):
        if not _ATTRIBUTES.fullmatch(match[0]):
            yield (
                line_at(prose, match.start()),
                f"`{match[0][:80]}` is not allowed; in single braces only an id or a class may"
                " stand, such as { #anchor }",
            )
    yield from addresses.faults(prose)
    yield from _code_faults(prose)
    yield from _table_faults(prose)
    yield from _markup_faults(_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), prose))


def _markup_faults(text: str) -> Iterator[Fault]:
    for match in _MARKUP.finditer(text):
        found = _SHOWN.match(text, match.start())
        shown = found[0] if found else "<"
        yield (
            line_at(text, match.start()),
            f"raw HTML (`{shown}`) is not allowed; write Markdown, or the sign in words",
        )
    for match in _SNIPPET.finditer(text):
        yield line_at(text, match.start()), f"`{match[0]}` would include another file; remove it"


def _code_faults(prose: str) -> Iterator[Fault]:
    """Calls within code, which would not be shown, code with options, and code without an end."""
    block, within = "", 0
    lines = prose.split("\n") if _FENCED.search(prose) else []
    for number, line in enumerate(lines, 1):
        fence = _FENCE.match(line)
        quotes = fence[1].count(">") if fence else 0
        if block and fence and (quotes, fence[2], fence[3].strip()) == (within, block, ""):
            block = ""
        elif block and SIGN in line:
            yield number, "a call within code would not be shown; take it out of the code"
        elif not block and fence:
            within, block, opened = quotes, fence[2], number
            if not re.fullmatch(r"[ ]*[A-Za-z0-9+#-]*[ ]*", fence[3]):
                yield number, "a block of code begins with ``` and at most the name of a language"
    if block:
        yield opened, f"this block of code does not end; close it with {block}"
    for match in _SPAN.finditer(prose):
        yield line_at(prose, match.start()), "a call within code would not be shown; take it out"
    if prose.count("[") - prose.count("]") > _UNCLOSED:
        yield 1, "too many brackets do not close; close them"


def _table_faults(prose: str) -> Iterator[Fault]:
    """What takes a builder long: tables too wide, and short forms too many."""
    for number, line in enumerate(prose.split("\n"), 1):
        if line.count("|") > MOST_COLUMNS:
            yield number, f"a table has at most {MOST_COLUMNS} columns; split it"
    if len(_SHORT_FORM.findall(prose)) > MOST_SHORT_FORMS:
        yield 1, f"more than {MOST_SHORT_FORMS} short forms are explained; leave some out"
