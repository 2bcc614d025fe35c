"""Footnotes of a page as notes with their numbers, for copies that have no lists of links back."""

from lxml import html
from lxml.html import HtmlElement

from macros.editions.parts.book_pages import find_class


def number_notes(main: HtmlElement) -> list[tuple[HtmlElement, list[HtmlElement]]]:
    """Turn each list of footnotes into notes; return the places and the notes in them.

    The number of a note leads back to the first place that cites it.
    """
    found = []
    for place in find_class(main, "footnote"):
        listed = place.find("ol")
        notes = list(listed) if listed is not None else []
        for number, note in enumerate(notes, 1):
            _number(note, number)
            place.append(note)
        place.remove(listed)
        found.append((place, notes))
    return found


def _number(note: HtmlElement, number: int) -> None:
    note.tag = "div"
    first, *others = find_class(note, "footnote-backref")
    link = html.Element("a")
    link.set("href", first.get("href", ""))
    link.text, link.tail = f"{number}.", f" {note[0].text or ''}"
    for back in (first, *others):
        back.drop_tree()
    note[0].text = None
    note[0].insert(0, link)
