"""Skeletons of new records: complete files with guidance, whose blanks the checker refuses."""

import re
import unicodedata
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path, PurePosixPath
from string import Template

import yaml

from macros.catalog.catalog import Catalog
from macros.catalog.models.words import Terms
from macros.skeletons import sources

FOLDER = Path(__file__).parent
FRESH = timedelta(days=180)  # a helpline entry counts as checked for so long
PLACES = {
    "practice": "docs/practices/{}.md",
    "article": "docs/articles/{}.md",
    "ripple": "data/ripples/{}.yml",
    "organisation": "data/organisations/{}.yml",
}
ACTS = PurePosixPath("data/acts.yml")


class Kind(StrEnum):
    """What can be begun with a skeleton."""

    practice = "practice"
    article = "article"
    study = "study"
    ripple = "ripple"
    helpline = "helpline"
    organisation = "organisation"
    act = "act"


def new(
    catalog: Catalog, kind: Kind, title: str, country: str, today: date
) -> tuple[PurePosixPath, str]:
    """The file of a new record of this kind, and its whole text.

    `title` is its title or name, for an act its text, for a study its DOI or the path
    of a BibTeX file. Raises ValueError with one line for people.
    """
    if kind is Kind.act:
        return act(catalog, title, today)
    if kind is Kind.helpline:
        return helpline(catalog, title, country, today)
    if kind is Kind.study:
        return study(catalog, sources.fields(title), today)
    return record(catalog, kind, title, today)


def record(catalog: Catalog, kind: str, title: str, today: date) -> tuple[PurePosixPath, str]:
    """The file of a new practice, article, ripple or organisation, and its text.

    Raises ValueError with one line for people where there is one of that name.
    """
    file = PurePosixPath(PLACES[kind].format(slug(title)))
    if file in catalog.files:
        raise ValueError(f"{file} is there already; change that one, or choose another title")
    name = "name" if kind == "organisation" else "title"
    return file, _filled(f"{kind}{file.suffix}", catalog, today, {name: title})


def act(catalog: Catalog, title: str, today: date) -> tuple[PurePosixPath, str]:
    """The file of small acts with a new one at its end. Raises ValueError as `record` does."""
    id = slug(title)
    if id in catalog.acts:
        raise ValueError(
            f"{ACTS} has an act `{id}` already; change that one, or choose other words"
        )
    before = (catalog.root / ACTS).read_text("utf-8").rstrip("\n")
    return ACTS, f"{before}\n{_filled('act.yml', catalog, today, {'text': title}, id=id)}"


def helpline(catalog: Catalog, name: str, country: str, today: date) -> tuple[PurePosixPath, str]:
    """The file of a country, by its two letters, with a new line among its lines."""
    if not re.fullmatch(r"[a-z]{2}", country):
        raise ValueError(f"`{country}` is no country code; write two letters, such as --country gb")
    file = PurePosixPath("data/helplines", f"{country}.yml")
    line = _filled("line.yml", catalog, today, {"name": name})
    if file not in catalog.files:
        return file, _filled("country.yml", catalog, today, {}) + line
    text = (catalog.root / file).read_text("utf-8")
    return file, _within(text, "lines", line)


def study(catalog: Catalog, fields: dict[str, object], today: date) -> tuple[PurePosixPath, str]:
    """The file of a new study: what is known of it under CSL names, and blanks for the rest."""
    authors = fields.get("author")
    first = authors[0]["family"] if isinstance(authors, list) and authors else "unknown"
    file = PurePosixPath("data/studies", f"{slug(first).replace('-', '')}{fields['issued']}.yml")
    if file in catalog.files:
        raise ValueError(f"{file} is there already; compare the two, or name yours with a letter")
    known = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=96)
    return file, known + _filled("study.yml", catalog, today, {})


def slug(title: str) -> str:
    """A title as an id: small letters without accents, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    if not words:
        raise ValueError(f"`{title}` has no letters a to z; an id needs some")
    return "-".join(words)


def _filled(name: str, catalog: Catalog, today: date, named: dict[str, str], **values: str) -> str:
    """A skeleton with its name, its dates, and the words of the closed lists as they are now."""
    lists = {list: "; ".join(catalog.words(list)) for list in Terms.model_fields}
    text = yaml.safe_dump(named, allow_unicode=True, width=1000).rstrip("\n") if named else ""
    dates = {"today": today.isoformat(), "later": (today + FRESH).isoformat()}
    template = Template((FOLDER / name).read_text("utf-8"))
    return template.substitute(lists | dates | values, named=text)


def _within(text: str, key: str, entry: str) -> str:
    """A YAML text with an entry at the end of the list under a key."""
    if not (list := re.search(rf"(?m)^{key}:\n(?:[ #].*\n|\n)*", text)):
        return f"{text.rstrip()}\n{key}:\n{entry}"
    return text[: list.end()].rstrip("\n") + "\n" + entry + text[list.end() :]
