"""Which texts of helplines a language has, and which it still says although no helpline does."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELP_WORDS, HELPLINES, SOURCES
from macros.catalog.models.care import Country, Line
from macros.catalog.models.help_words import Sentences
from macros.catalog.problems import Problem
from macros.catalog.reading.source import SourceFile
from macros.catalog.strings import Strings, sentences


def drift(english: Catalog, source: SourceFile) -> Iterator[Problem]:
    """Texts of helplines that are not in a language as English says them now."""
    texts = (source.data or {}).get("texts")
    given = set(texts) if isinstance(texts, dict) else set()
    wanted: set[str] = set()
    # A source may be named again, such as the service's own page that a person opens.
    known = {text for each in english[SOURCES].values() for text in each.texts}
    for country in english[HELPLINES].values():
        known.add(country.country)
        known.update(line.operator for line in country.lines)
        for text in texts_of(country):
            known.update((text, *sentences(text)))
            wanted.update((text,) if text in given else sentences(text))
    for text in sorted(wanted - given):
        message = f"`{text}` stands in English on pages of this language; add it under `texts`"
        yield source.problem(("texts",), message)
    for text in sorted(given - known, key=str):
        message = f"no helpline says `{text}` any more; take it out"
        yield source.problem(("texts", text), message)


def counts(english: Catalog, source: SourceFile) -> dict[PurePosixPath, tuple[int, int]]:
    """How many texts of each country a language says, and how many there are; of a language that
    says none, nothing.
    """
    given = (source.data or {}).get("texts")
    if not isinstance(given, dict) or not given:
        return {}
    lines, found = Strings({}, "", given), {}
    for code, country in english[HELPLINES].items():
        texts = set(texts_of(country))
        found[HELPLINES.file(code)] = (
            sum(lines.line(text) is not None for text in texts),
            len(texts),
        )
    return found


def word_counts(english: Catalog, code: str) -> dict[PurePosixPath, tuple[int, int]]:
    """How many of the sentences beside helplines are there in a language, and how many can be."""
    words = english[HELP_WORDS].get(code)
    if words is None:
        return {}
    every = len(Sentences.model_fields)
    return {HELP_WORDS.file(code): (every - len(words.waiting), every)}


def texts_of(country: Country) -> Iterator[str]:
    """Every text of a country that readers see, but for names and numbers."""
    found = [*(number.use for number in country.emergency.numbers), country.emergency.note]
    readings = [*country.emergency.read, *(each for line in country.lines for each in line.read)]
    readings += [country.confirmed] if country.confirmed else []
    found += [part for each in readings for part in each.texts]
    for line in country.lines:
        found += _of_line(line)
    return (text for text in found if text)


def _of_line(line: Line) -> list[str | None]:
    notes = [phone.note for phone in line.phone]
    return [line.audience, line.hours, line.cost, line.bill, line.note, *line.languages, *notes]
