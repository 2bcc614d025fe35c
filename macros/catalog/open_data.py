"""Which records are open data, and what they hold."""

from dataclasses import dataclass
from datetime import date

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import KINDS, Kind
from macros.catalog.models.care import Country
from macros.catalog.models.fields import Record

NAMES = (
    *("practices", "articles", "ripples", "claims", "studies", "acts", "helplines"),
    *("organisations", "glossary"),
)
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
    """All records of one kind, by id."""

    kind: Kind
    records: dict[str, Record]

    @property
    def name(self) -> str:
        """Its name, which is also the name of its file and of the key that holds the records."""
        return self.kind.name

    @property
    def pages(self) -> bool:
        """Whether each record stands at the top of a page."""
        return self.kind.place.startswith("docs/")


def datasets(catalog: Catalog, today: date) -> list[Dataset]:
    """Every set of records that is given away, as it stands on a day."""
    kinds = {kind.name: kind for kind in KINDS}
    return [Dataset(kinds[name], _given(getattr(catalog, name), today)) for name in NAMES]


def _given(records: dict[str, Record], today: date) -> dict[str, Record]:
    """The records in the order of their ids; of helplines only what pages show as well."""
    return {
        id: _shown(record, today) if isinstance(record, Country) else record
        for id, record in sorted(records.items())
    }


def _shown(country: Country, today: date) -> Country:
    """A country without the lines of which we are not sure enough, or no longer."""
    sure = [line for line in country.lines if line.confidence == "high" and line.expires > today]
    return country.model_copy(update={"lines": sure})
