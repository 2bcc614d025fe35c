"""Names of the small links that extensions make, for those who hear a page or a list of its links.

The sign beside a heading is for the eye and the pointer alone: the list of contents leads to the
same places. The sign behind a note says where it leads back to.
"""

import re
from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from macros.project import current

_NOTE = re.compile(r"Jump back to footnote (\d+) in the text")  # as Python-Markdown has it
PRIORITY = 1  # when all links are there: after the table of contents (toc, 5)


class LinkNames(Treeprocessor):
    """Names or hushes each such link."""

    def run(self, root: Element) -> None:
        """Change the tree of a page in place."""
        text, times = current().catalog.text, Counter[str]()
        for link in root.iter("a"):
            match link.get("class"):
                case "headerlink":
                    link.set("title", text("small_links.part"))
                    link.set("aria-hidden", "true")
                    link.set("tabindex", "-1")
                case "footnote-backref":
                    name = link.get("title", "")
                    if found := _NOTE.fullmatch(name):  # that of a word is in our strings already
                        name = text("small_links.note", number=found[1])
                    times[name] += 1
                    again = f" ({times[name]})" if times[name] > 1 else ""
                    link.set("title", name)
                    link.set("aria-label", name + again)


class LinkNamesExtension(Extension):
    """Registers the names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.treeprocessors.register(LinkNames(md), "link_names", PRIORITY)


def makeExtension(**options: Any) -> LinkNamesExtension:  # noqa: N802
    """The door that Python-Markdown looks for."""
    return LinkNamesExtension(**options)
