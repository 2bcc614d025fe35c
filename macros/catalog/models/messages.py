"""What a validation error says to someone who does not program."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.catalog.models.fields import OURS, SHOWN
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.source import SourceFile

_TYPES = {
    "string_type": "must be text; put it in quotes if it is a number or a date",
    "int_type": "must be a whole number, without quotes",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number, without quotes",
    "bool_type": "must be true or false, without quotes",
    "date_type": "must be a day such as 2026-11-22, without quotes",
    "list_type": "must be a list, such as [first, second]",
    "dict_type": "must hold keys and values",
    "model_type": "must hold keys and values",
}


def message(error: dict[str, Any], known_keys: tuple[str, ...]) -> str:
    """One sentence for one pydantic error: the key as written, what is wrong, what to do."""
    kind, location, context = error["type"], error["loc"], error.get("ctx", {})
    key = _name(location)
    if kind == OURS:
        return f"`{key}`: {context['text']}" if key else str(context["text"])
    if kind == "missing":
        return f"`{key}` is missing; add it"
    if kind == "extra_forbidden":
        last = str(location[-1])
        hint = suggestion(last, known_keys) or f"; known are: {', '.join(known_keys)}"
        return f"`{last}` is not a known key{hint}"
    if error["input"] is None:
        return f"`{key}` has no value; write one or leave the key out"
    if kind in _TYPES:
        return f"`{key}` {_TYPES[kind]}"
    if kind == "string_pattern_mismatch":  # of a key; values have messages of their own
        shown = str(error["input"])[:SHOWN]
        return f"`{shown}` cannot be a word or an id here; use plain letters and hyphens"
    if kind in ("greater_than_equal", "greater_than"):
        return f"`{key}` must be at least {context.get('ge', context.get('gt'))}"
    if kind in ("less_than_equal", "less_than"):
        return f"`{key}` must be at most {context.get('le', context.get('lt'))}"
    if kind == "too_short":
        least = context["min_length"]
        return f"`{key}` needs at least {least} {'entry' if least == 1 else 'entries'}"
    if kind == "literal_error":
        return f"`{key}` must be one of: {context['expected']}"
    return f"`{key}`: {error['msg'][:1].lower()}{error['msg'][1:]}"


def _name(location: tuple[str | int, ...]) -> str:
    """`effects, entry 2, whom` for ("effects", 1, "whom")."""
    parts = [f"entry {p + 1}" if isinstance(p, int) else p for p in location if p != "[key]"]
    return ", ".join(parts)


def problems_of(
    source: SourceFile, model: type[BaseModel], errors: list[ErrorDetails]
) -> Iterator[Problem]:
    """One problem for each error, but none twice: not where the line is already known to be
    unclear, and not that a key is missing where its misspelling is reported."""
    unclear = {problem.line for problem in source.problems}
    misspelled = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            known = _keys_at(model, error["loc"])
            close = get_close_matches(str(error["loc"][-1]), known, n=1)
            misspelled |= {(*error["loc"][:-1], key) for key in close}
    for error in errors:
        place = error["loc"]
        if source.line(place) in unclear or (error["type"] == "missing" and place in misspelled):
            continue
        yield source.problem(place, message(dict(error), _keys_at(model, place)))


def _keys_at(model: type[BaseModel], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that the model knows at the place of an error."""
    for part in location[:-1]:
        found = model.model_fields.get(str(part)) or next(
            (f for f in model.model_fields.values() if f.alias == part), None
        )
        if found is None:
            continue
        inner = [t for t in _types(found.annotation) if isinstance(t, type)]
        model = next((t for t in inner if issubclass(t, BaseModel)), model)
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _types(argument)
