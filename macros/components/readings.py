"""Where something was read, as a part of a sentence."""

from collections.abc import Iterable

from babel.dates import format_date

from macros.catalog.models.sources import Reading
from macros.catalog.strings import Strings

MONTH = len("2026-11")


def where_read(text: Strings, readings: Iterable[Reading]) -> str:
    """Each source with its day, in order: `in a register (2026-11-22), and in a news report`.

    What several sources say of themselves is said in full once.
    """
    parts: list[str] = []
    said: set[str] = set()
    for reading in readings:
        words = reading.said(frozenset(said))
        said |= {reading.says} if reading.says else set()
        if reading.day:
            words = text("help.read.dated", source=words, day=_day(text, reading))
        parts.append(words)
    *first, last = parts
    joined = text("help.read.between").join(first)
    return text("help.read.last", first=joined, last=last) if first else last


def _day(text: Strings, reading: Reading) -> str:
    """The day as it is written, or the name of the month, with what is said around it."""
    before, after = reading.around_day
    day = reading.day or ""
    if len(day) == MONTH:
        day = format_date(reading.first_day, "MMMM y", locale=text.language)
    day = f"{before} {day}" if before else day
    return text("help.read.note", day=day, note=after) if after else day
