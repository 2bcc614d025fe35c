"""A page has one title; a practice has its sections and its steps."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from markdown.extensions.toc import slugify

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import PRACTICES, SECTIONS
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.markdown import INDENT, Part
from macros.catalog.reading.source import SourceFile

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
SECTION = "h2"  # the headings of sections
STEPS = "steps"  # the key of the section that is a list of actions
COUNT = range(3, 8)  # of steps


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Missing sections, steps, texts to pass on; too many steps, a second page title."""
    for file, source in catalog.sources.items():
        if file.suffix != ".md" or source.data is None or catalog.texts[file].faults:
            continue
        parts = catalog.texts[file].parts
        headings = [part for part in parts if part.tag in LEVELS]
        yield from _levels(source, headings)
        yield from _twice(source, headings)
        if PRACTICES.id_in(file):
            sections = [part for part in headings if part.tag == SECTION]
            yield from _sections(catalog, source, sections)
            yield from _steps(catalog, source, parts)
            practice = catalog[PRACTICES].get(file.stem)
            if practice and not practice.pass_on and catalog.editorial.pass_on:
                message = "`pass_on` is missing; write the practice as one text to hand to a friend"
                yield source.problem((), message)


def _levels(source: SourceFile, headings: list[Part]) -> Iterator[Problem]:
    """Second titles, and headings that leave a level out."""
    above = 1
    for part in headings:
        level = int(part.tag[1])
        if level == 1:
            message = f"`# {part.words}` is a second title; the page has one from its front matter"
            yield Problem(
                source.file, part.line + source.offset, f"{message}; write ## {part.words}"
            )
        elif level > above + 1:
            marks, right = "#" * level, "#" * (above + 1)
            message = f"`{marks} {part.words}` leaves a level out; write {right} {part.words}"
            yield Problem(source.file, part.line + source.offset, message)
        above = level


def _twice(source: SourceFile, headings: list[Part]) -> Iterator[Problem]:
    """Headings that say the same: a reader cannot tell their links apart."""
    texts = [part.words for part in headings]
    for number, part in enumerate(headings):
        if part.words in texts[:number]:
            marks = "#" * int(part.tag[1])
            message = (
                f"the part `{marks} {part.words}` is there twice; keep one, or name it otherwise"
            )
            yield Problem(source.file, part.line + source.offset, message)


def section_key(catalog: Catalog, heading: str) -> str | None:
    """The key of the section of a practice with this heading; None for any other heading."""
    for key, section in catalog[SECTIONS].items():
        if heading in section.headings:
            return key
    return None


def _sections(catalog: Catalog, source: SourceFile, sections: list[Part]) -> Iterator[Problem]:
    """Sections that are missing, or there twice."""
    keys = [section_key(catalog, part.words) for part in sections]
    strange = [part.words for part, key in zip(sections, keys, strict=True) if key is None]
    for key, section in catalog[SECTIONS].items():
        if section.required and key not in keys and section.instead not in (set(keys) - {None}):
            heading = section.headings[0]
            hint = suggestion(heading, strange)
            message = f"the part `## {heading}` is missing{hint}"
            yield Problem(source.file, source.offset + 1, message)
    texts = [part.words for part in sections]
    for number, part in enumerate(sections):
        if part.words not in texts[:number] and keys[number] and keys[number] in keys[:number]:
            message = f"the part `## {part.words}` is there twice; keep one"
            yield Problem(source.file, part.line + source.offset, message)
    for part, known in zip(sections, keys, strict=True):
        # A translated heading has the id of the English one.
        headings = catalog[SECTIONS][known].headings if known else ()
        own = [slugify(heading, "-") for heading in headings]
        if known and texts.count(part.words) == 1 and part.id not in own:
            message = (
                f"links to #{own[0]} would miss this part: it has another id, or another place"
            )
            line = part.line + source.offset
            yield Problem(
                source.file,
                line,
                f"{message} has this one; take the id out, or word that heading otherwise",
            )


def _steps(catalog: Catalog, source: SourceFile, parts: tuple[Part, ...]) -> Iterator[Problem]:
    """Too few or too many steps, and steps in more than one list."""
    for heading, below in by_section(parts):
        if section_key(catalog, heading.words) != STEPS:
            continue
        outer = [part for part in below if len(part.around) < 2]
        lists = [list(found) for around, found in groupby(outer, _around) if around == ("ol",)]
        steps = len(lists[0]) if lists else 0
        if steps not in COUNT:
            message = f"there are {steps} steps; a practice has {COUNT[0]} to {COUNT[-1]}"
            line = heading.line + source.offset
            yield Problem(source.file, line, f"{message}, each on a line that begins 1., 2., …")
        for second in lists[1:]:
            message = "a second list of steps; put it elsewhere, or indent what stands between by"
            yield Problem(source.file, second[0].line + source.offset, f"{message} {INDENT} spaces")


def _around(part: Part) -> tuple[str, ...]:
    return part.around


def by_section(parts: tuple[Part, ...]) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    """Each heading of a section with what stands below it."""
    starts = [number for number, part in enumerate(parts) if part.tag == SECTION]
    for start, end in pairwise([*starts, len(parts)]):
        yield parts[start], parts[start + 1 : end]
