"""What a validation error says to someone who does not program."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from macros.catalog.models.fields import OR_LEAVE_OUT, OURS, SHOWN
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.source import SourceFile
from macros.catalog.reading.strict_yaml import TRAP

_TYPES = {
    "string_type": "must be text; put it in quotes if it is a number or a date",
    "int_type": "must be a whole number in plain digits, without quotes",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number, without quotes",
    "bool_type": "must be true or false, without quotes",
    "date_type": "must be a day such as 2026-11-22, without quotes",
    "list_type": "must be a list, such as [first, second]",
    "dict_type": "must hold keys and values",
    "model_type": "must hold keys and values",
}


_DOTS = tuple("•·‣◦")  # by which programs for letters begin entries of a list

# What is no text. Where YAML would misread a value, the record knows better what to write.
_NOT_TEXT = frozenset(_TYPES) - {"string_type"}


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
        return f"`{key}` has no value; write one{OR_LEAVE_OUT}"
    if kind == "list_type" and str(error["input"]).startswith(_DOTS):
        dot = str(error["input"])[0]
        return f"`{key}` begins its entries with {dot}; begin each with a hyphen and a space"
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
    doubted = {problem.line for problem in source.problems if problem.message.endswith(TRAP)}
    unclear = {problem.line for problem in source.problems} - doubted
    misspelled: set[tuple[str | int, ...]] = set()
    for error in errors:
        if error["type"] == "extra_forbidden":
            known = _keys_at(model, error["loc"])
            close = get_close_matches(str(error["loc"][-1]), known, n=1)
            misspelled |= {(*error["loc"][:-1], key) for key in close}
    for error in errors:
        place = error["loc"]
        line, is_text = source.line(place), error["type"] not in _NOT_TEXT
        if line in unclear or (line in doubted and is_text):
            continue
        if error["type"] == "missing" and place in misspelled:
            continue
        said = message(dict(error), _keys_at(model, place))
        yield source.problem(
            place, said.removesuffix(OR_LEAVE_OUT) if _needed(model, place) else said
        )


def _needed(model: type[BaseModel], location: tuple[str | int, ...]) -> bool:
    """Whether a record must hold the key at this place, so that nobody is told to leave it out."""
    fields = _model_at(model, location).model_fields
    found = (field for name, field in fields.items() if location[-1:] == (field.alias or name,))
    return any(field.is_required() for field in found)


def _keys_at(model: type[BaseModel], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that the model knows at the place of an error."""
    fields = _model_at(model, location).model_fields
    return tuple(field.alias or name for name, field in fields.items())


def _model_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    """The model that holds the place of an error."""
    for part in location[:-1]:
        found = model.model_fields.get(str(part)) or next(
            (f for f in model.model_fields.values() if f.alias == part), None
        )
        if found is None:
            continue
        inner = [t for t in _types(found.annotation) if isinstance(t, type)]
        model = next((t for t in inner if issubclass(t, BaseModel)), model)
    return model


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _types(argument)
