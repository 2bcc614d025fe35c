"""Texts as pages show them: each sign as it is, and what is not translated marked as English."""

import re
from typing import Any

from markupsafe import Markup

from macros.catalog.strings import Strings

PAIR = 2

# Signs that HTML or Markdown would read as theirs, and those that would begin a heading or a list.
_SIGNS = re.compile(r"[&<>\"\\`*_{}\[\]]|^[-+#]|^\d+(?=[.)]\s)")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def as_typed(value: Any) -> Any:
    """A text that shows every sign as it is, in HTML, in an attribute and in Markdown alike.

    What is markup already, or no text, stays as it is.
    """
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(_SIGNS.sub(entities, value))  # noqa: S704 -- every sign is an entity


def entities(signs: re.Match[str]) -> str:
    """A sign as HTML and Markdown read it as itself."""
    return "".join(_NAMED.get(sign) or f"&#{ord(sign)};" for sign in signs[0])


def text_with(text: Strings, key: str, **values: Any) -> Markup:
    """The string under a key, with markup such as a link in the places of {values}."""
    marks = {name: f"\0{name}\0" for name, value in values.items() if isinstance(value, Markup)}
    pieces = text(key, **(values | marks)).split("\0")
    return Markup("").join(
        values[piece] if number % PAIR else as_typed(piece) for number, piece in enumerate(pieces)
    )


def line_said(text: Strings, value: str) -> Markup:
    """A text of a helpline in the language of the strings; where they have none, in English, marked
    so."""
    found = text.line(value)
    if found:
        return Markup(as_typed(found))  # noqa: S704 -- every sign is an entity
    return Markup('<span lang="en">{}</span>').format(as_typed(value))
