"""The pages of the finished copy: what a reader reads, without menus and controls.

Books, single files and cards are made of these. They are read from the copy for disks, where each
page is one file, so that links between pages name files.
"""

import posixpath
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

from macros.catalog.strings import Strings
from macros.components.markdown.sections import ATTRIBUTE as SECTION
from macros.editions.site import Site

# What only works in a browser, leads about within a page, or is there for its print.
FURNITURE = (
    *(
        "rp-toc",
        "headerlink",
        "rp-group",
        "rp-exit",
        "rp-exit-note",
        "rp-code",
        "rp-paper",
        "rp-on-paper",
    ),
    *(
        "rp-drawing",
        "rp-illustration",
        "rp-shape",
        "rp-begin",
        "rp-copy",
        "rp-pass",
        "rp-explorer",
    ),  # for eyes and fingers
)
ROLES = ("role", "aria-label", "aria-labelledby")  # of regions to jump to, and of styled tables
NOTE_LINKS = ("footnote-ref", "footnote-backref")
HEAD = "rp-drawing--head"  # the drawing at the head of a page
DRAWING = "drawing"  # what it is called in a book
INDEX = "index.html"
HELP = "helpline_list"  # the call that shows every helpline
WAYS = ("rp-number", "rp-way")  # the classes of one number, and of one way to reach a helpline

Resolve = Callable[[PurePosixPath, str], str | None]


@dataclass(frozen=True)
class BookPage:
    """One page: its file in the copy, what it is called, its part, and its words as a tree.

    `text` has the strings of its language.
    """

    file: PurePosixPath
    title: str
    part: str
    language: str
    main: HtmlElement
    reviewed: date | None
    text: Strings


def book_pages(site: Site) -> list[BookPage]:
    """Every page of the book, in the order of data/editorial.yml; those of a part as its first page
    links to them. ValueError where they hold fewer ways to reach help than the site.
    """
    made: list[BookPage] = []
    gone = site.redirects()
    for part in site.catalog.editorial.book:
        place = site.folder / part
        if place.is_dir():
            files = [PurePosixPath(part, path.name) for path in _in(place)]
            found = {
                file.name: book_page(site, file, drawn=True) for file in files if file not in gone
            }
            order = dict.fromkeys([INDEX, *_names_linked(found.get(INDEX)), *found])
            made += [found[name] for name in order if name in found]
        elif place.with_suffix(".html").is_file():
            made.append(book_page(site, PurePosixPath(f"{part}.html"), drawn=True))
    _keep_all_help(site, {page.file: page for page in made})
    return made


def _keep_all_help(site: Site, made: dict[PurePosixPath, BookPage]) -> None:
    for file, page in site.catalog.texts.items():
        if HELP not in {call.name for call in page.calls}:
            continue
        place = site.place(file)
        there = _ways_to_reach_help(_document(site, place))
        kept = _ways_to_reach_help(made[place].main) if place in made else 0
        if kept < there:
            message = f"the books would hold {kept} of the {there} ways to reach help of {file}"
            raise ValueError(f"{message}; name its part under `book:` in data/editorial.yml")


def parts(pages: list[BookPage]) -> list[list[BookPage]]:
    """The same pages, those of each part together; a part may be a single page."""
    return [list(part) for _, part in groupby(pages, key=lambda page: page.part)]


def _ways_to_reach_help(tree: HtmlElement) -> int:
    return sum(len(find_class(tree, name)) for name in WAYS)


def book_page(site: Site, file: PurePosixPath, *, drawn: bool = False) -> BookPage:
    """One page, by its file in the copy; with `drawn`, its drawing comes along."""
    document = _document(site, file)
    main = document.find(".//article")
    if main is None:
        raise ValueError(f"{file} has no article")
    text = site.catalog.text
    head = next(iter(find_class(main, HEAD)), None) if drawn else None
    if head is not None:
        head.set("class", DRAWING)
        for child in head:  # what stands beside words says nothing of its own
            child.attrib.pop("focusable", None)
    _strip(main, text("imprint.notes"))
    title = main.findtext("h1") or str(file)
    page = site.catalog.every_page.get(PurePosixPath("docs", file.with_suffix(".md")))
    language = document.get("lang", "en")
    part, reviewed = file.with_suffix("").parts[0], page.reviewed if page else None
    return BookPage(file, title, part, language, main, reviewed, text)


def _document(site: Site, file: PurePosixPath) -> HtmlElement:
    return html.document_fromstring((site.folder / file).read_bytes().decode("utf-8"))


def with_links(page: BookPage, resolve: Resolve) -> HtmlElement:
    """A copy of a page's words whose links to pages go where `resolve` says.

    It is given the file and the part of the page that a link means. Where it returns nothing, the
    words of the link stay, as plain words; marks of notes stay as they are, for `find_class`.
    """
    main = deepcopy(page.main)
    for link in list(main.iter("a")):
        address = urlsplit(link.get("href", ""))
        if address.scheme or address.netloc:
            continue
        path = posixpath.normpath(posixpath.join(str(page.file.parent), unquote(address.path)))
        file = PurePosixPath(path) if address.path else page.file
        target = resolve(file, address.fragment)
        if target is None and link.get("class") in NOTE_LINKS:
            continue
        if target is None and link.text == page.text("claim.pointer"):
            link.drop_tree()
        elif target is None:
            link.drop_tag()
        else:
            link.set("href", target)
    return main


def no_links(_file: PurePosixPath, _fragment: str) -> None:
    """For `with_links`, where addresses would be in the way: every link becomes plain words."""


def online_address(site: Site, file: PurePosixPath, fragment: str = "") -> str | None:
    """Where a page of the copy stands on the published site, if anybody has said where that is."""
    if not site.address:
        return None
    if file.suffix != ".html":
        return f"{site.address}{file}"
    place = file.parent if file.name == INDEX else file.with_suffix("")
    page = site.address if place == PurePosixPath() else f"{site.address}{place}/"
    return f"{page}#{fragment}" if fragment else page


def section(main: HtmlElement, key: str) -> list[HtmlElement]:
    """A section of a practice by its key: its heading and what stands below it, up to the next
    heading; nothing where the practice has no such section.
    """
    found: list[HtmlElement] = []
    below = False
    for each in main:
        if each.tag == "h2":
            below = each.get(SECTION) == key
        if below:
            found.append(each)
    return found


def add_review_date(page: BookPage, main: HtmlElement) -> None:
    """Say at the end of a page when it was last read through; an article says so at its head."""
    if page.reviewed and not find_class(main, "rp-byline"):
        words = html.Element("p")
        words.set("class", "rp-words")
        words.text = page.text("imprint.reviewed", day=page.text.day(page.reviewed))
        main.append(words)


def find_class(tree: HtmlElement, name: str) -> list[HtmlElement]:
    """The elements of a class."""
    return [each for each in tree.iter() if name in (each.get("class") or "").split()]


def _in(place: Path) -> list[Path]:
    return sorted(place.glob("*.html"))


def _names_linked(first: BookPage | None) -> Iterator[str]:
    """The names of the files that a part's first page links to, in their order on it."""
    for link in first.main.iter("a") if first else ():
        address = urlsplit(link.get("href", ""))
        if not address.scheme and "/" not in address.path and address.path:
            yield unquote(address.path)


def _strip(main: HtmlElement, notes: str) -> None:
    """Take out furniture, and what only scripts or the site's search read; give notes a heading."""
    for each in list(main.iter()):
        if not isinstance(each.tag, str) or set(FURNITURE) & set(each.get("class", "").split()):
            each.drop_tree()
    for each in main.iter():
        idle = ("tabindex",) if each.tag == "svg" else ("tabindex", *ROLES)
        for name in list(each.attrib):
            if (name.startswith("data-") and name != SECTION) or name in idle:
                del each.attrib[name]
    for details in main.iter("details"):
        details.set("open", "open")  # nobody can open it on paper, and few reading programs can
    for place in find_class(main, "footnote"):
        place[0].tag, place[0].text = "h2", notes  # instead of the line above them
