"""The index of search: what words mean, the pages, what people say, and where each word is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import SEARCH
from macros.catalog.models.search import normalize
from macros.editions.search.language import Language, group
from macros.editions.search.pages import Page, Part

NAMED = ("help", "give")  # pages of what is looked for by its name: countries, organizations
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LARGEST = 20_000  # letters of a part, unless one word alone has more

Places = dict[str, str]  # words, and where each is: the steps from page to page, and how often


def heads(catalog: Catalog, pages: Sequence[Page]) -> dict[str, Any]:
    """What search reads first: all but where words are in texts, and the texts themselves."""
    words = catalog.only(SEARCH)
    if words is None:
        return {}
    language = Language(words, _labels(catalog))
    read = words.model_dump(include={"skip", "spellings", "slips"})
    return {
        "words": {**read, "same": _same(language), "labels": language.labels},
        "needs": _needs(catalog, pages),
        **_sayings(pages, language),
        "lengths": [len(page.stems) or 1 for page in pages],
    }


def row(page: Page) -> list[Any]:
    """A page as browsers read it: what it is, and the headings by which it is opened."""
    named = {part.anchor: part.title for part in _named(page)}
    at_top = int(bool(page.tags or page.need))
    known = [page.address, page.title, page.kind, page.facts, page.boost]
    return [*known, [*page.tags], at_top, named, len(page.said)]


def passages(page: Page) -> dict[str, Any]:
    """What is shown beside a result: the parts of a page, each with its anchor, title and text, and
    what people say who look for it. A long list shows no text.
    """
    texts = ("" if page.is_long else part.text for part in page.parts)
    parts = [(part.anchor, part.title, text) for part, text in zip(page.parts, texts, strict=True)]
    return {"parts": parts, "said": page.said}


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


def _labels(catalog: Catalog) -> dict[str, str]:
    """What readers see of needs, as search reads it, where that is not their id."""
    read = {need: normalize(catalog.label("needs", need)) for need in catalog.words("needs")}
    return {need: label for need, label in read.items() if label != need}


def _same(language: Language) -> dict[str, list[str]]:
    """What means the same, each phrase once: search reads `worry` and `worries` as one."""
    return {
        name: list({language.stems(phrase): phrase for phrase in reversed(same)}.values())[::-1]
        for name, same in language.words.same.items()
    }


def _named(page: Page) -> list[Part]:
    return page.parts[1:] if page.folder in NAMED else []


def _needs(catalog: Catalog, pages: Sequence[Page]) -> list[tuple[int, str]]:
    """The page of each need, and what the need means."""
    numbers = {page.need: number for number, page in enumerate(pages) if page.need}
    meanings = catalog.terms.needs if catalog.terms else {}
    return [(numbers[need], word.meaning) for need, word in meanings.items() if need in numbers]


def _sayings(pages: Sequence[Page], language: Language) -> dict[str, list[str]]:
    """The words of what people say, each with the numbers of its groups; and for each page what
    they say, followed by its title, its need and its names, as numbers of those words.
    """
    groups = {group(name): number for number, name in enumerate(sorted(language.words.same))}
    sought = [_looked_for(page, language) for page in pages]
    read = [[_words(text, language, groups) for text in texts] for texts in sought]
    often = Counter(word for page in read for saying in page for word in saying)
    numbers = {word: _base36(number) for number, (word, _) in enumerate(often.most_common())}
    sayings = [",".join(" ".join(map(numbers.__getitem__, one)) for one in page) for page in read]
    return {"meanings": list(numbers), "sayings": sayings}


def _looked_for(page: Page, language: Language) -> list[str]:
    need = [language.label(page.need)] if page.need else []
    return [*page.said, page.title, *need, *(part.title for part in _named(page))]


def _words(text: str, language: Language, groups: Mapping[str, int]) -> list[str]:
    """The words of a text, each with the numbers of its groups."""
    return [
        " ".join((found.word, *(_base36(groups[name]) for name in dict.fromkeys(found.groups))))
        for found in language.meanings(text)
    ]


def _base36(number: int) -> str:
    """A number in the digits and letters that JavaScript reads."""
    rest, digit = divmod(number, len(DIGITS))
    return (_base36(rest) if rest else "") + DIGITS[digit]
