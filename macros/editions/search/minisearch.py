"""An index as MiniSearch serializes it (`toJSON`, version 2), so that browsers only load it.

What is counted, and how, is MiniSearch's; a test holds it to the library's own work.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Terms = Mapping[str, Sequence[str]]  # the terms of a document by its fields


def serialized(fields: Sequence[str], documents: Iterable[tuple[Any, Terms]]) -> dict[str, Any]:
    """The index of documents, each with its id."""
    all = list(documents)
    index: dict[str, dict[int, dict[int, int]]] = {}
    lengths: dict[int, list[int]] = {}
    for number, (_, terms) in enumerate(all):
        lengths[number] = [len(set(terms[field])) or 1 for field in fields]
        for place, field in enumerate(fields):
            for term, count in Counter(terms[field]).items():
                index.setdefault(term, {}).setdefault(place, {})[number] = count
    return {
        "documentCount": len(all),
        "nextId": len(all),
        "documentIds": {number: id for number, (id, _) in enumerate(all)},
        "fieldIds": {field: place for place, field in enumerate(fields)},
        "fieldLength": lengths,
        "averageFieldLength": [sum(of) / len(all) for of in zip(*lengths.values(), strict=True)],
        "storedFields": {},
        "dirtCount": 0,
        "index": sorted(index.items()),
        "serializationVersion": 2,
    }
