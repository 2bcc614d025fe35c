"""What helplines say in another language has the numbers of English, and none of its own."""

import re
from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINE_TEXTS
from macros.catalog.problems import Problem

_NUMBER = re.compile(r"[0-9]+")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Texts with other numbers than their English, and a file of them in English."""
    given = catalog.only(HELPLINE_TEXTS)
    if given is None:
        return
    source = catalog.source(HELPLINE_TEXTS)
    if catalog.translation.is_english:
        message = "English stands in data/helplines; this file goes to the folder of a language"
        yield source.problem((), message)
    for english, words in given.texts.items():
        ours, theirs = _numbers(english), _numbers(words)
        if ours != theirs:
            wanted = ", ".join(ours) or "none"
            message = f"the numbers of `{words}` are not those of English; write: {wanted}"
            yield source.problem(("texts", english), message)


def _numbers(text: str) -> list[str]:
    return sorted(_NUMBER.findall(text))
