"""JSON Schema of the data files, so that editors complete and check them."""

import json
from pathlib import PurePosixPath
from typing import Any, Literal

from macros.catalog.kinds import KINDS, Kind
from macros.catalog.models.words import Terms

FOLDER = PurePosixPath("schemas")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(
    kind: Kind[Any],
    terms: Terms | None,
    mode: Literal["validation", "serialization"] = "validation",
) -> dict[str, Any]:
    """The schema of one kind of file; with terms, closed lists are spelled out.

    As validation it is that of sources, as serialization that of the open data made from them.
    """
    made: dict[str, Any] = kind.shape.json_schema(by_alias=True, mode=mode)
    return {"$schema": DIALECT, **_spelled(made, terms)}


def schemas(terms: Terms) -> dict[PurePosixPath, str]:
    """The text of every schema file of the project, for the kinds that live in data."""
    kinds = [kind for kind in KINDS if kind.place.startswith("data/")]
    return {FOLDER / f"{kind.singular}.json": _text(schema(kind, terms)) for kind in kinds}


def _text(made: dict[str, Any]) -> str:
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _spelled(part: Any, terms: Terms | None) -> Any:
    if isinstance(part, list):
        return [_spelled(item, terms) for item in part]
    if not isinstance(part, dict):
        return part
    spelled = {key: _spelled(value, terms) for key, value in part.items()}
    if terms is None:
        return spelled
    words, _ = spelled.pop("x-words", None), spelled.pop("x-record", None)
    return {**spelled, "enum": list(getattr(terms, words))} if words else spelled
