"""Which files hold which records."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter

from macros.catalog.models.care import Act, Confirmation, Country, Organisation
from macros.catalog.models.evidence import Claim, Study
from macros.catalog.models.fields import Key
from macros.catalog.models.pages import Article, Folder, Gap, Page, Practice
from macros.catalog.models.rhythm import Month, Week
from macros.catalog.models.ripples import Ripple
from macros.catalog.models.search import Danger, Search
from macros.catalog.models.words import Entry, Rule, Terms


@dataclass(frozen=True)
class Kind:
    """One kind of record. `place` is a folder of files, or one file for all records of the kind."""

    name: str
    singular: str
    place: str
    model: type[Any]
    keyed: bool = False

    @cached_property
    def shape(self) -> TypeAdapter[Any]:
        """What one file of this kind holds: a record, or records under their ids."""
        model: Any = self.model
        return TypeAdapter(dict[Key, model] if self.keyed else model)

    def holds(self, file: PurePosixPath) -> bool:
        """Whether this kind of record lives in the file."""
        if self.place.endswith(".yml"):
            return self.place == str(file)
        suffix = ".md" if self.place.startswith("docs/") else ".yml"
        return str(file.parent) == self.place and file.suffix == suffix and file.stem != "index"


KINDS = (
    Kind("terms", "terms", "data/terms.yml", Terms),
    Kind("studies", "study", "data/studies", Study),
    Kind("claims", "claim", "data/claims", Claim),
    Kind("ripples", "ripple", "data/ripples", Ripple),
    Kind("helplines", "helplines", "data/helplines", Country),
    Kind("organisations", "organisation", "data/organisations", Organisation),
    Kind("acts", "act", "data/acts.yml", Act, keyed=True),
    Kind("weeks", "week", "data/weeks.yml", Week, keyed=True),
    Kind("months", "month", "data/months.yml", Month, keyed=True),
    Kind("language", "rule", "data/language.yml", Rule, keyed=True),
    Kind("glossary", "entry", "data/glossary.yml", Entry, keyed=True),
    Kind("search", "search", "data/search.yml", Search),
    Kind("danger", "danger", "data/danger.yml", Danger, keyed=True),
    Kind("gaps", "gap", "data/gaps.yml", Gap, keyed=True),
    Kind("confirmation", "confirmation", "data/confirmation.yml", Confirmation),
    Kind("practices", "practice", "docs/practices", Practice),
    Kind("articles", "article", "docs/articles", Article),
)
PAGES = Kind("pages", "page", "docs", Page)
FOLDERS = Kind("folders", "folder", "docs/.meta.yml", Folder)


def kind_of(file: PurePosixPath) -> Kind | None:
    """The kind of record a file holds, or None where no record belongs."""
    for kind in KINDS:
        if kind.holds(file):
            return kind
    if file.parts[0] == "docs" and file.name == ".meta.yml":
        return FOLDERS
    if file.parts[0] == "docs" and file.suffix == ".md":
        return PAGES
    return None
