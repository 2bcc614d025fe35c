"""Which records are open data, and what they hold."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import KINDS, Kind
from macros.catalog.models.fields import Record

OPEN_KINDS = tuple(kind for kind in KINDS if kind.open_data)
# What a file says of itself, beside the records; and what a record says that stands on a page.
ENVELOPE = {
    "$schema": "The schema of this file.",
    "version": "The day on which it was made.",
    "license": "What anybody may do with it, as SPDX writes it.",
    "source": "Where the site is published, if it is.",
}
PAGE = {
    "page": "The address of its page, if the site is published.",
    "text": "The text of its page in Markdown, without what is shown from other records.",
}


@dataclass(frozen=True)
class Dataset:
    """All records of one kind, by id. Its name is that of its file and of the key with records."""

    kind: Kind[Any]
    records: dict[str, Record]

    @property
    def name(self) -> str:
        """The name of the kind."""
        return self.kind.name


def datasets(catalog: Catalog, day: date) -> list[Dataset]:
    """Every set of records that is given away, by their ids; of each what readers may see too."""
    return [
        Dataset(kind, {id: record.shown(day) for id, record in sorted(catalog[kind].items())})
        for kind in OPEN_KINDS
    ]
