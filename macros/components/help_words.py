"""Sentences said beside a helpline in its own languages: only what is true that day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from babel import Locale

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELP_WORDS, REVIEWS
from macros.catalog.models.care import Country, Line, Phone
from macros.catalog.models.help_words import ENGLISH, NUMBER, HelpWords
from macros.components.countries import languages_of
from macros.components.reviews import NATIVE

# The sentence that says whom a line is for; lines for anyone in need come before the others.
FOR_ANYONE = {"suicide and crisis": "crisis", "mental health": "crisis", "listening": "anyone"}
FOR_SOME = {"domestic abuse": "abuse", "children and young people": "children"}
CHILDREN = "children"
EVERYBODY = ("Anyone", "People of any gender")  # how an audience begins that leaves nobody out
ALWAYS = "24 hours a day, every day"  # the hours of a line that is open at any time, on any day
FREE = "Free"  # the cost of a line that costs nothing, whatever one calls from
FROM_HERE = "from cell phones"  # a note that holds for whoever reads this on a phone
# What also stands at the top of the page: whom to call, and for what.
SHORT = ("danger", "taken", "call", "write", *FOR_ANYONE.values(), *FOR_SOME.values())


@dataclass(frozen=True)
class Sentence:
    """A sentence, in two parts where a number stands within it, and how that is dialed."""

    before: str
    number: str = ""
    address: str = ""
    after: str = ""
    short: bool = False


@dataclass(frozen=True)
class Spoken:
    """What is said in one language: of danger, and of the line that answers in it."""

    tag: str
    words: HelpWords
    danger: list[Sentence]
    line: Line | None
    help: list[Sentence]
    read: bool  # by a native speaker

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(Locale.parse(self.tag, sep="-").text_direction)


def spoken(catalog: Catalog, day: date, code: str, country: Country) -> list[Spoken]:
    """Each language of a country in which something is true on a day."""
    read = read_by_native_speakers(catalog) | {ENGLISH}
    found = (
        _in_language(tag, catalog[HELP_WORDS][tag], day, country, tag in read)
        for tag in languages_of(catalog, code, country)
        if tag in catalog[HELP_WORDS]
    )
    return [each for each in found if each.danger or each.help]


def read_by_native_speakers(catalog: Catalog) -> set[str]:
    """The translations that somebody read who grew up with their language."""
    reviews = catalog[REVIEWS].values()
    return {each.translation for each in reviews if each.translation and each.role == NATIVE}


def _in_language(tag: str, words: HelpWords, day: date, country: Country, read: bool) -> Spoken:
    danger: list[Sentence] = []
    if country.emergency.fresh_on(day):
        number = country.emergency.numbers[0].number
        danger = list(_filled(words, ("danger", "taken"), number, f"tel:{number}"))
    line = _line(words, country.shown(day).lines)
    help = list(_help_sentences(words, line)) if line else []
    return Spoken(tag, words, danger, line, help, read)


def _line(words: HelpWords, lines: list[Line]) -> Line | None:
    """The first line for anyone in need that answers in a language; else the first for some."""
    answering = [
        line
        for line in lines
        if any(_named(words, language) for language in line.languages) and _way(words, line)
    ]
    for kinds in (FOR_ANYONE, FOR_SOME):
        for line in answering:
            is_for_all = line.audience.startswith(EVERYBODY) or kinds.get(line.kind) == CHILDREN
            if line.kind in kinds and is_for_all:
                return line
    return None


def _named(words: HelpWords, text: str) -> bool:
    """Whether a text about a line names the language."""
    return any(name in text for name in words.called or [words.english])


def _way(words: HelpWords, line: Line) -> tuple[str, str, str] | None:
    """The sentence on how to reach a line, the number in it, and its address.

    A word that has to be texted is in no sentence, so such a line is only ever called.
    """
    phone = _phone(words, line)
    if phone and words.sentences.call:
        return "call", phone.number, f"tel:{phone.dial}"
    if not line.phone and line.text and not line.text.word and words.sentences.write:
        return "write", line.text.number, f"sms:{line.text.number}"
    return None


def _phone(words: HelpWords, line: Line) -> Phone | None:
    """The number for speakers of a language, else the first that nothing has to be said with: what
    to press, or from where it works, is in no sentence.
    """
    plain = (phone for phone in line.phone if not phone.note or FROM_HERE in phone.note.lower())
    own = (phone for phone in line.phone if phone.note and _named(words, phone.note))
    return next(chain(own, plain), None)


def _help_sentences(words: HelpWords, line: Line) -> Iterator[Sentence]:
    way = _way(words, line)
    if way is None:
        return
    key, number, address = way
    true = [key, {**FOR_ANYONE, **FOR_SOME}[line.kind]]
    if line.hours == ALWAYS:
        true.append("always")
    if line.cost == FREE:
        true.append("free")
    if key == "write":  # these two speak of calls
        true = [each for each in true if each not in ("anyone", "free")]
    yield from _filled(words, (*true, "say", "sure"), number, address)


def _filled(
    words: HelpWords, keys: tuple[str, ...], number: str, address: str
) -> Iterator[Sentence]:
    """The sentences of these keys that do not wait."""
    for key in keys:
        text: str | None = getattr(words.sentences, key)
        if text is None:
            continue
        before, found, after = text.partition(NUMBER)
        dialed = (number, address) if found else ("", "")
        yield Sentence(before, *dialed, after, key in SHORT)
