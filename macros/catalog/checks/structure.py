"""A page has one title; a practice has its sections and its steps."""

import re
from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import PRACTICES, SECTIONS
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.source import SourceFile

LEVEL = 2  # of the headings of sections
STEPS = "steps"  # the key of the section that is a list of actions
COUNT = range(3, 8)  # of steps

# Spaces are read in one way only, or a long line would take for ever.
_HEADING = re.compile(r"(?:[ \t>]|[-*+:](?=[ \t])|[0-9]+[.)](?=[ \t]))*(#{1,6})(?!#)(.*)")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}[ ]*\Z")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`~]*")
_UNDERLINE = re.compile(r"^[ \t>]*=+\s*$")
_STEP = re.compile(r"^\d+[.)]\s")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Missing sections, too few or too many steps, a second page title."""
    for file, source in catalog.sources.items():
        if file.suffix != ".md" or source.data is None or catalog.texts[file].faults:
            continue
        headings = list(_headings(source))
        for line, level, text in headings:
            if level == 1:
                message = f"`# {text}` is a second title; the page has one from its front matter"
                yield Problem(file, line, f"{message}; write ## {text}")
        if PRACTICES.id_in(file):
            parts = [(line, text) for line, level, text in headings if level == LEVEL]
            yield from _sections(catalog, source, parts)
            yield from _steps(catalog, source, parts)


def _headings(source: SourceFile) -> Iterator[tuple[int, int, str]]:
    """Line, level and text of each heading, also of a title underlined with equals signs."""
    lines = _without_code(source.body.split("\n"))
    for number, line in enumerate(lines, 1):
        if match := _HEADING.match(line):
            text = _ATTRIBUTES.sub("", match[2]).strip(" #")
            yield number + source.offset, len(match[1]), text
        elif _UNDERLINE.match(line) and number > 1 and lines[number - 2].strip():
            yield number - 1 + source.offset, 1, lines[number - 2].strip()


def _without_code(lines: list[str]) -> list[str]:
    """The lines of a page; those of a block of code are empty."""
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
    return shown


def section_key(catalog: Catalog, heading: str) -> str | None:
    """The key of the section of a practice with this heading; None for any other heading."""
    for key, section in catalog[SECTIONS].items():
        if heading in section.headings:
            return key
    return None


def _sections(
    catalog: Catalog, source: SourceFile, parts: list[tuple[int, str]]
) -> Iterator[Problem]:
    """Sections that are missing, or there twice."""
    keys = [section_key(catalog, text) for _, text in parts]
    strange = [text for (_, text), key in zip(parts, keys, strict=True) if key is None]
    for key, section in catalog[SECTIONS].items():
        if section.required and key not in keys and section.instead not in (set(keys) - {None}):
            heading = section.headings[0]
            hint = suggestion(heading, strange)
            message = f"the part `## {heading}` is missing{hint}"
            yield Problem(source.file, source.offset + 1, message)
    texts = [text for _, text in parts]
    for number, (line, text) in enumerate(parts):
        if text in texts[:number] or (keys[number] and keys[number] in keys[:number]):
            yield Problem(source.file, line, f"the part `## {text}` is there twice; keep one")


def _steps(catalog: Catalog, source: SourceFile, parts: list[tuple[int, str]]) -> Iterator[Problem]:
    """Too few or too many steps."""
    lines = source.body.split("\n")
    ends = [line for line, _ in parts[1:]] + [source.offset + len(lines) + 1]
    for (line, text), end in zip(parts, ends, strict=False):
        part = lines[line - source.offset : end - source.offset - 1]
        steps = sum(bool(_STEP.match(content)) for content in part)
        if section_key(catalog, text) == STEPS and steps not in COUNT:
            message = f"there are {steps} steps; a practice has {COUNT[0]} to {COUNT[-1]}"
            yield Problem(source.file, line, f"{message}, each on a line that begins 1., 2., …")
