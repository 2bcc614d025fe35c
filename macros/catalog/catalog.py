"""The catalogue: every record of the project."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from macros.catalog.models.care import Act, Confirmation, Country, Organisation
from macros.catalog.models.evidence import Claim, Retraction, Study
from macros.catalog.models.fields import Known
from macros.catalog.models.pages import Addresses, Article, Folder, Gap, Page, Practice
from macros.catalog.models.rhythm import Month, Week
from macros.catalog.models.ripples import Ripple
from macros.catalog.models.search import Danger, Search
from macros.catalog.models.words import Entry, Rule, Terms
from macros.catalog.problems import Problem
from macros.catalog.reading.source import Source
from macros.catalog.safety.page import Reading


@dataclass(frozen=True, eq=False)
class Catalog:
    """All records by kind and id, with the files they came from. Made by `loading.load`.

    A record that is faulty is not among them; what is wrong with it is in `problems`.
    """

    root: Path
    files: frozenset[PurePosixPath]
    known: Known
    problems: tuple[Problem, ...]
    sources: dict[PurePosixPath, Source]
    readings: dict[PurePosixPath, Reading]
    terms: Terms | None = None
    studies: dict[str, Study] = field(default_factory=dict)
    retractions: dict[str, Retraction] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    ripples: dict[str, Ripple] = field(default_factory=dict)
    helplines: dict[str, Country] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    acts: dict[str, Act] = field(default_factory=dict)
    weeks: dict[str, Week] = field(default_factory=dict)
    months: dict[str, Month] = field(default_factory=dict)
    language: dict[str, Rule] = field(default_factory=dict)
    glossary: dict[str, Entry] = field(default_factory=dict)
    search: Search | None = None
    danger: dict[str, Danger] = field(default_factory=dict)
    gaps: dict[str, Gap] = field(default_factory=dict)
    confirmation: Confirmation | None = None
    addresses: Addresses | None = None
    practices: dict[str, Practice] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    pages: dict[PurePosixPath, Page] = field(default_factory=dict)
    folders: dict[PurePosixPath, Folder] = field(default_factory=dict)

    @cached_property
    def every_page(self) -> dict[PurePosixPath, Practice | Article | Page]:
        """The front matter of each page of any kind, by file."""
        practices = {_page("practices", id): page for id, page in self.practices.items()}
        articles = {_page("articles", id): page for id, page in self.articles.items()}
        return {**practices, **articles, **self.pages}

    def words(self, list: str) -> tuple[str, ...]:
        """The words of a closed list in their order; none where data/terms.yml is faulty."""
        return tuple(getattr(self.terms, list)) if self.terms else ()

    def source(self, file: PurePosixPath) -> Source:
        """The file as read, for the lines of its values."""
        return self.sources[file]


def _page(folder: str, id: str) -> PurePosixPath:
    return PurePosixPath("docs", folder, f"{id}.md")
