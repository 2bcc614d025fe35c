"""Names of the small links that extensions make, for those who hear a page or a list of its links.

The sign beside a heading is for the eye and the pointer alone: the list of contents leads to the
same places. The sign behind a note says where it leads back to.
"""

from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

PRIORITY = 1  # when all links are there: after the table of contents (toc, 5)


class LinkNames(Treeprocessor):
    """Names or hushes each such link."""

    def run(self, root: Element) -> None:
        """Change the tree of a page in place."""
        times: Counter[str] = Counter()
        for link in root.iter("a"):
            match link.get("class"):
                case "headerlink":
                    link.set("aria-hidden", "true")
                    link.set("tabindex", "-1")
                case "footnote-backref":
                    name = link.get("title", "")
                    times[name] += 1
                    again = f" ({times[name]})" if times[name] > 1 else ""
                    link.set("aria-label", name + again)


class LinkNamesExtension(Extension):
    """Registers the names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.treeprocessors.register(LinkNames(md), "link_names", PRIORITY)


def makeExtension(**options: Any) -> LinkNamesExtension:  # noqa: N802
    """The door that Python-Markdown looks for."""
    return LinkNamesExtension(**options)
