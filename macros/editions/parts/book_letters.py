"""Which letters the book can print: those of the one font that comes with the site.

Another font would differ from machine to machine, and so would the book.
"""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from lxml import html
from lxml.html import HtmlElement

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELP_WORDS
from macros.editions.parts.book_pages import find_class
from macros.editions.site import Site

FONT = "assets/fonts/atkinson-hyperlegible-next.woff2"


def letters(site: Site) -> frozenset[str]:
    """Every character of the font of the book."""
    return _letters(site.folder / FONT)


@cache
def _letters(font: Path) -> frozenset[str]:
    with TTFont(font) as opened:
        return frozenset(map(chr, opened.getBestCmap()))


def name_undrawn_languages(main: HtmlElement, letters: frozenset[str], catalog: Catalog) -> None:
    """Put the name of a language in the place of sentences beside helplines that would print as
    boxes, and say where they stand.
    """
    for part in find_class(main, "rp-spoken__language"):
        spoken = [each for each in part.iter() if each.get("lang")]
        if not spoken or set("".join(each.text_content() for each in spoken)) <= letters:
            continue
        language = catalog[HELP_WORDS][spoken[0].get("lang", "")].english
        note = html.Element("p")
        note.set("class", "rp-fresh")
        note.text = catalog.text("help.words.elsewhere", language=language)
        part.addprevious(note)
        part.drop_tree()
