"""Whether a translated part still says what English says.

Under `translates`, a translation keeps for each of its parts a short sum of the English part that
it was made from. A sum goes by content alone, so that it holds whatever happens to the history.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.catalog.digest import letter_sum
from macros.catalog.kinds import STRINGS, Kind
from macros.catalog.reading.source import SourceFile
from macros.languages.body import Body
from macros.languages.shape import Entries, Fields, Leaf, Shape, shape_of, texts_in

KEY = "translates"
TEXT = "text"  # below it, the parts of the text of a page
LENGTH = 8


def short_sum(texts: list[str]) -> str:
    """A short sum of texts; line breaks and indentation make no difference."""
    folded = "\n".join(" ".join(text.split()) for text in texts)
    return letter_sum(folded, LENGTH)


def value_sums(kind: Kind[Any], english: Any, given: Any) -> dict[str, str]:
    """The sum of the English part of each key that a translation gives."""
    english, given = unwrapped(kind, english), unwrapped(kind, given)
    found = {}
    for key in given if isinstance(given, dict) else ():
        shape = _of_key(shape_of(kind), key) if kind is not STRINGS else Leaf.TREE
        texts = list(texts_in(shape, english.get(key)))
        if texts:
            found[str(key)] = short_sum(texts)
    return found


def text_sums(english: Body) -> dict[str, str]:
    """The sum of each part of an English page that says something."""
    return {
        section.id: short_sum([english.within(section)])
        for section in english.sections
        if english.says_something(section)
    }


def unwrapped(kind: Kind[Any], data: Any) -> Any:
    """The keys that are the parts of a file; those of strings stand within others."""
    if kind is STRINGS:
        return ((data or {}).get("extra") or {}).get("strings") or {}
    return data or {}


def given_sums(source: SourceFile) -> dict[str, Any]:
    """The sums that a translation keeps, by part; those of its text as text.<part>."""
    kept = (source.data or {}).get(KEY)
    return dict(_flat(kept)) if isinstance(kept, dict) else {}


def _flat(kept: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in kept.items():
        if key == TEXT and isinstance(value, dict):
            yield from ((f"{TEXT}.{part}", sum) for part, sum in value.items())
        else:
            yield str(key), value


def _of_key(shape: Shape, key: str) -> Shape | None:
    match shape:
        case Fields(keys):
            return keys.get(key)
        case Entries(each):
            return each
    return None
