"""The pages of a built site as search knows them: what they are called, take, and say."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from macros.catalog.kinds import (
    ARTICLES,
    FOLDERS,
    NEEDS,
    PAGES,
    PATHS,
    PHRASES,
    PRACTICES,
    SEARCH,
    SITUATIONS,
)
from macros.catalog.models.search import normalize
from macros.components.calls import length
from macros.components.context import Context
from macros.editions.search.language import stem
from macros.editions.site import Site

LONGEST = 80_000  # letters of a page that is no long list
# How many words of a text a word of these counts as much as:
TITLE = 5
HEADING = 3
NEED = 3
# Not looked for: lists that lead to other pages, and tables of the keys of records.
_UNSOUGHT = re.compile(r"#where-to-go-from-here$|^contribute/(data|fields|macros)\b.*#")
# Not looked for either: marks, notes (the page of studies says them once), what only paper shows.
_SILENT = frozenset(
    ("headerlink", "footnote", "footnote-ref", "rp-code", "rp-paper", "rp-toc", "rp-kicker")
)
_SILENT_TAGS = frozenset(("svg", "script", "style", "template", "h1"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_INLINE = frozenset(("a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup"))


@dataclass
class Part:
    """A part of a page: its heading and the words below it. The first has no anchor."""

    anchor: str
    title: str
    text: str = ""


@dataclass
class Page:
    """A page of the site."""

    address: str  # from the root of the site
    kind: str = ""  # what it is, such as "Practice"
    boost: float = 1
    tags: dict[str, str] = field(default_factory=dict)  # its needs, and what readers see of them
    need: str = ""  # the id of the need it is about, if any
    facts: str = ""  # what it takes, such as "5 minutes, low energy"
    said: list[str] = field(default_factory=list)  # what people say who look for it
    parts: list[Part] = field(default_factory=list)

    @cached_property
    def is_long(self) -> bool:
        """Whether it is a list so long that its headings are no more than its text."""
        return sum(len(part.text) for part in self.parts) > LONGEST

    @cached_property
    def stems(self) -> Counter[str]:
        """How often each stem is in its texts and in what people say who look for it, and in what
        stands out: its title, its needs, and its headings unless they are many.
        """
        headings = [part.title for part in self.parts[1:]] * (1 if self.is_long else HEADING)
        standing_out = (*[self.title] * TITLE, *[*self.tags.values()] * NEED, *headings)
        texts = (*standing_out, *(part.text for part in self.parts), *self.said)
        return Counter(map(stem, normalize(" ".join(texts)).split()))

    @property
    def title(self) -> str:
        """What it is called."""
        return self.parts[0].title

    @property
    def folder(self) -> str:
        """The first part of its address."""
        return re.split(r"[/.]", self.address)[0]


def read_pages(site: Site) -> list[Page]:
    """Every page of a built site that says something, in the order of their addresses."""
    places = ((file, site.folder / site.place(file)) for file in sorted(site.catalog.texts))
    pages = (_page(site, file, path.read_bytes()) for file, path in places if path.is_file())
    return [page for page in pages if page.parts]


def _page(site: Site, file: PurePosixPath, content: bytes) -> Page:
    page = Page(location(site, file))
    page.parts = [
        part for part in parts(content) if not _UNSOUGHT.search(page.address + part.anchor)
    ]
    words = site.catalog.only(SEARCH)
    page.kind = words.kinds.get(page.folder, "") if words else ""
    folder = site.catalog[FOLDERS].get(page.folder)
    page.boost = folder.search.boost if folder and folder.search else 1
    for name, value in known(site, file).items():
        setattr(page, name, value)
    return page


def known_by_place(site: Site) -> dict[str, dict[str, Any]]:
    """What the catalog knows of each page besides its text, by the addresses of pages."""
    return {location(site, file): known(site, file) for file in site.catalog.texts}


def known(site: Site, file: PurePosixPath) -> dict[str, Any]:
    """What the catalog knows of a page besides its text."""
    catalog, text = site.catalog, site.catalog.text

    def tagged(needs: Sequence[str]) -> dict[str, str]:
        return dict(zip(needs, catalog.labels("needs", needs), strict=True))

    if practice := catalog[PRACTICES].get(PRACTICES.id_in(file) or ""):
        minutes = text("minutes", count=practice.minutes)
        facts = f"{minutes}, {text('energy', effort=catalog.label('efforts', practice.effort))}"
        return {"said": practice.words, "facts": facts, "tags": tagged(practice.tags)}
    if article := catalog[ARTICLES].get(ARTICLES.id_in(file) or ""):
        minutes = text("minutes", count=length(Context(site.project, file), file).minutes)
        facts = text("about", what=minutes)
        return {"said": article.words, "facts": facts, "tags": tagged(article.tags)}
    if path := catalog[PATHS].get(PATHS.id_in(file) or ""):
        return {"said": path.words, "facts": text("weeks", count=len(path.weeks))}
    if situation := catalog[SITUATIONS].get(SITUATIONS.id_in(file) or ""):
        here = [each for each in catalog[PHRASES].values() if each.situation == file.stem]
        return {"said": [*situation.words, *(said for each in here for said in each.sought)]}
    if need := catalog[NEEDS].get(NEEDS.id_in(file) or ""):
        return {"said": need.words, "need": file.stem.replace("-", " ")}
    page = catalog[PAGES].get(PAGES.id_in(file) or "")
    return {"said": page.words} if page else {}


def location(site: Site, file: PurePosixPath) -> str:
    """The address of a page from the root of the site."""
    place = site.place(file)
    if place.name != "index.html" or site.on_disk:
        return str(place)
    return "" if place.parent == PurePosixPath() else f"{place.parent}/"


def parts(content: bytes) -> list[Part]:
    """The parts of a finished page."""
    start, end = content.find(b"<article"), content.find(b"</article>")
    if start < 0:
        return []
    article = etree.fromstring(content[start:end], etree.HTMLParser(encoding="utf-8"))
    title = article.find(".//h1")
    reading = _Reading(_text(title) if title is not None else "")
    reading.take(article)
    return reading.parts


class _Reading:
    """The parts of a page while it is read."""

    def __init__(self, title: str) -> None:
        self._found = [(Part("", title), [""])]

    def take(self, element: etree._Element) -> None:
        """Take in the words within an element; each heading with an anchor begins a part."""
        texts = self._found[-1][1]
        if element.text:
            texts.append(element.text)
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SILENT_TAGS or _is_silent(child):
                pass
            elif tag in _HEADINGS and child.get("id"):
                texts = [""]
                self._found.append((Part(f"#{child.get('id')}", _text(child)), texts))
            else:
                self.take(child)
                texts = self._found[-1][1]
            if tag not in _INLINE:
                texts.append(" ")
            if child.tail:
                texts.append(child.tail)

    @property
    def parts(self) -> list[Part]:
        """Each part with its text."""
        return [replace(part, text=_words(texts)) for part, texts in self._found]


def _text(heading: etree._Element) -> str:
    """What a heading says, without its mark."""
    reading = _Reading("")
    reading.take(heading)
    return reading.parts[0].text


def _is_silent(element: etree._Element) -> bool:
    if "data-search-exclude" in element.attrib:
        return True
    names = element.get("class")
    return names is not None and not _SILENT.isdisjoint(names.split())


def _words(texts: list[str]) -> str:
    return " ".join("".join(texts).split())
