"""Where something was read, as a part of a sentence."""

from collections.abc import Iterable

from babel.dates import format_date
from markupsafe import Markup

from macros.catalog.models.sources import Reading
from macros.catalog.strings import Strings
from macros.components.typed import line_said, text_with

MONTH = len("2026-11")


def where_read(text: Strings, readings: Iterable[Reading]) -> Markup:
    """Each source with its day, in order: `in a register (2026-11-22), and in a news report`.

    What several sources say of themselves is said in full once. What a language has no words for
    stands in English, marked so.
    """
    parts: list[Markup] = []
    said: set[str] = set()
    for reading in readings:
        words = Markup(" ").join(line_said(text, part) for part in reading.parts(frozenset(said)))
        said |= {reading.says} if reading.says else set()
        if reading.day:
            words = text_with(text, "help.read.dated", source=words, day=_day(text, reading))
        parts.append(words)
    *first, last = parts
    joined = Markup.escape(text("help.read.between")).join(first)
    return text_with(text, "help.read.last", first=joined, last=last) if first else last


def _day(text: Strings, reading: Reading) -> Markup:
    """The day as it is written, or the name of the month, with what is said around it."""
    before, after = reading.around_day
    day = reading.day or ""
    if len(day) == MONTH:
        day = format_date(reading.first_day, "MMMM y", locale=text.language)
    written = Markup.escape(day)
    if before:
        written = Markup(" ").join((line_said(text, before), written))
    if not after:
        return written
    return text_with(text, "help.read.note", day=written, note=line_said(text, after))
