"""Skeletons of new records: complete files with guidance, whose blanks the checker refuses."""

import re
import unicodedata
from datetime import date
from pathlib import Path, PurePosixPath
from string import Template
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINES, KINDS, LANGUAGES, STUDIES, Kind
from macros.catalog.models.words import Terms
from macros.skeletons import sources

FOLDER = Path(__file__).parent


def kinds_to_begin() -> dict[str, Kind[Any]]:
    """The kinds of which a new record can be begun, by their singular: those with a skeleton."""
    return {
        kind.singular: kind
        for kind in KINDS
        if (FOLDER / f"{kind.singular}{kind.suffix}").is_file()
    }


def begin(
    catalog: Catalog, kind: Kind[Any], title: str, country: str, today: date
) -> tuple[PurePosixPath, str]:
    """The file of a new record of this kind, and its whole text.

    `title` is its title or name, for an act its text, for a study its DOI or the path
    of a BibTeX file. Raises ValueError with one line for people.
    """
    if kind is HELPLINES:
        return helpline(catalog, title, country, today)
    if kind is STUDIES:
        return study(catalog, sources.fields(title), today)
    id = slug(title)
    if id in catalog.known.ids[kind.name]:
        there = f"{kind.file()} has `{id}`" if kind.keyed else f"{kind.file(id)} is there"
        raise ValueError(f"{there} already; change that one, or choose another title")
    if kind.keyed:
        before = (catalog.root / kind.file()).read_text("utf-8").rstrip("\n")
        record = _filled(kind.singular + ".yml", catalog, today, {kind.named_by: title}, id=id)
        return kind.file(), f"{before}\n{record}"
    file = kind.file(id)
    return file, _filled(kind.singular + file.suffix, catalog, today, {kind.named_by: title})


def language(catalog: Catalog, code: str) -> tuple[PurePosixPath, str]:
    """The file of languages with a new one, by its code. Raises ValueError where there is none."""
    if code in catalog[LANGUAGES]:
        raise ValueError(f"{LANGUAGES.file()} has `{code}` already")
    try:
        locale = Locale.parse(code, "-")
    except (ValueError, UnknownLocaleError):
        message = f"`{code}` is no code of a language; write one such as fr or pt-br"
        raise ValueError(message) from None
    name = locale.get_display_name() or code
    path = catalog.root / LANGUAGES.file()
    before = f"{path.read_text('utf-8').rstrip()}\n" if path.is_file() else ""
    direction = "" if locale.text_direction == "ltr" else "  direction: rtl\n"
    return LANGUAGES.file(), f"{before}{code}:\n  name: {name[0].upper()}{name[1:]}\n{direction}"


def helpline(catalog: Catalog, name: str, country: str, today: date) -> tuple[PurePosixPath, str]:
    """The file of a country, by its two letters, with a new line among its lines."""
    if not re.fullmatch(r"[a-z]{2}", country):
        raise ValueError(f"`{country}` is no country code; write two letters, such as --country gb")
    file = HELPLINES.file(country)
    line = _filled("line.yml", catalog, today, {"name": name})
    if file not in catalog.files:
        return file, _filled("helpline.yml", catalog, today, {}) + line
    text = (catalog.root / file).read_text("utf-8")
    return file, _within(text, "lines", line)


def study(catalog: Catalog, fields: dict[str, object], today: date) -> tuple[PurePosixPath, str]:
    """The file of a new study: what is known of it under CSL names, and blanks for the rest."""
    authors = fields.get("author")
    first = authors[0]["family"] if isinstance(authors, list) and authors else "unknown"
    file = STUDIES.file(f"{slug(first).replace('-', '')}{fields['issued']}")
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
    template = Template((FOLDER / name).read_text("utf-8"))
    return template.substitute(lists | values, today=today.isoformat(), named=text)


def _within(text: str, key: str, entry: str) -> str:
    """A YAML text with an entry at the end of the list under a key."""
    if not (list := re.search(rf"(?m)^{key}:\n(?:[ #].*\n|\n)*", text)):
        return f"{text.rstrip()}\n{key}:\n{entry}"
    return text[: list.end()].rstrip("\n") + "\n" + entry + text[list.end() :]
