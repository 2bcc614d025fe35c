"""The text of pages as a reader reads it, block by block."""

from collections.abc import Iterator
from xml.etree import ElementTree

import markdown

from macros.catalog.catalog import Catalog
from macros.catalog.checks.citations import REFERENCE
from macros.catalog.safety.jinja import SIGN
from macros.catalog.safety.page import Reading
from tests.helpers.projects import extensions

BLOCKS = ("p", "li", "dd")


def sentences(catalog: Catalog, reading: Reading) -> list[str]:
    """Paragraphs and list items of a page, each closed by a full stop; no headings, no tables."""
    return [text if text[-1] in ".?!" else f"{text}." for text in _blocks(catalog, reading.prose)]


def steps(catalog: Catalog, reading: Reading) -> str:
    """The first numbered list of a page as one text."""
    tree = _tree(catalog, reading.prose)
    first = tree.find(".//ol")
    return " ".join("".join(first.itertext()).split()) if first is not None else ""


def _blocks(catalog: Catalog, prose: str) -> Iterator[str]:
    for element in _tree(catalog, prose).iter():
        inner = any(child.tag in BLOCKS for child in element.iter() if child is not element)
        text = " ".join("".join(element.itertext()).split())
        if element.tag in BLOCKS and not inner and text:
            yield text


def _tree(catalog: Catalog, prose: str) -> ElementTree.Element:
    text = REFERENCE.sub("", prose).replace(SIGN, "")
    html = markdown.markdown(text, extensions=list(extensions(catalog.root)), output_format="xhtml")
    return ElementTree.fromstring(f"<page>{html}</page>")  # noqa: S314  our own pages
