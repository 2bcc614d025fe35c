"""A picture is of a size that can be shown; a drawing holds nothing that a browser runs."""

import re
import struct
from collections.abc import Iterator
from xml.parsers import expat

from macros.catalog.allowed.limits import size_fault
from macros.catalog.catalog import Catalog
from macros.catalog.drawings import ILLUSTRATIONS, TONES, sort_of
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.file import is_regular_file

ELEMENTS = frozenset(
    [
        "svg",
        "title",
        "desc",
        "g",
        "defs",
        "path",
        "circle",
        "ellipse",
        "rect",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "linearGradient",
        "radialGradient",
        "stop",
    ]
)
ATTRIBUTES = frozenset(
    [
        "xmlns",
        "version",
        "viewBox",
        "width",
        "height",
        "id",
        "class",
        "role",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "transform",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-dasharray",
        "stroke-opacity",
        "opacity",
        "text-anchor",
        "font-size",
        "font-family",
        "font-weight",
        "offset",
        "stop-color",
        "stop-opacity",
        "dx",
        "dy",
        "aria-labelledby",
        "aria-label",
        "aria-hidden",
        "preserveAspectRatio",
        "gradientUnits",
        "gradientTransform",
        "dominant-baseline",
    ]
)
COLORED = frozenset(("fill", "stroke", "stop-color"))
LONGEST_SIDE = 4_000  # pixels of a picture
_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_HEADER = struct.Struct(f">{len(_PNG)}xII")
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_VIEW_BOX = re.compile(
    rf"(?:-?{_NUMBER}[ ,]+){{2}}(?:(?!0+(?:\.0+)?(?![.0-9])){_NUMBER}[ ,]*){{2}}"
)
_URL = re.compile(r"(?i)url\s*\(\s*(?!['\"]?#)|[a-z]+script:|data:|\\")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Files that are too large, pictures that are none, and what a drawing may not hold."""
    for file in catalog.files:
        path = catalog.root / file
        if file.suffix in (".md", ".yml") or not is_regular_file(path):
            continue
        if message := size_fault(catalog.root, file):
            yield Problem(file, 1, message)
        elif (sort := sort_of(file)) and path.stat().st_size > sort.largest:
            message = f"the {sort.singular} may weigh {sort.largest:,} bytes; make it simpler"
            yield Problem(file, 1, message)
        elif file.suffix == ".svg":
            own = sort is ILLUSTRATIONS
            found = drawing_faults(path.read_bytes(), follows_theme=own)
            yield from (Problem(file, *fault) for fault in found)
        elif file.suffix == ".png":
            yield from (Problem(file, 1, message) for message in _pixels(path.read_bytes()))


def _pixels(picture: bytes) -> Iterator[str]:
    """What is wrong with the first part of a PNG file, by the PNG specification, 5.2 and 11.2.1."""
    if not picture.startswith(_PNG) or len(picture) < _HEADER.size:
        yield "not a PNG picture; save it as one"
    elif max(_HEADER.unpack_from(picture)) > LONGEST_SIDE:
        yield f"a side is longer than {LONGEST_SIDE:,} pixels; make the picture smaller"


def drawing_faults(drawing: bytes, *, follows_theme: bool = False) -> list[tuple[int, str]]:
    """What a drawing holds beside shapes and words: line and message.

    One that follows the theme has the colors of the page alone.
    """
    found: list[tuple[int, str]] = []
    parser = expat.ParserCreate("utf-8")

    def note(message: str) -> None:
        found.append((parser.CurrentLineNumber, message))

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "svg" and not _VIEW_BOX.fullmatch(attributes.get("viewBox", "")):
            note('say which part is seen, in four numbers such as viewBox="0 0 120 40"')
        if element not in ELEMENTS:
            note(f"the element `{element}` is not allowed in a drawing")
        for name, value in attributes.items():
            if name not in ATTRIBUTES:
                note(f"the attribute `{name}` is not allowed in a drawing")
            elif _URL.search(value):
                note(f"`{name}` refers to something outside the drawing; remove it")
            elif follows_theme and name in COLORED and value not in ("none", "currentColor"):
                note(f"`{name}` is currentColor or none; a class such as rp-tone-do says the color")
            elif follows_theme and name == "class" and value not in TONES:
                note(f"there is no tone `{value}`{suggestion(value, TONES)}")

    def refuse(*_: object) -> None:
        note("only shapes and words are allowed in a drawing; remove declarations and instructions")

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    parser.ProcessingInstructionHandler = refuse
    parser.XmlDeclHandler = refuse
    try:
        parser.Parse(drawing, True)
    except expat.ExpatError as error:
        found.append((error.lineno, f"not an SVG drawing: {expat.errors.messages[error.code]}"))
    return found
