"""The essentials as one plain text: for braille displays, e-mail, and the slowest networks."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import PurePosixPath

from lxml import html

from macros.components.downloads import ONE_TEXT
from macros.editions.parts.book_pages import find_class
from macros.editions.parts.essentials import JOINT, Section, essentials
from macros.editions.parts.imprint import advice, caution, imprint
from macros.editions.parts.plain_text import RULES, plain_text
from macros.editions.parts.templates import fill
from macros.editions.site import Site

WIDTH = 76  # what e-mail programs and most braille displays do not break again
MARK = re.compile(
    r"(?:- |\d+\. )?"
)  # of an item in a list; what follows its first line stands below its words


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """The text of the site's language."""
    text, parts = site.catalog.text, essentials(site)
    numbers = {section.id: number for number, section in enumerate(parts.sections, 1)}
    whole = fill(
        "one-text.txt",
        text=text,
        built=site.day,
        groups={
            group: [_title(section, numbers) for section in sections]
            for group, sections in parts.groups(text).items()
        },
        advice=advice(site),
        caution=caution(site),
        imprint=imprint(site),
        sections=[_words(section, numbers) for section in parts.sections],
    )
    lines = (line for each in whole.split("\n") for line in wrapped(each))
    # The mark at the start and the line ends are for old programs, as in the text of a practice.
    return {ONE_TEXT: "\r\n".join(lines).encode("utf-8-sig")}


def _title(section: Section, numbers: Mapping[str, int]) -> str:
    return f"[{numbers[section.id]}] {section.title}"


def _words(section: Section, numbers: Mapping[str, int]) -> str:
    """A section below its number and title; where it names another, the number of that follows."""
    main = deepcopy(section.main)
    for link in main.iter("a"):
        id = link.get("href", "").removeprefix("#").split(JOINT)[0]
        if id in numbers and id != section.id:
            link.tail = f" [{numbers[id]}]{link.tail or ''}"
    for name in find_class(main, "rp-title"):
        if name.getparent().tag == "li":  # what follows goes on in the same line
            name.append(html.Element("span"))
            name[-1].text = ":"
    title = _title(section, numbers)
    _, _, below = plain_text(main).partition("\n\n")
    return f"{title}\n{RULES['h1'] * min(len(title), WIDTH)}\n\n{below}"


def wrapped(line: str) -> Iterator[str]:
    """A line in lines that are short enough; only an address without a space is broken within."""
    if len(line) <= WIDTH:
        yield line
        return
    mark = MARK.match(line)
    indent = " " * (mark.end() if mark else 0)
    yield from textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
