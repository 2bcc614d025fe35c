"""The index of a book: needs with what answers them, and the words that people type."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath

from macros.catalog.kinds import PRACTICES
from macros.editions.site import Site


@dataclass(frozen=True)
class Entry:
    """Words, and the files of the pages that they lead to."""

    words: str
    files: tuple[PurePosixPath, ...]


def by_need(site: Site) -> dict[str, list[Entry]]:
    """Every need that a practice answers, with these practices by their titles."""
    found: dict[str, list[Entry]] = {}
    for need in site.catalog.words("needs"):
        practices = [
            Entry(practice.title, (site.place(PRACTICES.file(id)),))
            for id, practice in site.catalog[PRACTICES].items()
            if need in practice.tags and site.has(PRACTICES.file(id))
        ]
        if practices:
            found[site.catalog.label("needs", need)] = in_order(practices)
    return found


def by_word(site: Site, inside: Mapping[PurePosixPath, object]) -> dict[str, list[Entry]]:
    """What people type to find a page of the book, by its first letter."""
    found: dict[str, dict[PurePosixPath, None]] = defaultdict(dict)
    for file, page in site.catalog.every_page.items():
        place = site.place(file)
        if place in inside:
            for words in getattr(page, "words", ()):
                found[words[:1].upper() + words[1:]][place] = None
    entries = in_order(Entry(words, tuple(files)) for words, files in found.items())
    letters = groupby(entries, key=lambda entry: _plain(entry.words)[:1].upper())
    return {letter: list(group) for letter, group in letters}


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries as readers look for them: without accents, capitals and signs."""
    return sorted(entries, key=lambda entry: (_plain(entry.words), entry.words))


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words).casefold()
    return "".join(each for each in letters if each.isalnum() or each == " ").strip()
