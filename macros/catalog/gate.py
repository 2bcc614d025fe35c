"""What a page or a text may contain. An allow-list: what is not named here is refused.

Pages are text, links and calls of our macros with literal values. Nothing is rendered to find out,
and nothing depends on how a builder would read an odd case: odd cases are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jinja2
from jinja2 import nodes

from macros.catalog import addresses

Fault = tuple[int, str]

_JINJA = jinja2.Environment(keep_trailing_newline=True)  # noqa: S701  (parses only, never renders)
_COMMENT = re.compile(r"<!--(?:[^-<>]|-(?!->|-))*-->")
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_BRACES = re.compile(r"\{[^{}\n]*\}|[{}]")
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[#.][A-Za-z][\w-]*[ ]*)+\}")
_SNIPPET = re.compile(r"-+8<-+")

ONLY_CALLS = "only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}"


@dataclass(frozen=True)
class Call:
    """One macro call as written: `name(arguments, options)` at a line of the text."""

    line: int
    name: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    alone: bool


@dataclass(frozen=True)
class Reading:
    """A page's text as the gate sees it: prose with calls blanked, calls, links, and faults."""

    prose: str
    calls: tuple[Call, ...] = ()
    links: tuple[addresses.Link, ...] = ()
    faults: tuple[Fault, ...] = ()


def read(text: str) -> Reading:
    """Look through the text of a page. Lines count from 1 within the text."""
    try:
        tokens = list(_JINJA.lex(text))
        tree = _JINJA.parse(text)
    except jinja2.TemplateSyntaxError as error:
        fault = f"the braces do not close or are not a call ({error.message}); {_hint(text)}"
        return Reading(text, faults=((error.lineno, fault),))
    faults = list(_token_faults(tokens))
    if faults:
        return Reading(text, faults=tuple(faults))
    prose = _prose(tokens)
    calls: list[Call] = []
    for line, node in _expressions(tree):
        call = _call(line, node, text)
        if call:
            calls.append(call)
        else:
            faults.append((line, ONLY_CALLS))
    faults.extend(prose_faults(prose))
    return Reading(prose, tuple(calls), tuple(addresses.links(prose)), tuple(sorted(faults)))


def text_faults(text: str) -> list[Fault]:
    """What is wrong with a text in data: it may hold no call, no HTML, no attribute list."""
    if match := re.search(r"[{}]", text):
        return [(_line(text, match.start()), "braces are not allowed here; write it in words")]
    return [*_markup_faults(text), *addresses.faults(text)]


def prose_faults(prose: str) -> Iterator[Fault]:
    """Attribute lists beyond id and class, raw HTML, odd addresses, inclusion of other files."""
    for match in _BRACES.finditer(prose):
        if not _ATTRIBUTES.fullmatch(match[0]):
            yield (
                _line(prose, match.start()),
                f"`{match[0]}` is not allowed; in single braces only an id or a class may stand,"
                " such as { #anchor }",
            )
    yield from addresses.faults(prose)
    yield from _markup_faults(_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), prose))


def _markup_faults(text: str) -> Iterator[Fault]:
    for match in _MARKUP.finditer(text):
        found = re.match(r"<[^\s<>]{0,20}>?", text[match.start() :])
        shown = found[0] if found else "<"
        yield (
            _line(text, match.start()),
            f"raw HTML (`{shown}`) is not allowed; write Markdown, and &lt; for the sign itself",
        )
    for match in _SNIPPET.finditer(text):
        yield _line(text, match.start()), f"`{match[0]}` would include another file; remove it"


def _token_faults(tokens: list[tuple[int, str, str]]) -> Iterator[Fault]:
    for line, kind, value in tokens:
        if kind == "comment_begin":
            yield line, "{# opens a Jinja comment; write { #anchor } with a space, or <!-- … -->"
        elif kind in ("block_begin", "raw_begin"):
            yield line, f"`{value.strip()}` is not allowed; pages hold text and calls only"
        elif kind in ("variable_begin", "variable_end") and value not in ("{{", "}}"):
            yield line, f"`{value.strip()}` is not allowed; write {{{{ and }}}} without a sign"


def _prose(tokens: list[tuple[int, str, str]]) -> str:
    """The text with every call replaced by a plain letter, so that lines stay as they are."""
    parts: list[str] = []
    inside = False
    for _, kind, value in tokens:
        if kind == "variable_begin":
            inside = True
            parts.append("x")
        if not inside:
            parts.append(value)
        elif "\n" in value:
            parts.append("\n" * value.count("\n"))
        if kind == "variable_end":
            inside = False
    return "".join(parts)


def _expressions(tree: nodes.Template) -> Iterator[tuple[int, nodes.Node]]:
    for output in tree.body:
        inner = output.nodes if isinstance(output, nodes.Output) else [output]
        yield from (
            (node.lineno, node) for node in inner if not isinstance(node, nodes.TemplateData)
        )


def _call(line: int, node: nodes.Node, text: str) -> Call | None:
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return None
    values = [*node.args, *(keyword.value for keyword in node.kwargs)]
    if node.dyn_args or node.dyn_kwargs or not all(isinstance(v, nodes.Const) for v in values):
        return None
    arguments = tuple(argument.value for argument in node.args)  # type: ignore[attr-defined]
    options = {keyword.key: keyword.value.value for keyword in node.kwargs}  # type: ignore[attr-defined]
    written = text.split("\n")[line - 1]
    alone = re.fullmatch(r"\{\{[^{}]*\}\}[ ]*", written) is not None
    return Call(line, node.node.name, arguments, options, alone)


def _hint(text: str) -> str:
    return "write { #anchor } with a space" if "{#" in text else "see the reference of macros"


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
