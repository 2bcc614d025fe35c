"""Sentences said beside a helpline follow English: numbers in their places, in known languages."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELP_WORDS, HELPLINES
from macros.catalog.models.help_words import ENGLISH, NUMBER, Sentences
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Tags of no language, sentences that English lacks, numbers too many or too few, and English
    as the other language of a country.
    """
    for id in catalog[HELP_WORDS]:
        if not _is_language(id):
            message = f"`{id}` is the tag of no language; rename the file by BCP 47, as in pt-br"
            yield catalog.source(HELP_WORDS, id).problem((), message)
    english = catalog[HELP_WORDS].get(ENGLISH)
    if english:
        yield from _compared(catalog, english.sentences)
    elif catalog[HELP_WORDS] and HELP_WORDS.file(ENGLISH) not in catalog.files:
        message = "the file is missing; every translation is compared with it"
        yield Problem(HELP_WORDS.file(ENGLISH), 1, message)
    for code, country in catalog[HELPLINES].items():
        if ENGLISH in country.languages:
            message = "English stands beside every country already; take it out"
            place = ("languages", country.languages.index(ENGLISH))
            yield catalog.source(HELPLINES, code).problem(place, message)


def _is_language(tag: str) -> bool:
    """Whether Unicode's CLDR knows the language of a tag."""
    try:
        return bool(Locale.parse(tag, sep="-"))
    except (ValueError, UnknownLocaleError):
        return False


def _compared(catalog: Catalog, english: Sentences) -> Iterator[Problem]:
    for id, words in catalog[HELP_WORDS].items():
        for name, text in words.sentences:
            wanted = getattr(english, name)
            if id == ENGLISH and text is None:
                message = f"`{name}` is missing; English has every sentence: add it"
                yield catalog.source(HELP_WORDS, id).problem(("sentences",), message)
            if text is None or wanted is None:
                continue
            has_number = NUMBER in wanted
            if text.count(NUMBER) == has_number:
                continue
            if has_number:
                message = f"`{name}` needs {NUMBER}, once"
            else:
                message = f"`{name}` has {NUMBER}, and English has none here; take it out"
            yield catalog.source(HELP_WORDS, id).problem(("sentences", name), message)
