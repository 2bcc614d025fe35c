"""The reference of records and calls, read from the models and the calls themselves."""

import inspect
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from typing import Any, get_args

from macros.catalog.kinds import KINDS
from macros.catalog.models.fields import Id, Name, Word
from macros.catalog.schemas import schema


@dataclass(frozen=True)
class Field:
    """One key of a record: its name, what it holds, whether it must be there, what it means."""

    name: str
    holds: str
    required: bool
    meaning: str


@dataclass(frozen=True)
class CallReference:
    """One call: as a writer types it, whether it stands alone, and what it shows."""

    example: str
    inline: bool
    meaning: str


def fields(record: str) -> list[Field]:
    """Every key of one kind of record, those of inner records after a dot."""
    kind = next(kind for kind in KINDS if kind.singular == record)
    whole = schema(kind, terms=None)
    inner = next(iter(whole["patternProperties"].values())) if kind.keyed else whole
    return list(_rows(inner, whole.get("$defs", {}), ""))


def _rows(part: dict[str, Any], definitions: dict[str, Any], before: str) -> Any:
    part = _resolved(part, definitions)
    for name, field in part["properties"].items():
        target = _resolved(field, definitions)
        yield Field(
            f"{before}{name}",
            _holds(target, definitions),
            name in part.get("required", []),
            field.get("description", target.get("description", "")),
        )
        inner = _resolved(target.get("items", target), definitions)
        if "properties" in inner:
            yield from _rows(inner, definitions, f"{before}{name}.")


def _resolved(part: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The part itself, behind references and beside null."""
    for choice in part.get("anyOf", []):
        if choice.get("type") != "null":
            return _resolved(choice, definitions)
    if "$ref" in part:
        return _resolved(definitions[part["$ref"].rsplit("/", 1)[1]], definitions)
    return part


def _holds(part: dict[str, Any], definitions: dict[str, Any]) -> str:
    if part["type"] == "array":
        return f"list: {_holds(_resolved(part['items'], definitions), definitions)}"
    if "x-words" in part:
        return f"a word of {part['x-words']}"
    if "x-record" in part:
        return f"the id of a record in {part['x-record']}"
    if "enum" in part:
        return " or ".join(part["enum"])
    if part.get("format") == "date":
        return "a day, 2026-11-22"
    if part.get("format") == "uri":
        return "an address, https://…"
    return {
        "string": "text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "object": "keys and values",
    }[part["type"]]


def calls(functions: Mapping[str, Callable[..., str]], inline: Set[str]) -> list[CallReference]:
    """Every call with its arguments, in the order of the module."""
    return [
        CallReference(
            f"{name}({', '.join(_arguments(function))})",
            name in inline,
            inspect.getdoc(function) or "",
        )
        for name, function in functions.items()
    ]


def _arguments(function: Callable[..., str]) -> list[str]:
    parameters = list(inspect.signature(function).parameters.values())[1:]
    return [_argument(parameter) + _more(parameter) for parameter in parameters]


def _more(parameter: inspect.Parameter) -> str:
    return ", …" if parameter.kind is inspect.Parameter.VAR_POSITIONAL else ""


def _argument(parameter: inspect.Parameter) -> str:
    marks = [
        mark
        for part in (parameter.annotation, *get_args(parameter.annotation))
        for mark in getattr(part, "__metadata__", ())
    ]
    for mark in marks:
        if isinstance(mark, Word):
            return f'"a word of {mark.list}"'
        if isinstance(mark, Id):
            return f'"the id of a record in {mark.kind}"'
        if isinstance(mark, Name):
            return f'"{mark.choices[0]}"'
    return parameter.name
