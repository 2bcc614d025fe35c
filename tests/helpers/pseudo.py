"""Languages that a program makes of English: what real ones may bring, before there are any.

One is written in Hebrew letters, from right to left; the other has words half as long again.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.catalog.kinds import (
    EDITORIAL,
    HELP_WORDS,
    HELPLINE_TEXTS,
    HELPLINES,
    SEARCH,
    STRINGS,
    TERMS,
    Kind,
    kind_of,
)
from macros.catalog.load import load
from macros.catalog.reading.source import SourceFile
from macros.catalog.strings import sentences
from macros.languages.drift import unwrapped
from macros.languages.helplines import texts_of
from macros.languages.refresh import refresh
from macros.languages.shape import Entries, Fields, Items, Leaf, Shape, shape_of
from macros.languages.writing import front_matter, written
from tests.helpers.projects import buildable, copy_of_fixture
from tests.helpers.sites import build_languages

Say = Callable[[str], str]  # a word of English in the other language

ROWS = """
he:
  name: עברית
  direction: rtl
  kiwix: heb
  bundled: false
fi:
  name: Suomi
  kiwix: fin
"""
# What the small project has no page for.
PAGES = {
    "acts/index.md": ("Small acts", "act_finder()"),
    "ripples/index.md": ("Ripples", 'ripple_explorer("wave")'),
    "rhythm/log.md": ("Your log", "log()"),
    "rhythm/sheet.md": ("A sheet", "log_sheet()"),
    "rhythm/my-week.md": ("My week", "my_week()"),
    "tonight.md": ("Tonight", "night_help()"),
    "contribute/tell-us.md": ("Tell us", "message_form()"),
}
MORE = {
    "index.md": ("how_are_you()", "door_list()", 'try_this("wave-to-a-neighbor")'),
    "practices/index.md": ("practice_finder()",),
    "help.md": ("quick_exit()",),
    "needs/index.md": tuple(
        f'facet_list("{facet}")'
        for facet in ("lengths", "efforts", "possibilities", "directions", "companies")
    ),
}
_HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכךלמםנןסעפףצץקרש")
_ACCENTS = str.maketrans("aeiouAEIOU", "äëïöüÄËÏÖÜ")
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
# What stays as it is: calls, values to fill in, addresses, footnotes, ids, names of files, remarks.
_KEPT = re.compile(
    r"(\{\{.*?\}\}|\{[^{}]*\}|\]\([^)]*\)|\[\^[^\]]*\]|<!--.*?-->|https?://\S+|[\w-]+\.[a-z]{2,4}\b"
    r"|&\w+;|^!!! \w+)",
    re.S | re.M,
)


def mirrored(word: str) -> str:
    """A word in letters that run from right to left."""
    return word.lower().replace("'", "").translate(_HEBREW)


def stretched(word: str) -> str:
    """A word half as long again, with accents."""
    more = "nyëltämöss"[: max(1, round(len(word) / 2))]
    return f"{word.translate(_ACCENTS)}{more}"


LANGUAGES: dict[str, Say] = {"he": mirrored, "fi": stretched}


def build_pseudo_languages(folder: Path) -> None:
    """Build the small project with a page of each sort, in English and both languages."""
    root = buildable(copy_of_fixture(folder))
    for name, (title, call) in PAGES.items():
        path = root / "docs" / name
        path.parent.mkdir(exist_ok=True)
        front = f"---\ntitle: {title}\nsummary: A page for {title.lower()} alone.\n---\n"
        end = "\n## Three places to look\n\nAll of them.\n" if title == "Small acts" else ""
        path.write_text(f"{front}\n{{{{ {call} }}}}\n{end}", "utf-8")
    for name, calls in MORE.items():
        with (root / "docs" / name).open("a", encoding="utf-8") as file:
            file.writelines(f"\n{{{{ {call} }}}}\n" for call in calls)
    add_languages(root)
    build_languages(root)


def add_languages(root: Path) -> None:
    """Give a project both languages, every text of it in each."""
    rows = root / "data" / "languages.yml"
    kept = rows.read_text("utf-8") if rows.is_file() else ""
    rows.write_text(kept + ROWS, "utf-8")
    english = load(root)
    for code, say in LANGUAGES.items():
        for file, source in english.sources.items():
            kind = kind_of(file)
            if (
                kind
                and not (kind.own or kind.alone or kind in (EDITORIAL, HELP_WORDS, HELPLINES))
                and source.data
            ):
                text = _file(kind, source, say)
                path = root / "languages" / code / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        every = {text for country in english[HELPLINES].values() for text in texts_of(country)}
        texts = {each: _text(each, say) for text in every for each in sentences(text)}
        path = root / "languages" / code / HELPLINE_TEXTS.file()
        path.write_text(written({"texts": dict(sorted(texts.items()))}), "utf-8")
        refresh(english, code)


def _file(kind: Kind[Any], source: SourceFile, say: Say) -> str:
    values = _values(_shape(kind), unwrapped(kind, source.data), say) or {}
    if kind is TERMS:
        values = _labeled(values, say)
    if kind is SEARCH:
        values = {"kinds": values["kinds"]}  # what is typed is another matter
    if kind is STRINGS:
        values = {"extra": {"strings": values}}
    return front_matter(values) + _text(source.body, say) if kind.is_page else written(values)


def _shape(kind: Kind[Any]) -> Shape:
    return Leaf.TREE if kind is STRINGS else shape_of(kind)


def _labeled(lists: dict[str, Any], say: Say) -> dict[str, Any]:
    """In English the words of a list are their own labels."""
    return {
        name: {
            word: {
                "label": _text(word, say),
                **(told if isinstance(told, dict) else {"meaning": told}),
            }
            for word, told in words.items()
        }
        for name, words in lists.items()
    }


def _values(shape: Shape | None, value: Any, say: Say) -> Any:
    """The texts of a value in the other language; None where it holds none."""
    match shape, value:
        case ((Leaf.TEXT | Leaf.TREE | Leaf.OWN | Fields()), str()):
            return _text(value, say)
        case Leaf.TREE, dict():
            return _known({key: _values(shape, each, say) for key, each in value.items()})
        case ((Leaf.TREE | Leaf.OWN), list()):
            return [_values(shape, each, say) for each in value]
        case Fields(keys), dict():
            return _known({key: _values(keys.get(key), each, say) for key, each in value.items()})
        case Entries(each_shape), dict():
            return _known({key: _values(each_shape, each, say) for key, each in value.items()})
        case Items(each_shape), list():
            return [_values(each_shape, each, say) or {} for each in value]
    return None


def _known(values: dict[str, Any]) -> dict[str, Any] | None:
    return {key: each for key, each in values.items() if each is not None} or None


def _text(text: str, say: Say) -> str:
    parts = _KEPT.split(text)
    parts[::2] = [_WORD.sub(lambda found: say(found[0]), part) for part in parts[::2]]
    return "".join(parts)
