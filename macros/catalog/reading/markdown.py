"""What Markdown makes of a page, with the line of each part; read before anything is shown."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

# Those of mkdocs.yml, which a check compares; blocks of code are taken out before.
EXTENSIONS = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"),
)
INDENT = 4  # spaces for each level of lists and notes
_RAW, _READY = 30, 2  # before the text of blocks is read (20), and after headings have ids (5)
_FENCE = re.compile(r"(`{3,}|~{3,})[^`~]*")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_ESCAPED = re.compile("\x02(?:([0-9]+)|amp)\x03")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,80}\]")
_OWN = frozenset(("p", "li", "dt", "dd", "td", "th", "pre", "h1", "h2", "h3", "h4", "h5", "h6"))
_AROUND = frozenset(("ul", "ol", "dl", "blockquote", "div", "table", "thead", "tbody", "tr"))
_LEVELS = frozenset(("li", "dd", "div"))  # what stands within is indented


@dataclass(frozen=True)
class Part:
    """A paragraph, an item, a cell, a heading or a block of code, as Markdown found it.

    `raw` is its text as written, `words` what a reader sees of it, and `signs` the words without
    code and footnotes, where every sign that Markdown understood is gone.
    """

    tag: str
    around: tuple[str, ...]  # the tags around it, the outermost first
    before: str  # the tag that stands before it in the same place, if any
    lines: tuple[int, ...]  # counted from 1
    source: str  # the first of them as written
    raw: str
    words: str
    signs: str
    id: str  # its anchor, if it has one
    row: int  # which row of all tables; 0 outside of them
    alone: bool  # whether nothing follows it in the same place

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.lines[0]

    @property
    def depth(self) -> int:
        """By how many spaces it is to be indented."""
        return INDENT * sum(tag in _LEVELS for tag in self.around)

    def line_of(self, match: re.Match[str], group: int = 0) -> int:
        """The line of what was found in its text."""
        line = match.string.count("\n", 0, match.start(group))
        return self.lines[min(line, len(self.lines) - 1)]


def parts(text: str) -> tuple[Part, ...]:
    """Every part of a page, in order. Blocks of code and comments are no part."""
    shown = without_code(_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text))
    raw, ready, kept = _reader().read(shown)
    return tuple(_parts(shown.expandtabs(INDENT).split("\n"), raw, ready, kept))


def without_code(text: str) -> str:
    """The text of a page; the lines of its blocks of code are empty."""
    lines = text.split("\n")
    last = {line.rstrip(" "): number for number, line in enumerate(lines)}
    shown: list[str] = []
    fence = ""
    for number, line in enumerate(lines):
        opening = _FENCE.fullmatch(line)
        if fence:
            shown.append("")
            fence = "" if line.rstrip(" ") == fence else fence
        elif opening and last.get(opening[1], 0) > number:
            shown.append("")
            fence = opening[1]
        else:
            shown.append(line)
    return "\n".join(shown)


@dataclass(frozen=True)
class _Found:
    """An element with its place in the tree, and its text at that moment."""

    element: Element
    around: tuple[Element, ...]
    before: Element | None
    alone: bool
    words: str
    signs: str


class _Noting(Treeprocessor):
    """Notes every part of the tree as it is at its turn."""

    found: tuple[_Found, ...] = ()

    def run(self, root: Element) -> None:
        """Called by Python-Markdown."""
        self.found = tuple(_walk(root, ()))


class _Reader:
    """Python-Markdown, looked at twice while it works."""

    def __init__(self) -> None:
        self.markdown = markdown.Markdown(extensions=list(EXTENSIONS))
        self.raw, self.ready = _Noting(self.markdown), _Noting(self.markdown)
        self.markdown.treeprocessors.register(self.raw, "raw", _RAW)
        self.markdown.treeprocessors.register(self.ready, "ready", _READY)

    def read(self, text: str) -> tuple[tuple[_Found, ...], tuple[_Found, ...], list[str]]:
        """The parts of a text as they are written, and as they are shown; and the entities that
        stand in these by their numbers until the end.
        """
        self.markdown.reset().convert(text)
        kept = [str(block) for block in self.markdown.htmlStash.rawHtmlBlocks]
        return self.raw.found, self.ready.found, kept


@cache
def _reader() -> _Reader:
    """One reader for all texts: to make one takes longer than to read a page."""
    return _Reader()


def _walk(element: Element, around: tuple[Element, ...]) -> Iterator[_Found]:
    children = list(element)
    for number, child in enumerate(children):
        if child.tag in _OWN:
            before = children[number - 1] if number else None
            words, signs = _text(child, code=True), _text(child, code=False)
            alone = number + 1 == len(children)
            yield _Found(child, around, before, alone, words, signs)
        if child.tag in _OWN | _AROUND:
            yield from _walk(child, (*around, child))


def _text(element: Element, *, code: bool) -> str:
    """The text of an element without that of the blocks within it; `code` also that of code."""
    said = [element.text or ""]
    for child in element:
        if child.tag == "code" and not code:
            said.append("\ufffc" + "\n" * "".join(child.itertext()).count("\n"))
        elif child.tag not in _OWN | _AROUND:
            inner = _text(child, code=code)
            said.append(_address_hidden(inner) if child.tag == "a" and not code else inner)
        said.append(child.tail or "" if child.tag not in _OWN | _AROUND else "")
    return "".join(said)


def _address_hidden(words: str) -> str:
    """The words of a link; an address is one already, so that it needs no other."""
    return re.sub(r"\S*(?:://|www\.|@)\S*", "\ufffc", words)


def _parts(
    source: list[str], raw: tuple[_Found, ...], ready: tuple[_Found, ...], kept: list[str]
) -> Iterator[Part]:
    later: dict[Any, _Found] = {id(found.element): found for found in ready}
    places = _places(source, raw)
    rows: dict[Any, int] = {}
    for found in raw:
        lines = places.get(id(found.element))
        done = later.get(id(found.element))
        if not lines or not done:
            continue
        row = next((id(each) for each in found.around if each.tag == "tr"), None)
        yield Part(
            tag=found.element.tag,
            around=tuple(each.tag for each in found.around),
            before=found.before.tag if found.before is not None else "",
            lines=tuple(line + 1 for line in lines),
            source=source[lines[0]],
            raw=found.words,
            words=_ESCAPED.sub(_unescaped, _with_entities(done.words, kept)).strip(),
            signs=_FOOTNOTE.sub("", _ESCAPED.sub("\ufffc", done.signs)),
            id=found.element.get("id", ""),
            row=rows.setdefault(row, len(rows) + 1) if row else 0,
            alone=found.alone,
        )


def _with_entities(words: str, kept: list[str]) -> str:
    """Words in which each entity is the sign that a reader sees."""
    return HTML_PLACEHOLDER_RE.sub(lambda match: html.unescape(kept[int(match[1])]), words)


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1])) if match[1] else "&"


def _places(source: list[str], raw: tuple[_Found, ...]) -> dict[int, list[int]]:
    """The lines of each element: its lines follow those of the one before, and hold its words."""
    plain = [line.casefold() for line in source]
    places: dict[int, list[int]] = {}
    after, row = 0, None
    for found in raw:
        lines = []
        place = next((each for each in found.around if each.tag == "tr"), None)
        start = after - 1 if place is not None and place is row else after
        for text in found.words.strip("\n").split("\n"):
            words = text.strip().casefold()
            here = next((n for n in range(start, len(plain)) if words in plain[n]), None)
            if words and here is not None:
                lines.append(here)
                after = start = here + 1
        row = place
        if lines:
            places[id(found.element)] = lines
            for each in found.around:
                places.setdefault(id(each), lines[:1])
    return places
