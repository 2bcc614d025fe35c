"""Where the texts of a record are, as its model says: what a translation may hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from macros.catalog.kinds import Kind
from macros.catalog.models.fields import OWN_WORDS, TEXT


class Leaf(Enum):
    """What has no parts of its own."""

    TEXT = "text"
    OWN = "own"  # what people type or say: each language has words of its own
    TREE = "tree"  # keys within keys, with texts at their ends: strings


@dataclass(frozen=True)
class Fields:
    """A record, with the shape of each of its keys that holds text."""

    keys: dict[str, "Shape"]


@dataclass(frozen=True)
class Items:
    """A list of texts or records."""

    each: "Shape"


@dataclass(frozen=True)
class Entries:
    """Texts or records under ids."""

    each: "Shape"


Shape = Leaf | Fields | Items | Entries


@cache
def shape_of(kind: Kind[Any]) -> Shape:
    """Where the texts are in a file of this kind."""
    fields = _model(kind.model) or Fields({})
    return Entries(fields) if kind.keyed else fields


def texts_in(shape: Shape | None, value: Any) -> Iterator[str]:
    """Every text in a value that is translated, in order; words of a language's own are none."""
    match shape, value:
        case Fields(), str():  # a record that is written as its one text
            yield value
        case ((Leaf.TEXT | Leaf.TREE), str()):
            yield value
        case Leaf.TREE, dict() | list():
            for inner in value.values() if isinstance(value, dict) else value:
                yield from texts_in(shape, inner)
        case Fields(keys), dict():
            for key, inner in value.items():
                yield from texts_in(keys.get(key), inner)
        case Items(each), list():
            for inner in value:
                yield from texts_in(each, inner)
        case Entries(each), dict():
            for inner in value.values():
                yield from texts_in(each, inner)


def _model(model: type[BaseModel]) -> Fields | None:
    keys = {}
    for name, field in model.model_fields.items():
        annotation = field.annotation
        for mark in field.metadata:  # pydantic takes the marks of a field from its annotation
            annotation = Annotated[annotation, mark]  # type: ignore[assignment]
        if shape := _shape(annotation):
            keys[field.alias or name] = shape
    return Fields(keys) if keys else None


def _shape(annotation: Any) -> Shape | None:
    origin, given = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        if OWN_WORDS in given:
            return Leaf.OWN
        return Leaf.TEXT if TEXT in given else _shape(given[0])
    if origin in (Union, UnionType):
        return next((shape for each in given if (shape := _shape(each))), None)
    if annotation is Any:
        return Leaf.TREE
    if origin is dict:
        shape = _shape(given[1])
        return shape if shape is Leaf.TREE else shape and Entries(shape)
    if origin is list:
        shape = _shape(given[0])
        return shape and Items(shape)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _model(annotation)
    return None
