"""The index of search: without what nobody looks for, and with what pages do not show."""

import json
import re
from collections.abc import Mapping
from itertools import chain
from pathlib import PurePosixPath
from typing import Any

from macros.catalog.kinds import ARTICLES, PATHS, PHRASES, PRACTICES, SITUATIONS
from macros.components.calls import length
from macros.components.context import Context
from macros.editions.site import Site

_NOTES = re.compile(r"(?s)<ol>(?:(?!<ol>).)*?↩.*?</ol>")
_TAG = re.compile(r"<[^>]*>")
# Not looked for: lists that lead to other pages, and tables of the keys of records.
_UNSOUGHT = re.compile(r"#where-to-go-from-here$|^contribute/(data|fields|macros)\b.*#")
INDEXES = ("search/search_index", "search")  # as MkDocs and Zensical name it

Added = Mapping[str, Mapping[str, Any]]


def complete_search_index(site: Site) -> None:
    """Write the index of a built site anew."""
    added = sought(site)
    for path in (site.folder / f"{name}{end}" for name in INDEXES for end in (".json", ".js")):
        if path.is_file():
            text = completed(path.read_text("utf-8"), added)
            path.write_text(text, "utf-8", newline="\n")


def sought(site: Site) -> dict[str, dict[str, Any]]:
    """What search knows of pages besides their text, by their locations in an index: what people
    say who look for them (`said`), and what they take (`facts`).
    """
    catalog, text = site.catalog, site.catalog.text
    found: dict[str, dict[str, Any]] = {}
    for id, practice in catalog[PRACTICES].items():
        minutes = text("minutes", count=practice.minutes)
        facts = f"{minutes}, {text('energy', effort=practice.effort)}"
        found[_location(site, PRACTICES.file(id))] = {"said": practice.words, "facts": facts}
    for id, article in catalog[ARTICLES].items():
        file = ARTICLES.file(id)
        minutes = text("minutes", count=length(Context(site.project, file), file).minutes)
        facts = text("about", what=minutes)
        found[_location(site, file)] = {"said": article.words, "facts": facts}
    for id, path in catalog[PATHS].items():
        weeks = text("weeks", count=len(path.weeks))
        found[_location(site, PATHS.file(id))] = {"said": path.words, "facts": weeks}
    for id, situation in catalog[SITUATIONS].items():
        here = (each.sought for each in catalog[PHRASES].values() if each.situation == id)
        said = [*situation.words, *chain.from_iterable(here)]
        found[_location(site, SITUATIONS.file(id))] = {"said": said}
    return found


def completed(text: str, added: Added) -> str:
    """An index, plain or as a script, of words that people look for.

    It has no elements, and no notes: they say on each page what the page of studies says once.
    """
    start, end = text.index("{"), text.rindex("}") + 1
    read = json.loads(text[start:end])
    name = "docs" if "docs" in read else "items"
    read[name] = [
        {**part, "text": _words(part["text"]), **added.get(part["location"], {})}
        for part in read[name]
        if not _UNSOUGHT.search(part["location"])
    ]
    written = json.dumps(read, ensure_ascii=False, separators=(",", ":"))
    return text[:start] + written + text[end:]


def _location(site: Site, file: PurePosixPath) -> str:
    """How an index names a page."""
    place = site.place(file)
    return f"{place.parent}/" if place.name == "index.html" else str(place)


def _words(html: str) -> str:
    return " ".join(_TAG.sub(" ", _NOTES.sub(" ", html)).split())
