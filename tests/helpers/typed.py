"""Records in which every text begins with the signs of Markdown, and where these are then found."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

from lxml.html import HtmlElement
from pydantic import AfterValidator, BaseModel

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import KINDS, SOURCES, STRINGS
from macros.catalog.models import fields
from macros.catalog.models.sources import Reading

# Small letters only: some components begin a text large, and leave the rest.
SIGNS = (
    "*a* **b** _c_ __d__ `e` [f](g) [h][i] [^j] ![k](l) \\* \\m { .n } {o} "
    "#p |q| ~~r~~ ^s^ ==t== \"u\" 'v' w & x < y > z"
)
MARK = re.compile(r"(?i)mark([0-9]+)")
# Kinds whose texts the checker, the search or the code compare with others, and show nowhere.
COMPARED = ("editorial", "sections", "search", "danger", "danger-words", "language", "safety")


class Typed:
    """The same catalog with a mark and all signs before each text, and the field of each mark."""

    def __init__(self, catalog: Catalog) -> None:
        self.fields: list[str] = []
        records = {
            kind.name: {
                id: self._record(record, kind.name) if kind.name not in COMPARED else record
                for id, record in catalog[kind].items()
            }
            for kind in KINDS
        }
        self.catalog = replace(catalog, records=records, _made={})

    def _record(self, record: Any, where: str) -> Any:
        if where == STRINGS.name:
            strings = self._strings(record.extra.strings)
            return record.model_copy(
                update={"extra": record.extra.model_copy(update={"strings": strings})}
            )
        changed = {
            name: self._value(getattr(record, name), f"{where}.{name}", _is_text(field))
            for name, field in type(record).model_fields.items()
        }
        copied = record.model_copy(update=changed)
        if isinstance(record, Reading) and record._source:  # it shows the texts of its source
            copied._source = self._record(record._source, SOURCES.name)
        return copied

    def _value(self, value: Any, where: str, text: bool) -> Any:
        if isinstance(value, BaseModel):
            return self._record(value, where)
        if isinstance(value, list):
            return [self._value(each, where, text) for each in value]
        if isinstance(value, dict):
            return {key: self._value(each, where, text) for key, each in value.items()}
        return self._marked(value, where) if text and isinstance(value, str) else value

    def _marked(self, text: str, where: str) -> str:
        self.fields.append(where)
        return f"mark{len(self.fields) - 1}{SIGNS} {text}"

    def _strings(self, tree: Any) -> Any:
        if isinstance(tree, dict):
            return {key: self._strings(each) for key, each in tree.items()}
        if isinstance(tree, list):
            return [self._marked(each, "strings") for each in tree]  # no values are filled in
        return self._marked("", "strings").replace("{", "{{").replace("}", "}}") + str(tree)

    def seen(self, text: str) -> Iterator[str]:
        """The field of each text that is found within a text, all of its signs as they are."""
        for mark in MARK.finditer(text):
            shown = text[mark.end() : mark.end() + len(SIGNS)]
            field = self.fields[int(mark[1])]
            assert shown == SIGNS, f"{field} is shown as {shown}"
            yield field


def _is_text(field: Any) -> bool:
    """Whether a field holds text of its own: no word of a list, no address, no number."""
    return fields._text in {*_checks(field.metadata), *_nested(field.annotation)}


def _nested(annotation: Any) -> Iterator[Any]:
    yield from _checks(getattr(annotation, "__metadata__", ()))
    for inner in get_args(annotation):
        if not isinstance(inner, AfterValidator):
            yield from _nested(inner)


def _checks(metadata: Any) -> Iterator[Any]:
    return (each.func for each in metadata if isinstance(each, AfterValidator))


def texts(root: HtmlElement) -> Iterator[str]:
    """What a page shows, what its attributes say, and the texts of data that scripts read."""
    yield " ".join(root.text_content().split())
    for element in root.iter():
        for value in element.attrib.values():
            if value.startswith(("[", "{")):
                yield from _leaves(json.loads(value))
            else:
                yield " ".join(value.split())


def _leaves(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    for inner in (
        tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    ):
        yield from _leaves(inner)
