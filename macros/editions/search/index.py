"""The index of search: what words mean, the pages, what people say, and where each word is."""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import SEARCH
from macros.editions.search.language import Language
from macros.editions.search.minisearch import serialized
from macros.editions.search.pages import Page, Part

HEADS = ("address", "title", "tags", "headings")
NAMED = ("help", "give")  # pages of what is looked for by its name: countries, organizations
LARGEST = 20_000  # letters of a part, unless one word alone has more

Places = dict[str, str]  # words, and where each is: the steps from page to page, and how often


def heads(catalog: Catalog, pages: Sequence[Page]) -> dict[str, Any]:
    """What search reads first: all but where words are in texts, and the texts themselves."""
    words = catalog.only(SEARCH)
    if words is None:
        return {}
    language = Language(words)
    documents = [(number, _heads(page, language)) for number, page in enumerate(pages)]
    return {
        "words": words.model_dump(include={"skip", "spellings", "same", "slips"}),
        "needs": _needs(catalog, pages),
        **_sayings(pages, language),
        "heads": serialized(HEADS, documents),
        "lengths": [len(page.stems) or 1 for page in pages],
    }


def row(page: Page) -> list[Any]:
    """A page as browsers read it: what it is, and the headings by which it is opened."""
    named = {part.anchor: part.title for part in _named(page)}
    at_top = int(bool(page.tags or page.need))
    return [page.address, page.title, page.kind, page.facts, page.boost, page.tags, at_top, named]


def passages(page: Page) -> list[tuple[str, str, str]]:
    """The parts of a page: anchor, title and text; a long list shows no text."""
    return [(part.anchor, part.title, "" if page.is_long else part.text) for part in page.parts]


def places(pages: Sequence[Page]) -> Places:
    """Where each word of the texts is."""
    found: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for number, page in enumerate(pages):
        for word, count in page.stems.items():
            step = number - last.get(word, -1)
            last[word] = number
            found.setdefault(word, []).append(f"{step}:{count}" if count > 1 else str(step))
    return {word: " ".join(steps) for word, steps in sorted(found.items())}


def split(all: Places, start: str = "") -> dict[str, Places]:
    """Words by the letters that they begin with, as few letters as parts of this size allow."""
    if start and (len(all) == 1 or sum(map(len, (*all, *all.values()))) <= LARGEST):
        return {start: all}
    groups: dict[str, Places] = {}
    for word, steps in all.items():
        groups.setdefault(word[: len(start) + 1], {})[word] = steps
    found = {start: {start: all[start]}} if start in groups else {}
    for letters, words in groups.items():
        if letters != start:
            found |= split(words, letters)
    return found


def _heads(page: Page, language: Language) -> Mapping[str, list[str]]:
    return {
        "address": [page.address],
        "title": language.terms(page.title),
        "tags": language.terms(" ".join(page.tags)),
        "headings": [term for heading in page.headings for term in language.terms(heading)],
    }


def _named(page: Page) -> list[Part]:
    return page.parts[1:] if page.folder in NAMED else []


def _needs(catalog: Catalog, pages: Sequence[Page]) -> list[tuple[int, str]]:
    """The page of each need, and what the need means."""
    numbers = {page.need: number for number, page in enumerate(pages) if page.need}
    meanings = catalog.terms.needs if catalog.terms else {}
    return [(numbers[need], word.meaning) for need, word in meanings.items() if need in numbers]


def _sayings(pages: Sequence[Page], language: Language) -> dict[str, Any]:
    """What people say, with titles, needs and names; each as the numbers of its meanings."""
    numbers: dict[tuple[str, str, int], int] = {}
    sayings = []
    for number, page in enumerate(pages):
        names = (part.title for part in _named(page))
        for text in (*page.said, page.title, *([page.need] if page.need else []), *names):
            meanings = [
                numbers.setdefault((m.stem, " ".join(m.groups), int(m.said)), len(numbers))
                for m in language.meanings(text)
            ]
            sayings.append([number, text, meanings])
    return {"meanings": list(numbers), "sayings": sayings}
