"""Footnotes whose text nobody types: `[^id]` becomes a note made from the study's record.

A Python-Markdown extension, so that it works under every builder that renders with it.
"""

from pathlib import PurePosixPath
from typing import Any

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from macros.catalog.checks.citations import cited
from macros.catalog.kinds import STUDIES
from macros.components.context import Context
from macros.components.rendering import render
from macros.project import current

# After fenced code has been taken out (25), before anything reads footnotes as blocks.
PRIORITY = 20


class Notes(Preprocessor):
    """Appends one note for each study that a page cites."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines of a page, and the notes it needs."""
        ids = {id: None for line in lines for id in cited(line)}
        if not ids:
            return lines
        context = Context(current(), PurePosixPath("docs/index.md"))  # the same on every page
        studies = context.catalog[STUDIES]
        return [*lines, "", *(_note(context, id) for id in ids if id in studies)]


def _note(context: Context, id: str) -> str:
    return f"[^{id}]: {render('note', context, study=context.catalog[STUDIES][id])}"


class Citations(Extension):
    """Registers the notes."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        md.preprocessors.register(Notes(md), "citations", PRIORITY)


def makeExtension(**options: Any) -> Citations:  # noqa: N802
    """The door that Python-Markdown looks for."""
    return Citations(**options)
