"""A page has one title; a practice has its parts and its steps."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.source import Source

PARTS = (
    "Steps",
    "A shorter version",
    "Not today",
    "Why it may help",
    "What it can cost",
    "What is not known",
)
PART_LEVEL = 2
STEPS = range(3, 8)

# Spaces are read in one way only, or a long line would take for ever.
_HEADING = re.compile(r"(?:[ \t>]|[-*+:](?=[ \t])|[0-9]+[.)](?=[ \t]))*(#{1,6})(?!#)(.*)")
_ATTRIBUTES = re.compile(r"\{[^{}]*\}[ ]*\Z")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`~]*")
_UNDERLINE = re.compile(r"^[ \t>]*=+\s*$")
_STEP = re.compile(r"^\d+[.)]\s")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Missing parts, too few or too many steps, a second page title."""
    for file, source in catalog.sources.items():
        if file.suffix != ".md" or source.data is None or catalog.readings[file].faults:
            continue
        headings = list(_headings(source))
        for line, level, text in headings:
            if level == 1:
                message = f"`# {text}` is a second title; the page has one from its front matter"
                yield Problem(file, line, f"{message}; write ## {text}")
        if file.parent == PurePosixPath("docs/practices") and file.stem != "index":
            parts = [(line, text) for line, level, text in headings if level == PART_LEVEL]
            yield from _missing_parts(source, parts)
            yield from _steps(source, parts)


def _headings(source: Source) -> Iterator[tuple[int, int, str]]:
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


def _missing_parts(source: Source, parts: list[tuple[int, str]]) -> Iterator[Problem]:
    found = [text for _, text in parts]
    for part in PARTS:
        if part not in found:
            hint = suggestion(part, [text for text in found if text not in PARTS])
            yield Problem(source.file, source.offset + 1, f"the part `## {part}` is missing{hint}")
    for number, (line, text) in enumerate(parts):
        if text in found[:number]:
            yield Problem(source.file, line, f"the part `## {text}` is there twice; keep one")


def _steps(source: Source, parts: list[tuple[int, str]]) -> Iterator[Problem]:
    lines = source.body.split("\n")
    ends = [line for line, _ in parts[1:]] + [source.offset + len(lines) + 1]
    for (line, text), end in zip(parts, ends, strict=False):
        part = lines[line - source.offset : end - source.offset - 1]
        steps = sum(bool(_STEP.match(content)) for content in part)
        if text == "Steps" and steps not in STEPS:
            message = f"there are {steps} steps; a practice has {STEPS[0]} to {STEPS[-1]}"
            yield Problem(source.file, line, f"{message}, each on a line that begins 1., 2., …")
