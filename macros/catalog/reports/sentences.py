"""The text of pages as a reader reads it, block by block; what calls show is not part of it."""

from collections.abc import Iterator
from xml.etree import ElementTree

import markdown

from macros.catalog.allowed.jinja import CALL_MARK
from macros.catalog.allowed.page import PageText
from macros.catalog.checks.citations import REFERENCE

# What pages may use of Markdown, as in mkdocs.yml.
EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")
]
BLOCKS = ("p", "li", "dd")


def sentences(page: PageText) -> list[str]:
    """Paragraphs and list items of a page, each closed by a full stop; no headings, no tables."""
    return [text if text[-1] in ".?!" else f"{text}." for text in _blocks(page.prose)]


def steps(page: PageText) -> str:
    """The first numbered list of a page as one text."""
    first = _tree(page.prose).find(".//ol")
    return " ".join("".join(first.itertext()).split()) if first is not None else ""


def _blocks(prose: str) -> Iterator[str]:
    for element in _tree(prose).iter():
        inner = any(child.tag in BLOCKS for child in element.iter() if child is not element)
        text = " ".join("".join(element.itertext()).split())
        if element.tag in BLOCKS and not inner and text:
            yield text


def _tree(prose: str) -> ElementTree.Element:
    text = REFERENCE.sub("", prose).replace(CALL_MARK, "")
    html = markdown.markdown(text, extensions=EXTENSIONS, output_format="xhtml")
    return ElementTree.fromstring(f"<page>{html}</page>")  # noqa: S314  our own pages
