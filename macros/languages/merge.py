"""The values of a file in another language: the English ones, with the texts of the translation."""

import re
from collections.abc import Callable
from typing import Any

from macros.catalog.problems import suggestion
from macros.catalog.reading.strict_yaml import Location
from macros.languages.shape import Entries, Fields, Items, Leaf, Shape

Tell = Callable[[Location, str], None]  # notes what is wrong with the value at a place
_BLANK = re.compile(r"\{\w*\}?")
_LIST = "`{}` has {} entries and English has {}; write one for each, in the same order"


def merged(shape: Shape | None, english: Any, given: Any, tell: Tell, at: Location = ()) -> Any:
    """English values with the given texts in their places; a wrong one leaves the English text."""
    name = _name(at)
    if shape is None:
        tell(at, f"`{name}` is no text, and comes from English; take it out")
        return english
    match shape:
        case Fields(keys):
            return _record(keys, english, given, tell, at)
        case Entries(each):
            return _entries(each, english, given, tell, at)
        case Items(each):
            return _items(each, english, given, tell, at)
        case Leaf.OWN:
            return given
        case Leaf.TREE if isinstance(english, dict):
            return _entries(Leaf.TREE, english, given, tell, at)
        case Leaf.TREE if isinstance(english, list):
            return _items(Leaf.TREE, english, given, tell, at)
    if not isinstance(given, str):
        tell(at, f"`{name}` is a text in English; write a text, in quotes if it looks otherwise")
        return english
    if shape is Leaf.TREE and (message := _other_blanks(english, given)):
        tell(at, f"`{name}`: {message}")
        return english
    return given


def _other_blanks(english: str, given: str) -> str:
    """What to say of a string that fills in other values than the English one."""
    ours, theirs = set(_BLANK.findall(english)), set(_BLANK.findall(given))
    if missing := sorted(ours - theirs - {"{count}"}):  # a form for one may leave the number out
        return f"{missing[0]} of the English text is missing; put it where the value belongs"
    if strange := sorted(theirs - ours):
        return (
            f"{strange[0]} is not filled in here; English has {', '.join(sorted(ours)) or 'none'}"
        )
    return ""


def _record(keys: dict[str, Shape], english: Any, given: Any, tell: Tell, at: Location) -> Any:
    if isinstance(english, str):  # a record may be written as its one text
        english = {"meaning": english}
    given = {"meaning": given} if isinstance(given, str) and "meaning" in keys else given
    if not _is(dict, given, "keys and values", tell, at):
        return english
    result = dict(english)
    for key, value in given.items():
        place = (*at, key)
        if key in english or (key == "label" and key in keys):  # English words label themselves
            known = english.get(key, "")
            result[key] = merged(keys.get(key), known, value, tell, place)
        elif keys.get(key) is Leaf.OWN:
            result[key] = value
        else:
            tell(place, f"English has no `{_name(place)}` here{_hint(key, english)}")
    return result


def _entries(each: Shape, english: Any, given: Any, tell: Tell, at: Location) -> Any:
    if not _is(dict, given, "keys and values", tell, at):
        return english
    result = dict(english)
    for key, value in given.items():
        if key in english:
            result[key] = merged(each, english[key], value, tell, (*at, key))
        elif each is Leaf.TREE and _is_plural(english):
            # Other languages have other forms than one and other.
            result[key] = merged(each, english["other"], value, tell, (*at, key))
        else:
            place = (*at, key)
            tell(place, f"English has no `{_name(place)}` here{_hint(key, english)}")
    return result


def _items(each: Shape, english: Any, given: Any, tell: Tell, at: Location) -> Any:
    if not _is(list, given, "a list", tell, at):
        return english
    if len(given) != len(english):
        tell(at, _LIST.format(_name(at), len(given), len(english)))
        return english
    pairs = enumerate(zip(english, given, strict=True))
    return [merged(each, one, other, tell, (*at, number)) for number, (one, other) in pairs]


def _is(kind: type, given: Any, asked: str, tell: Tell, at: Location) -> bool:
    if isinstance(given, kind):
        return True
    tell(at, f"`{_name(at)}` is {asked} in English; write the same, with its texts only")
    return False


def _is_plural(english: dict[str, Any]) -> bool:
    return english.keys() == {"one", "other"}


def _hint(key: str, english: dict[str, Any]) -> str:
    return suggestion(str(key), map(str, english)) or "; take it out"


def _name(at: Location) -> str:
    """`first, entry 1, because` for ("first", 0, "because")."""
    return ", ".join(f"entry {part + 1}" if isinstance(part, int) else part for part in at)
