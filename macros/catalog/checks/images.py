"""A drawing holds shapes and words, and nothing that a browser would run or fetch."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem

ELEMENTS = frozenset(
    (
        *("svg", "title", "desc", "g", "defs", "path", "circle", "ellipse", "rect", "line"),
        *("polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop"),
    )
)
ATTRIBUTES = frozenset(
    (
        *("xmlns", "version", "viewBox", "width", "height", "id", "class", "role", "x", "y"),
        *("x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "transform", "fill"),
        *("fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "opacity"),
        *("stroke-linejoin", "stroke-dasharray", "stroke-opacity", "text-anchor", "font-size"),
        *("font-family", "font-weight", "offset", "stop-color", "stop-opacity", "dx", "dy"),
        *("aria-labelledby", "aria-label", "aria-hidden", "preserveAspectRatio"),
        *("gradientUnits", "gradientTransform", "dominant-baseline"),
    )
)
_URL = re.compile(r"(?i)url\s*\(\s*(?!['\"]?#)|[a-z]+script:|data:|\\")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Elements and attributes of SVG files that are not on the lists."""
    for file in catalog.files:
        if file.suffix == ".svg" and not (catalog.root / file).is_symlink():
            for line, message in _faults((catalog.root / file).read_bytes()):
                yield Problem(file, line, message)


def _faults(drawing: bytes) -> list[tuple[int, str]]:
    faults: list[tuple[int, str]] = []
    parser = expat.ParserCreate("utf-8")

    def note(message: str) -> None:
        faults.append((parser.CurrentLineNumber, message))

    def start(element: str, attributes: dict[str, str]) -> None:
        if element not in ELEMENTS:
            note(f"the element `{element}` is not allowed in a drawing")
        for name, value in attributes.items():
            if name not in ATTRIBUTES:
                note(f"the attribute `{name}` is not allowed in a drawing")
            elif _URL.search(value):
                note(f"`{name}` refers to something outside the drawing; remove it")

    def refuse(*_: object) -> None:
        note("only shapes and words are allowed in a drawing; remove declarations and instructions")

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    parser.ProcessingInstructionHandler = refuse
    parser.XmlDeclHandler = refuse
    try:
        parser.Parse(drawing, True)
    except expat.ExpatError as error:
        faults.append((error.lineno, f"not an SVG drawing: {expat.errors.messages[error.code]}"))
    return faults
