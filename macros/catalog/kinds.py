"""The kinds of record. Each is stated here once, and nowhere else; the shapes are in `models`."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from macros.catalog.models.care import Act, Country, Organization, Safety
from macros.catalog.models.editorial import Editorial, Section
from macros.catalog.models.evidence import Claim, Retraction, Rubric, Study
from macros.catalog.models.fields import Key, Record
from macros.catalog.models.help_words import HelpWords
from macros.catalog.models.helpline_texts import HelplineTexts
from macros.catalog.models.languages import Language
from macros.catalog.models.pages import (
    Addresses,
    Article,
    Door,
    Folder,
    Gap,
    NeedPage,
    Page,
    Practice,
)
from macros.catalog.models.paths import PathPage
from macros.catalog.models.phrases import Phrase, Situation
from macros.catalog.models.reviews import Review
from macros.catalog.models.rhythm import Month, Week
from macros.catalog.models.ripples import Ripple
from macros.catalog.models.search import Danger, Search, WordClass
from macros.catalog.models.sources import Source
from macros.catalog.models.strings import StringsFile
from macros.catalog.models.words import Entry, Rule, Terms

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Kind(Generic[R]):
    """One kind of record.

    `place` is where its files are. With {id}, each record is a file of its own; with {path}, also
    in folders below. Without, one file holds one record, or with `keyed` all records by their ids.
    """

    name: str
    singular: str
    model: type[R]
    place: str
    keyed: bool = False
    open_data: bool = False  # given away as a file of its own
    wording: bool = False  # its texts are ours, and the rules of wording read them
    verbatim: tuple[str, ...] = ()  # but for these keys, which hold the words of others
    named_by: str = "title"  # the key that a new record begins with
    own: bool = False  # each language has records of its own, or none; none are translated
    alone: bool = False  # one that a language has not translated is not there in that language
    safe: tuple[str, ...] = ()  # keys that keep people safe: an old translation shows English

    @cached_property
    def shape(self) -> TypeAdapter[Any]:
        """What one file of this kind holds: a record, or records under their ids."""
        model: Any = self.model
        return TypeAdapter(dict[Key, model] if self.keyed else model)

    @property
    def is_page(self) -> bool:
        """Whether a record is the front matter of a page."""
        return self.place.endswith(".md")

    @property
    def suffix(self) -> str:
        """How the names of its files end: .md or .yml."""
        return PurePosixPath(self.place).suffix

    @property
    def is_folder(self) -> bool:
        """Whether each record has a file of its own."""
        return "{" in self.place

    def file(self, id: str = "") -> PurePosixPath:
        """The file that holds a record, from the root of the project."""
        return PurePosixPath(self.place.format(id=id, path=id))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        place = re.escape(self.place).replace(r"\{id\}", "([^/]+)").replace(r"\{path\}", "(.+)")
        return re.compile(place, re.S)

    def id_in(self, file: PurePosixPath) -> str | None:
        """The id of the record in a file; None where the file holds none of this kind.

        The first page of a folder is never one of the records that the folder is for.
        """
        match = self._pattern.fullmatch(str(file))
        if match is None or (self.is_page and "{id}" in self.place and file.stem == "index"):
            return None
        return match[1] if self.is_folder else file.stem


TERMS = Kind("terms", "terms", Terms, "data/terms.yml", wording=True)
LANGUAGES = Kind("languages", "language", Language, "data/languages.yml", keyed=True)
STRINGS = Kind(
    "strings",
    "strings",
    StringsFile,
    "data/strings.yml",
    wording=True,
    safe=("care", "help", "practice"),
)
EDITORIAL = Kind("editorial", "editorial", Editorial, "data/editorial.yml")
SECTIONS = Kind("sections", "section", Section, "data/sections.yml", keyed=True)
STUDIES = Kind(
    "studies",
    "study",
    Study,
    "data/studies/{id}.yml",
    open_data=True,
    wording=True,
    verbatim=("title", "author", "container-title", "volume", "issue", "page", "DOI", "place"),
)
RETRACTIONS = Kind("retractions", "retraction", Retraction, "data/retractions.yml", keyed=True)
RUBRIC = Kind("rubric", "rubric", Rubric, "data/rubric.yml", keyed=True)
CLAIMS = Kind(
    "claims",
    "claim",
    Claim,
    "data/claims/{id}.yml",
    open_data=True,
    wording=True,
    verbatim=("avoid",),
)
RIPPLES = Kind("ripples", "ripple", Ripple, "data/ripples/{id}.yml", open_data=True, wording=True)
SOURCES = Kind("sources", "source", Source, "data/sources.yml", keyed=True, named_by="name")
HELPLINES = Kind("helplines", "helpline", Country, "data/helplines/{id}.yml", open_data=True)
# In other languages alone: a country is the same in each, so that its lines stay as confirmed.
HELPLINE_TEXTS = Kind(
    "helpline-texts", "text", HelplineTexts, "data/helpline-texts.yml", wording=True, own=True
)
HELP_WORDS = Kind(
    "help-words", "translation", HelpWords, "data/help-words/{id}.yml", named_by="name"
)
ORGANIZATIONS = Kind(
    "organizations",
    "organization",
    Organization,
    "data/organizations/{id}.yml",
    open_data=True,
    wording=True,
    named_by="name",
)
ACTS = Kind(
    "acts",
    "act",
    Act,
    "data/acts.yml",
    keyed=True,
    open_data=True,
    wording=True,
    named_by="text",
)
# No open data: a name can be taken off again, and a copy would keep it.
REVIEWS = Kind(
    "reviews", "review", Review, "data/reviews/{id}.yml", wording=True, verbatim=("name",), own=True
)
WEEKS = Kind("weeks", "week", Week, "data/weeks.yml", keyed=True, wording=True)
MONTHS = Kind("months", "month", Month, "data/months.yml", keyed=True, wording=True)
LANGUAGE = Kind("language", "rule", Rule, "data/language.yml", keyed=True, own=True)
GLOSSARY = Kind(
    "glossary", "entry", Entry, "data/glossary.yml", keyed=True, open_data=True, wording=True
)
SEARCH = Kind("search", "search", Search, "data/search.yml")
WORD_CLASSES = Kind(
    "danger-words", "class", WordClass, "data/danger-words.yml", keyed=True, own=True
)
DANGER = Kind("danger", "danger", Danger, "data/danger.yml", keyed=True, own=True)
PHRASES = Kind(
    "phrases",
    "phrase",
    Phrase,
    "data/phrases/{id}.yml",
    open_data=True,
    wording=True,
    verbatim=("sought", "source"),
    safe=("leave", "next"),
)
DOORS = Kind("doors", "door", Door, "data/doors.yml", keyed=True, wording=True)
GAPS = Kind("gaps", "gap", Gap, "data/gaps.yml", keyed=True, wording=True)
ADDRESSES = Kind("addresses", "addresses", Addresses, "data/addresses.yml")
SAFETY = Kind("safety", "safety", Safety, "data/safety/{id}.yml", named_by="fact", alone=True)
PRACTICES = Kind(
    "practices",
    "practice",
    Practice,
    "docs/practices/{id}.md",
    open_data=True,
    wording=True,
    verbatim=("words",),
    safe=("gate",),
)
ARTICLES = Kind(
    "articles",
    "article",
    Article,
    "docs/articles/{id}.md",
    open_data=True,
    wording=True,
    verbatim=("words", "author"),
)
SITUATIONS = Kind(
    "situations",
    "situation",
    Situation,
    "docs/words/{id}.md",
    open_data=True,
    wording=True,
    verbatim=("words",),
)
PATHS = Kind(
    "paths",
    "path",
    PathPage,
    "docs/paths/{id}.md",
    open_data=True,
    wording=True,
    verbatim=("words",),
)
NEEDS = Kind("needs", "need", NeedPage, "docs/needs/{id}.md", wording=True, verbatim=("words",))
PAGES = Kind("pages", "page", Page, "docs/{path}.md", wording=True, verbatim=("words",))
FOLDERS = Kind("folders", "folder", Folder, "docs/{path}/.meta.yml")

# Every kind above, in its order; the first that fits a file is its kind.
KINDS: tuple[Kind[Any], ...] = tuple(each for each in globals().values() if isinstance(each, Kind))


@cache
def kind_of(file: PurePosixPath) -> Kind[Any] | None:
    """The kind of record a file holds, or None where no record belongs."""
    return next((kind for kind in KINDS if kind.id_in(file) is not None), None)


def kind_named(name: str) -> Kind[Any]:
    """The kind of this name, such as `studies`; KeyError where there is none."""
    return {kind.name: kind for kind in KINDS}[name]
