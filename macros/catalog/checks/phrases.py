"""Words to say: no two alike; none without a situation, nor in a crisis without what to do next."""

from collections.abc import Iterator

import re2

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import PHRASES, SITUATIONS
from macros.catalog.models.phrases import Phrase
from macros.catalog.models.search import normalize
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Situations without phrases or help, phrases that are there twice or that miss what a crisis
    asks for.
    """
    yield from _situations(catalog)
    said: dict[str, str] = {}
    named: dict[tuple[str, str], str] = {}
    for id, phrase in catalog[PHRASES].items():
        source = catalog.source(PHRASES, id)
        other = said.setdefault(normalize(phrase.words), id)
        if other != id:
            message = f"{PHRASES.file(other)} says the same; keep one, or say something else"
            yield source.problem(("words",), message)
        other = named.setdefault((phrase.situation, normalize(phrase.title)), id)
        if other != id:
            message = f"{PHRASES.file(other)} has the same title; say for whom or when this one is"
            yield source.problem(("title",), message)
        for place, message in _faults(catalog, phrase):
            yield source.problem(place, message)


def _situations(catalog: Catalog) -> Iterator[Problem]:
    used = {phrase.situation for phrase in catalog[PHRASES].values()}
    # A phrase that cannot be read may be the one that a situation waits for.
    all_read = catalog[PHRASES].keys() == catalog.known.ids[PHRASES.name]
    care = catalog.editorial.care.calls
    for id, situation in catalog[SITUATIONS].items():
        source, text = catalog.source(SITUATIONS, id), catalog.texts[SITUATIONS.file(id)]
        if all_read and id not in used:
            message = f"no phrase has `situation: {id}`; write one in {PHRASES.file('…').parent}"
            yield source.problem((), f"{message}, or delete the page")
        for number, first in enumerate(situation.first):
            phrase = catalog[PHRASES].get(first)
            if phrase and phrase.situation != id:
                message = f"`{first}` belongs to `{phrase.situation}`; take it out here"
                yield source.problem(("first", number), message)
        calls = {call.name for call in text.calls}
        if situation.crisis and care and not text.faults and not calls & set(care):
            message = f"a page with `crisis: true` shows help; put {{{{ {care[0]}() }}}} first"
            yield source.problem(("crisis",), message)


def _faults(catalog: Catalog, phrase: Phrase) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is wrong with one phrase: where, and what to do."""
    situation = catalog[SITUATIONS].get(phrase.situation)
    if situation is None:  # faulty, which is reported there
        return
    page = SITUATIONS.file(phrase.situation)
    if situation.crisis:
        for key in ("next", "source"):
            if not getattr(phrase, key):
                yield (), f"`{key}` is missing; {page} has `crisis: true`, so each phrase needs it"
        return
    words = catalog.editorial.care.words
    shown = " ".join((phrase.title, phrase.words, phrase.shorter, phrase.reply))
    if words and (match := re2.compile(words).search(shown)):
        message = f"this speaks of `{match[0]}`; it belongs in a situation with `crisis: true`"
        yield ("words",), message
