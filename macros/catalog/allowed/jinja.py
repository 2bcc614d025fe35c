"""What pages may hold of Jinja: calls of a name with literal values. Parsed, never rendered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jinja2
from jinja2 import nodes

Fault = tuple[int, str]

# Stands for a call in the prose: neither a letter nor a space, so that it joins nothing.
CALL_MARK = "\ufffc"
ONLY_CALLS = "only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}"

_JINJA = jinja2.Environment(keep_trailing_newline=True)  # noqa: S701  (parses only, never renders)


@dataclass(frozen=True)
class Call:
    """One macro call as written: `name(arguments, options)` at a line of the text."""

    line: int
    name: str
    arguments: tuple[Any, ...]
    options: dict[str, Any]
    alone: bool


def read_calls(text: str) -> tuple[str, tuple[Call, ...], tuple[Fault, ...]]:
    """The text with a mark for each call, the calls, and what else of Jinja is in it."""
    try:
        tokens = list(_JINJA.lex(text))
        tree = _JINJA.parse(_without_text(tokens))
    except jinja2.TemplateSyntaxError as error:
        fault = f"the braces do not close or are not a call ({error.message}); {_hint(text)}"
        return text, (), ((error.lineno, fault),)
    except (ValueError, RecursionError):
        return text, (), ((1, "the braces hold too much to be read; write a call"),)
    if faults := tuple(_token_faults(tokens)):
        return text, (), faults
    lines = text.split("\n")
    found = [(line, _call(line, node, lines[line - 1])) for line, node in _expressions(tree)]
    calls = tuple(call for _, call in found if call)
    return _prose(tokens), calls, tuple((line, ONLY_CALLS) for line, call in found if not call)


def _token_faults(tokens: list[tuple[int, str, str]]) -> Iterator[Fault]:
    for line, kind, value in tokens:
        if kind == "comment_begin":
            yield line, "{# opens a Jinja comment; write { #anchor } with a space, or <!-- … -->"
        elif kind in ("block_begin", "raw_begin"):
            yield line, f"`{value.strip()}` is not allowed; pages hold text and calls only"
        elif kind in ("variable_begin", "variable_end") and value not in ("{{", "}}"):
            yield line, f"`{value.strip()}` is not allowed; write {{{{ and }}}} without + or -"


def _prose(tokens: list[tuple[int, str, str]]) -> str:
    """The text with every call replaced by one mark, so that lines stay as they are."""
    parts: list[str] = []
    inside = False
    for _, kind, value in tokens:
        if kind == "variable_begin":
            inside = True
            parts.append(CALL_MARK)
        if not inside:
            parts.append(value)
        elif "\n" in value:
            parts.append("\n" * value.count("\n"))
        if kind == "variable_end":
            inside = False
    return "".join(parts)


def _without_text(tokens: list[tuple[int, str, str]]) -> str:
    """What is not text, on its lines: quicker to read a second time."""
    return "".join(
        "\n" * value.count("\n") if kind == "data" else value for _, kind, value in tokens
    )


def _expressions(tree: nodes.Template) -> Iterator[tuple[int, nodes.Node]]:
    for output in tree.body:
        inner = output.nodes if isinstance(output, nodes.Output) else [output]
        yield from (
            (node.lineno, node) for node in inner if not isinstance(node, nodes.TemplateData)
        )


def _call(line: int, node: nodes.Node, written: str) -> Call | None:
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return None
    values = [*node.args, *(keyword.value for keyword in node.kwargs)]
    literals = [value.value for value in values if isinstance(value, nodes.Const)]
    if node.dyn_args or node.dyn_kwargs or len(literals) != len(values):
        return None
    if any(isinstance(literal, str) and not literal.isprintable() for literal in literals):
        return None
    arguments = tuple(literals[: len(node.args)])
    names = [keyword.key for keyword in node.kwargs]
    options = dict(zip(names, literals[len(node.args) :], strict=True))
    if len(options) != len(names):
        return None
    alone = re.fullmatch(r"\{\{[^{}]*\}\}[ ]*", written) is not None
    return Call(line, node.node.name, arguments, options, alone)


def _hint(text: str) -> str:
    if any(
        quote in call
        for call in re.findall(r"\{\{.*", text)
        for quote in "\u201c\u201d\u2018\u2019"
    ):
        return 'write straight quotes, " and not a curled one'
    return "write { #anchor } with a space" if "{#" in text else "see the reference of macros"
