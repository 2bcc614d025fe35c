"""Words that readers may not know: the first one on a page leads to its meaning at the end.

A Python-Markdown extension. The meaning shows on hover, is reached by keyboard and touch as any
link, and is printed with the page; nothing needs a script.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import re2
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import GLOSSARY
from macros.catalog.models.words import Entry, re2_options
from macros.project import current

# After links, footnotes and attributes are made (7 and up), before anchors are collected (5).
PRIORITY = 6
# Text of links, headings and code stays as it is, and so do notes, lines to call and cards.
KEPT = frozenset(
    ["a", "abbr", "code", "pre", "dt", "th", "svg", "summary", "h1", "h2", "h3", "h4", "h5", "h6"]
)
UNMARKED = frozenset(("footnote", "rp-source", "rp-country", "rp-care", "rp-card", "rp-own"))


class Words(Treeprocessor):
    """Marks the first use of each word of the glossary and lists the meanings at the end."""

    def run(self, root: Element) -> None:
        """Change the tree of a page in place."""
        catalog = current().catalog
        glossary = catalog[GLOSSARY]
        if not glossary or _lists_the_glossary(root):
            return
        here = _present(catalog, "\n".join(root.itertext()))
        if not here:
            return
        self.ids, self.pattern = catalog.made_once(_forms, here)
        self.text = catalog.text
        self.used: list[str] = []
        self.glossary: Mapping[str, Entry] = glossary
        self._mark(root)
        if self.used:
            notes = next((e for e in root if "footnote" in e.get("class", "").split()), None)
            place = list(root).index(notes) if notes is not None else len(root)
            root.insert(place, self._list())

    def _mark(self, element: Element) -> None:
        """Mark words in the text of an element, of its children and between them, in order."""
        if element.tag in KEPT or not UNMARKED.isdisjoint(element.get("class", "").split()):
            return
        element.text, parts = self._links(element.text)
        for child in list(element):
            self._mark(child)
            child.tail, links = self._links(child.tail)
            parts += [child, *links]
        element[:] = parts

    def _links(self, text: str | None) -> tuple[str | None, list[Element]]:
        """The text before the first word marked, and a link for each with the text after it."""
        if not text or isinstance(text, AtomicString):
            return text, []
        before, links, end = text, list[Element](), 0
        for match in self.pattern.finditer(text):
            id = self.ids.get(_normalize(match[0]))
            if id is None or id in self.used:
                continue
            self.used.append(id)
            between = text[end : match.start()]
            if links:
                links[-1].tail = between
            else:
                before = between
            meaning = self.glossary[id].meaning
            link = Element("a", {"class": "rp-term", "href": f"#word-{id}", "title": meaning})
            link.set("id", f"use-{id}")
            link.text = AtomicString(match[0])
            links.append(link)
            end = match.end()
        if links:
            links[-1].tail = text[end:]
        return before, links

    def _list(self) -> Element:
        title = self.text("glossary.title")
        section = Element("section", {"class": "rp-glossary", "aria-label": title})
        section.set("data-search-exclude", "")
        SubElement(section, "p").text = AtomicString(title)
        meanings = SubElement(section, "dl")
        for id in self.used:
            entry = self.glossary[id]
            SubElement(meanings, "dt", {"id": f"word-{id}"}).text = AtomicString(entry.word)
            meaning = SubElement(meanings, "dd")
            meaning.text = AtomicString(f"{entry.meaning} ")
            back = SubElement(meaning, "a", {"class": "footnote-backref", "href": f"#use-{id}"})
            back.set("title", self.text("glossary.back", word=entry.word))
            back.text = AtomicString("↩")
        return section


def _present(catalog: Catalog, text: str) -> tuple[str, ...]:
    """The entries whose words may be in a text: a quick look, before a close one for few."""
    entries = list(catalog[GLOSSARY])
    found = catalog.made_once(_all_entries).Match(text) or ()
    return tuple(entries[number] for number in sorted(found))


def _all_entries(catalog: Catalog) -> Any:
    """One pattern for each entry, to be matched all at once."""
    patterns = re2.Set.SearchSet(re2_options())
    for entry in catalog[GLOSSARY].values():
        patterns.Add(f"(?i){_written((entry.word, *entry.forms))}")
    patterns.Compile()
    return patterns


def _forms(catalog: Catalog, ids: tuple[str, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    """The entry of each form of these entries, and a pattern for all forms, the longest first."""
    entries = [(id, catalog[GLOSSARY][id]) for id in ids]
    forms = {_normalize(form): id for id, entry in entries for form in (entry.word, *entry.forms)}
    written = _written(sorted(forms, key=len, reverse=True))
    # The two control characters stand around what Markdown has put aside.
    return forms, re.compile(rf"(?i)(?<![\w\x02:-])(?:{written})(?![\w\x03-])")


def _written(forms: Iterable[str]) -> str:
    """Forms as one pattern: with any space between words, and either apostrophe."""
    either = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return either.replace("'", "['’]")


def _normalize(text: str) -> str:
    """A word as the glossary lists it: small letters, single spaces, straight apostrophes."""
    return " ".join(text.lower().replace("’", "'").split())


def _lists_the_glossary(root: Element) -> bool:
    """Whether this page is the glossary itself."""
    return any("rp-words-list" in e.get("class", "") for e in root.iter())


class Glossary(Extension):
    """Registers the words."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.treeprocessors.register(Words(md), "glossary", PRIORITY)


def makeExtension(**options: Any) -> Glossary:  # noqa: N802
    """The door that Python-Markdown looks for."""
    return Glossary(**options)
