"""What is wrong with the calls of pages, before anything is rendered."""

import inspect
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.catalog.allowed.jinja import Call
from macros.catalog.allowed.page import PageText
from macros.catalog.catalog import Catalog
from macros.catalog.kinds import EDITORIAL
from macros.catalog.models.messages import message
from macros.catalog.problems import Problem, suggestion
from macros.components.calls import CALLS, INLINE


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Calls that are unknown, misplaced, missing, or have arguments that do not fit."""
    yield from _unknown(catalog)
    for file, page in catalog.texts.items():
        if not page.faults and catalog.sources[file].data is not None:
            yield from _of_page(catalog, file, page)


def _unknown(catalog: Catalog) -> Iterator[Problem]:
    """Calls that data/editorial.yml names and that there are not."""
    rules = catalog.editorial
    lists: dict[tuple[str, ...], list[str]] = {
        **{("calls", folder): calls for folder, calls in rules.calls.items()},
        **{("pages", page): calls for page, calls in rules.pages.items()},
        ("care", "calls"): rules.care.calls,
        ("answers",): [rules.answers] if rules.answers else [],
    }
    for place, calls in lists.items():
        for number, name in enumerate(calls):
            if name not in CALLS:
                text = f"there is no call `{name}`{suggestion(name, CALLS)}"
                yield catalog.source(EDITORIAL).problem((*place, number), text)


def _of_page(catalog: Catalog, file: PurePosixPath, page: PageText) -> Iterator[Problem]:
    offset = catalog.sources[file].offset
    required = catalog.editorial.calls
    wanted = required.get(file.parent.name, []) if file.stem != "index" else []
    for call in page.calls:
        for text in _faults(call, wanted, catalog):
            yield Problem(file, call.line + offset, text)
    for call in _repeated(page.calls):
        text = f"the same `{call.name}` stands on this page twice; keep one"
        yield Problem(file, call.line + offset, text)
    yield from _illustration(catalog, file, page)
    for name in wanted:
        if name not in {call.name for call in page.calls}:
            text = f"{{{{ {name}() }}}} is missing; put it alone on a line"
            yield Problem(file, offset + 1, text)


def _illustration(catalog: Catalog, file: PurePosixPath, page: PageText) -> Iterator[Problem]:
    """An illustration is named at the head of its page and shown on it, or neither."""
    source = catalog.sources[file]
    named = isinstance(source.data, dict) and "illustration" in source.data
    shown = next((call for call in page.calls if call.name == "page_illustration"), None)
    if named and not shown:
        text = "{{ page_illustration() }} is missing; put it alone on the first line of the text"
        yield source.problem(("illustration",), text)
    elif shown and not named:
        text = "the head names no `illustration`; name one there, or take this out"
        yield Problem(file, shown.line + source.offset, text)


def _repeated(calls: Sequence[Call]) -> Iterator[Call]:
    """Calls that a page has made before; their anchors would be there twice."""
    before = []
    for call in calls:
        same = (call.name, call.arguments, call.options)
        if call.name not in INLINE and same in before:
            yield call
        before.append(same)


def _faults(call: Call, wanted: Collection[str], catalog: Catalog) -> Iterator[str]:
    if call.name not in CALLS:
        hint = suggestion(call.name, CALLS) or f"; known are: {', '.join(CALLS)}"
        yield f"there is no call `{call.name}`{hint}"
        return
    if call.name not in INLINE and not call.alone:
        yield f"`{call.name}` must stand alone on its line, at the very beginning"
    required = catalog.editorial.calls
    places = [f"docs/{folder}" for folder, names in required.items() if call.name in names]
    if places and call.name not in wanted:
        yield f"`{call.name}` belongs in the pages of {' and '.join(places)} only"
    try:
        bound = inspect.signature(CALLS[call.name]).bind(None, *call.arguments, **call.options)
    except TypeError:
        yield f"`{call.name}` takes {_expected(call.name)}"
        return
    parameters = inspect.signature(CALLS[call.name]).parameters
    for name, given in list(bound.arguments.items())[1:]:
        many = parameters[name].kind is inspect.Parameter.VAR_POSITIONAL
        for value in given if many else (given,):
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
