"""What is known of a study before anybody has typed it: from its DOI, or from a BibTeX file."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from pybtex.database import BibliographyData, Entry, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

RESOLVER = "https://doi.org/"
CSL = "application/vnd.citationstyles.csl+json"
SECONDS = 20
LARGEST = 1_000_000  # bytes
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,9}/\S+)", re.I)
# Where a work appeared, the best word for it first.
CONTAINERS = (
    *("journal", "journaltitle", "booktitle", "archiveprefix", "eprinttype"),
    *("institution", "school", "organization", "publisher"),
)
OTHERS = {"family": "others", "given": ""}  # as BibTeX writes `and others`
PLAIN = ("container-title", "volume", "issue", "page", "DOI")


def fields(source: str, resolver: str = RESOLVER) -> dict[str, object]:
    """The fields of a study under CSL names, from a DOI or the path of a BibTeX file.

    Raises ValueError with one line for people where neither can be read.
    """
    if match := _DOI.fullmatch(source.strip()):
        return _tidy(_from_doi(match[1], resolver))
    if Path(source).is_file():
        return _tidy(_from_bibtex(Path(source)))
    raise ValueError(f"`{source}` is neither a DOI, such as 10.1000/182, nor a BibTeX file here")


def _from_doi(doi: str, resolver: str) -> dict[str, Any]:
    """CSL-JSON by content negotiation, as the registries of DOIs offer it."""
    address = f"{resolver}{quote(doi, safe='/:;()')}"
    try:
        request = Request(address, headers={"Accept": CSL})  # noqa: S310 - https, unless a test says otherwise
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            found = json.loads(answer.read(LARGEST))
    except (URLError, TimeoutError, ValueError, OSError) as error:
        reason = getattr(error, "reason", error)
        raise ValueError(
            f"{doi} could not be looked up ({reason}); save its BibTeX in a file and name that file"
        ) from error
    if not isinstance(found, dict):
        raise ValueError(f"{doi} was answered with something else; name a BibTeX file instead")
    dates = found.get("issued") or {}
    year = next(iter(next(iter(dates.get("date-parts") or []), [])), None)
    return {**found, "issued": year}


def _from_bibtex(path: Path) -> dict[str, Any]:
    try:
        data: BibliographyData = parse_string(path.read_text("utf-8"), "bibtex")
        return _from_entries(path, data)
    except (PybtexError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: not BibTeX: {str(error).splitlines()[0]}") from error


def _from_entries(path: Path, data: BibliographyData) -> dict[str, Any]:
    """The one entry of a BibTeX or BibLaTeX file, under CSL names and in plain letters."""
    if len(data.entries) != 1:
        raise ValueError(f"{path}: {len(data.entries)} entries; keep the one you want to add")
    entry: Entry = next(iter(data.entries.values()))
    of = {key.lower(): _plain(value) for key, value in entry.fields.items()}
    people = [
        {
            "family": _plain(
                " ".join((*person.prelast_names, *person.last_names, *person.lineage_names))
            ),
            "given": _plain(" ".join((*person.first_names, *person.middle_names))),
        }
        for person in entry.persons.get("author", [])
    ]
    named = [person for person in people if person != OTHERS]
    return {
        "title": of.get("title"),
        "author": named,
        "others": named != people,
        "issued": of.get("year") or of.get("date"),
        "container-title": next((of[key] for key in CONTAINERS if of.get(key)), None),
        "volume": of.get("volume"),
        "issue": of.get("number") or of.get("issue"),
        "page": of.get("pages"),
        "DOI": of.get("doi"),
    }


def _plain(latex: str) -> str:
    """The letters that LaTeX means; commands that only change their look are left out."""
    return re.sub(r"\\[A-Za-z]+ ?", "", str(Text.from_latex(latex)))


def _tidy(found: dict[str, Any]) -> dict[str, object]:
    """The fields that our records hold, as text without markup; a missing year is an error."""
    year = re.search(r"\d{4}", str(found.get("issued") or ""))
    if not found.get("title") or not year:
        raise ValueError("the source names no title or no year; copy another study's file instead")
    people = [
        {key: _text(name) for key, name in _names(person).items() if name}
        for person in found.get("author") or []
        if isinstance(person, dict) and _names(person)["family"]
    ]
    unknown = [{"family": "FILL IN who wrote it"}]
    known: dict[str, object] = {"title": _text(found["title"]), "author": people or unknown}
    if found.get("others"):
        known["others"] = True
    known["issued"] = int(year[0])
    known["container-title"] = "FILL IN the journal, the book or who published it"
    if doi := _DOI.fullmatch(_text(found.get("DOI") or "")):
        found = {**found, "DOI": doi[1]}
    for key in PLAIN:
        if found.get(key):
            known[key] = _text(found[key]).replace("--", "-").replace("\u2013", "-")
    return known


def _names(person: dict[str, Any]) -> dict[str, Any]:
    """The two names of a person; a group has one."""
    return {"family": person.get("family") or person.get("literal"), "given": person.get("given")}


def _text(value: Any) -> str:
    """Plain text of a value that may hold markup, braces of BibTeX, or a list of titles."""
    first = value[0] if isinstance(value, list) and value else value
    return " ".join(re.sub(r"<[^>]*>|[{}]", "", unescape(str(first))).split())
