"""What a small copy holds: help, needs with their first picks, practices and words to say.

Each page becomes a section with an id of its own, without notes, pictures and lists of what else
there is, so that all of them fit into one file.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath

from lxml import html
from lxml.html import HtmlElement

from macros.catalog.finder import slug
from macros.catalog.kinds import NEEDS, PRACTICES, SITUATIONS
from macros.catalog.strings import Strings
from macros.components.countries import countries_of
from macros.editions.parts.book_pages import (
    HELP,
    BookPage,
    book_page,
    find_class,
    online_address,
    with_links,
)
from macros.editions.parts.imprint import countries
from macros.editions.parts.templates import fill
from macros.editions.site import Site

CONTENTS = "contents"
HELP_PAGE = PurePosixPath("docs/help.md")
JOINT = "--"  # between the id of a section and that of a heading in it
# What is left out: notes and where they stand, what leads to pages that are not here, pictures.
LEFT_OUT = (
    *("footnote", "footnote-ref", "rp-glossary", "rp-related", "rp-byline", "rp-details"),
    *("rp-pass", "rp-drawing"),
)
PHRASES = "rp-phrases"  # the words to use of a practice; the section of each says more
MY_WEEK = "my-week"  # a page that needs scripts of its own
LISTS = ("others", "smaller")  # of a need's page, below its first picks
COUNTRY = "rp-country"
# What a style sheet, a script or a test looks for; all other classes go.
CLASSES = frozenset(
    (
        *("rp-care", "rp-gate", "rp-facts", "rp-lead", "rp-title", "rp-pause", "rp-claim"),
        *("rp-always", "rp-meta"),
    )
)
ATTRIBUTES = frozenset(("class", "datetime", "href", "id", "lang", "dir"))
UNWRAPPED = ("div", "section", "span")  # say nothing by themselves
HEADINGS = ("h1", "h2", "h3", "h4", "h5")
LED_TO = (*HEADINGS[1:], "div")


@dataclass(frozen=True)
class Section:
    """A page as a part of a small copy. `facts` is a line on what it takes."""

    id: str
    title: str
    facts: str
    file: PurePosixPath
    main: HtmlElement


@dataclass(frozen=True)
class Essentials:
    """The sections of a small copy: practices by group, the others in the order of the site."""

    help: Section
    needs: dict[str, Section]
    practices: dict[str, list[Section]]
    words: list[Section]

    def groups(self, text: Strings) -> dict[str, list[Section]]:
        """The sections by what a list of contents says above them."""
        return {
            "": [self.help],
            text("menu.needs"): list(self.needs.values()),
            **self.practices,
            text("menu.words"): self.words,
        }

    @property
    def sections(self) -> list[Section]:
        """All sections; help comes first, so that whoever needs it must not turn pages."""
        grouped = [section for group in self.practices.values() for section in group]
        return [self.help, *self.needs.values(), *grouped, *self.words]


def essentials(site: Site) -> Essentials:
    """What a small copy of a site holds; links lead within it, or to the published site."""
    catalog = site.catalog
    sources = [
        HELP_PAGE,
        *map(NEEDS.file, catalog[NEEDS]),
        *map(PRACTICES.file, catalog[PRACTICES]),
        *map(SITUATIONS.file, catalog[SITUATIONS]),
    ]
    files = frozenset(map(site.place, sources))
    groups = catalog.terms.groups if catalog.terms else {}
    section = partial(_section, site, files)
    practices: dict[str, list[Section]] = {catalog.label("groups", group): [] for group in groups}
    for id, practice in sorted(catalog[PRACTICES].items(), key=lambda item: item[1].title):
        minutes = catalog.text("minutes", count=practice.minutes)
        energy = catalog.text("energy", effort=catalog.label("efforts", practice.effort))
        made = section(PRACTICES.file(id), f"{minutes}, {energy}")
        practices[catalog.label("groups", practice.group)].append(made)
    return Essentials(
        section(HELP_PAGE),
        {
            catalog[NEEDS][id].label: section(NEEDS.file(id))
            for id in map(slug, catalog.words("needs"))
            if id in catalog[NEEDS]
        },
        {group: made for group, made in practices.items() if made},
        sorted(
            (section(SITUATIONS.file(id)) for id in catalog[SITUATIONS]), key=lambda one: one.title
        ),
    )


def id_of(file: PurePosixPath) -> str:
    """The id of a page's section, by its file in the copy for disks: practices-say-no."""
    parts = file.with_suffix("").parts
    if parts[-1] == "index":
        return parts[-2] if len(parts) > 1 else CONTENTS
    return "-".join(parts)


def _section(
    site: Site, files: frozenset[PurePosixPath], file: PurePosixPath, facts: str = ""
) -> Section:
    page = book_page(site, site.place(file))
    _shorten(page)
    main = with_links(page, partial(_address, site, files))
    if any(call.name == HELP for call in site.catalog.texts[file].calls):
        _put_numbers(site, main)
    _slim(main, id_of(page.file), keeps_ids=_keeps_ids(page))
    return Section(id_of(page.file), page.title, facts, page.file, main)


def _shorten(page: BookPage) -> None:
    """Take out of a page what a small copy has no room for."""
    main = page.main
    for name in LEFT_OUT:
        for each in find_class(main, name):
            each.drop_tree()
    for mark in [each for each in main.iter("sup") if not len(each)]:
        mark.drop_tree()
    for term in find_class(main, "rp-term"):
        term.drop_tag()
    for claim in find_class(main, "rp-claim"):
        for more in claim[1:]:  # the grade and the claim stay
            more.drop_tree()
    if page.part == "needs":
        for heading in [each for each in main if each.get("id") in LISTS]:
            _drop_list(heading)
        for link in [each for each in main.iter("a") if MY_WEEK in each.get("href", "")]:
            link.getparent().drop_tree()
    if page.part == "practices":
        for phrases in find_class(main, PHRASES):
            _only_lead_to(phrases)


def _only_lead_to(phrases: HtmlElement) -> None:
    """Leave of phrases the words and a link to all that belongs to them. Those for a crisis stay
    whole: they stand nowhere without what to do next.
    """
    for phrase in find_class(phrases, "rp-phrase"):
        title, more = find_class(phrase, "rp-title"), find_class(phrase, "rp-meta")
        if not (title and more):
            continue
        link = more[0].find("a")
        link.text, link.tail = title[0].text_content(), None
        title[0].text = None
        title[0].append(link)
        more[0].drop_tree()


def _keeps_ids(page: BookPage) -> bool:
    """Whether links lead to headings of a page: to phrases, countries, parts of help."""
    return page.part in ("words", "help")


def _address(
    site: Site, files: frozenset[PurePosixPath], file: PurePosixPath, fragment: str
) -> str | None:
    """Where a link leads: to a section, to a list of contents, or to the published site."""
    id = id_of(file)
    if file in files:
        inside = (
            f"{JOINT}{fragment}" if fragment and file.parts[0] in ("words", "help.html") else ""
        )
        return f"#{id}{inside}"
    if id in (CONTENTS, "needs", "practices", "words"):
        return f"#{id}"
    return online_address(site, file, fragment)


def _put_numbers(site: Site, main: HtmlElement) -> None:
    """Put short lines by country in the place of the long ones."""
    old = find_class(main, COUNTRY)
    made = html.fragment_fromstring(numbers(site), create_parent="div")
    if old:
        place = old[0].getparent()
        at = place.index(old[0])
        for each in reversed(list(made)):
            place.insert(at, each)
    for each in old:
        each.drop_tree()


def numbers(site: Site) -> str:
    """Help by country in short lines, each with the day until which it is good, as HTML."""
    catalog = site.catalog
    codes = {country.country: code for code, country in countries_of(catalog).items()}
    return fill(
        "numbers.html",
        countries=countries(site),
        codes=codes,
        text=catalog.text,
        label_of=catalog.label,
    )


def _drop_list(heading: HtmlElement) -> None:
    """Take out a heading and the lists below it."""
    below = heading.getnext()
    while below is not None and below.tag in ("ul", "ol"):
        following = below.getnext()
        below.drop_tree()
        below = following
    heading.drop_tree()


def _slim(main: HtmlElement, id: str, *, keeps_ids: bool) -> None:
    """Take out every attribute that nothing asks for, and what then only wraps."""
    for svg in list(main.iter("svg")):
        svg.drop_tree()
    for each in list(main.iter("dl")):
        _as_lines(each)
    for each in list(_below(main)):
        kept = [name for name in each.get("class", "").split() if name in CLASSES]
        each.attrib.pop("class", None)
        if kept:
            each.set("class", " ".join(kept))
        if each.get("id") and keeps_ids and each.tag in LED_TO:
            each.set("id", f"{id}{JOINT}{each.get('id')}")
        else:
            each.attrib.pop("id", None)
        for name in each.attrib:
            if name not in ATTRIBUTES:
                del each.attrib[name]
        leads_nowhere = each.tag == "a" and not each.get("href")
        if leads_nowhere or (each.tag in UNWRAPPED and not each.attrib):
            each.drop_tag()


def _as_lines(pairs: HtmlElement) -> None:
    """Turn names and what they mean into lines that begin with the name in bold."""
    for pair in list(pairs):
        name, meaning = pair
        line = html.Element("p")
        line.tail = "\n"
        name.tag, name.text, name.tail = "b", f"{name.text}:", " "
        line.append(name)
        line.append(meaning)
        meaning.drop_tag()
        pairs.addprevious(line)
    pairs.drop_tree()


def _below(main: HtmlElement) -> Iterator[HtmlElement]:
    return (each for each in main.iterdescendants() if isinstance(each.tag, str))


def lowered(main: HtmlElement) -> HtmlElement:
    """The same, its headings one level lower: the file around it has the highest."""
    tree = deepcopy(main)
    for each in tree.iter(*HEADINGS):
        each.tag = f"h{int(each.tag[1]) + 1}"
    return tree
