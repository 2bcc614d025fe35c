"""What is wrong with the calls of pages, before anything is rendered."""

import inspect
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.catalog.catalog import Catalog
from macros.catalog.models.messages import message
from macros.catalog.problems import Problem, first, suggestion
from macros.catalog.safety.jinja import Call
from macros.catalog.safety.page import Reading
from macros.components.calls import CALLS, INLINE

REQUIRED = {
    PurePosixPath("docs/practices"): ("practice_facts", "related_list"),
    PurePosixPath("docs/articles"): ("byline", "related_list"),
}


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Calls that are unknown, misplaced, missing, or have arguments that do not fit."""
    for file, reading in catalog.readings.items():
        if not reading.faults and catalog.sources[file].data is not None:
            yield from first(_of_page(catalog, file, reading))


def _of_page(catalog: Catalog, file: PurePosixPath, reading: Reading) -> Iterator[Problem]:
    offset = catalog.sources[file].offset
    wanted = REQUIRED.get(file.parent, ()) if file.stem != "index" else ()
    for call in reading.calls:
        for text in _faults(call, wanted, catalog):
            yield Problem(file, call.line + offset, text)
    for call in _repeated(reading.calls):
        text = f"the same `{call.name}` stands on this page twice; keep one"
        yield Problem(file, call.line + offset, text)
    for name in wanted:
        if name not in {call.name for call in reading.calls}:
            text = f"{{{{ {name}() }}}} is missing; put it alone on a line"
            yield Problem(file, offset + 1, text)


def _repeated(calls: Sequence[Call]) -> Iterator[Call]:
    """Calls that a page has made before; their anchors would be there twice."""
    made = []
    for call in calls:
        sign = (call.name, call.arguments, call.options)
        if call.name not in INLINE and sign in made:
            yield call
        made.append(sign)


def _faults(call: Call, wanted: tuple[str, ...], catalog: Catalog) -> Iterator[str]:
    if call.name not in CALLS:
        hint = suggestion(call.name, CALLS) or f"; known are: {', '.join(CALLS)}"
        yield f"there is no call `{call.name}`{hint}"
        return
    if call.name not in INLINE and not call.alone:
        yield f"`{call.name}` must stand alone on its line, at the very beginning"
    places = [str(folder) for folder, names in REQUIRED.items() if call.name in names]
    if places and call.name not in wanted:
        yield f"`{call.name}` belongs in the pages of {' and '.join(places)} only"
    try:
        bound = inspect.signature(CALLS[call.name]).bind(None, *call.arguments, **call.options)
    except TypeError:
        yield f"`{call.name}` takes {_expected(call.name)}"
        return
    for name, value in list(bound.arguments.items())[1:]:
        try:
            _shape(call.name, name).validate_python(value, strict=True, context=catalog.known)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                yield f"`{call.name}`: {message({**detail, 'loc': (name,)}, ())}"


@cache
def _shape(call: str, argument: str) -> TypeAdapter[Any]:
    return TypeAdapter(inspect.signature(CALLS[call]).parameters[argument].annotation)


def _expected(call: str) -> str:
    names = list(inspect.signature(CALLS[call]).parameters)[1:]
    return f"these arguments: {', '.join(names)}" if names else "no arguments"
