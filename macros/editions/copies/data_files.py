"""Open data (JSON, with JSON Schema 2020-12): the records of the site under their ids."""

import json
import re
from pathlib import PurePosixPath
from typing import Any

from macros.catalog.allowed.jinja import CALL_MARK
from macros.catalog.models.fields import Record
from macros.catalog.open_data import ENVELOPE, PAGE, Dataset, datasets
from macros.catalog.schemas import DIALECT, schema
from macros.components.downloads import DATA
from macros.components.rendering import duration
from macros.editions.copies import bibliography
from macros.editions.site import Site

LICENSE = "CC-BY-4.0"


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """Every set of records with its schema, and the studies as programs for sources read them."""
    made = {}
    for dataset in datasets(site.catalog, site.day):
        made[_place(f"{dataset.name}.json")] = _json(_content(site, dataset))
        made[_place(f"{dataset.name}.schema.json")] = _json(_schema(site, dataset))
    for name, content in bibliography.files(site.catalog).items():
        made[_place(name)] = content
    return made


def _place(name: str) -> PurePosixPath:
    return PurePosixPath(DATA.format(name=name))


def _content(site: Site, dataset: Dataset) -> dict[str, Any]:
    """What one file says: its schema, its day, its license, where it is from, and the records."""
    return {
        "$schema": f"{dataset.name}.schema.json",
        "version": f"{site.built:%Y-%m-%d}",
        "license": LICENSE,
        **({"source": site.address} if site.address else {}),
        dataset.name: {
            id: {**_record(record), **_page(site, dataset, id)}
            for id, record in dataset.records.items()
        },
    }


def _record(record: Record) -> dict[str, Any]:
    """The keys of a record that say something."""
    return record.model_dump(mode="json", by_alias=True, exclude_none=True)


def _page(site: Site, dataset: Dataset, id: str) -> dict[str, str]:
    """The address of the page that holds the record, and its text in Markdown."""
    if not dataset.kind.is_page:
        return {}
    file = dataset.kind.file(id)
    address = site.page(file)
    return {**({"page": address} if address else {}), "text": _text(site, file)}


def _text(site: Site, file: PurePosixPath) -> str:
    """The text of a page without its calls; a pause stands there in words."""
    page, strings = site.catalog.texts[file], site.catalog.text
    text = page.prose
    for call in page.calls:
        words = ""
        if call.name == "pause":
            words = strings("pause", duration=duration(strings, *call.arguments, **call.options))
        text = text.replace(CALL_MARK, words, 1)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _schema(site: Site, dataset: Dataset) -> dict[str, Any]:
    """The schema of one file, made from the models by which the sources are checked."""
    whole = schema(dataset.kind, site.catalog.terms, "serialization")
    definitions = whole.pop("$defs", {})
    record = next(iter(whole["patternProperties"].values())) if dataset.kind.keyed else whole
    if dataset.kind.is_page:
        record["properties"] |= {name: _text_field(meaning) for name, meaning in PAGE.items()}
    records = {"type": "object", "additionalProperties": record, "description": "By their ids."}
    return {
        "$schema": DIALECT,
        "title": f"Ripple: {dataset.name}",
        "type": "object",
        "properties": {
            **{name: _text_field(meaning) for name, meaning in ENVELOPE.items()},
            dataset.name: records,
        },
        "required": ["$schema", "version", "license", dataset.name],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _text_field(meaning: str) -> dict[str, str]:
    return {"type": "string", "description": meaning}


def _json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
