"""Sections of a practice get their keys: whatever a heading says, and in whatever language, scripts
and copies find the section by `data-section`.

A Python-Markdown extension, so that it works under every builder that renders with it.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from macros.catalog.checks.structure import section_key
from macros.project import current

ATTRIBUTE = "data-section"
# Once headings are text (inline, 20), before the table of contents gives them links (toc, 5).
PRIORITY = 8


class SectionKeys(Treeprocessor):
    """Marks each heading that begins a section of a practice."""

    def run(self, root: Element) -> None:
        """Change the tree of a page in place."""
        catalog = current().catalog
        for heading in root.iter("h2"):
            if key := section_key(catalog, "".join(heading.itertext()).strip()):
                heading.set(ATTRIBUTE, key)


class Sections(Extension):
    """Registers the keys."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.treeprocessors.register(SectionKeys(md), "sections", PRIORITY)


def makeExtension(**options: Any) -> Sections:  # noqa: N802
    """The door that Python-Markdown looks for."""
    return Sections(**options)
