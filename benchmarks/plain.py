"""The pages of a project as plain Markdown, with everything already in them that macros make.

Run in a project: python -m benchmarks.plain FOLDER. The folder then holds `docs` alone: the calls
rendered, each footnote with its text, and the words of the glossary at the end. Front matter stays.
"""

import re
import shutil
import sys
from functools import partial
from pathlib import Path, PurePosixPath

import jinja2
import markdown

from benchmarks.others import settings
from macros.catalog.catalog import Catalog
from macros.catalog.load import load
from macros.components.calls import CALLS
from macros.components.context import Context
from macros.components.markdown.citations import Notes

WORDS = re.compile(r'(?s)<section [^>]*class="rp-glossary".*?</section>')

BACK = re.compile(r'<a class="footnote-backref".*?</a>')  # the way back is marked by our extension


def write(root: Path, place: Path) -> None:
    """Write the pages of the project in this folder, and what they show besides."""
    shutil.copytree(root / "docs", place / "docs")
    catalog = load(root)
    reader = _reader(root)
    for file, source in catalog.sources.items():
        if file.suffix == ".md":
            text = (root / file).read_text("utf-8")
            front = text.removesuffix(source.body)
            body = _rendered(catalog, file, source.body)
            notes = Notes(reader).run(body.split("\n"))
            words = WORDS.search(reader.reset().convert(body))
            end = f"\n\n{BACK.sub('', words[0])}\n" if words else "\n"
            (place / file).write_text(front + "\n".join(notes) + end, "utf-8")


def _rendered(catalog: Catalog, file: PurePosixPath, body: str) -> str:
    context = Context(catalog, file, _url(file))
    calls = {name: partial(call, context) for name, call in CALLS.items()}
    return jinja2.Environment().from_string(body).render(calls)  # noqa: S701  (no HTML but ours)


def _url(file: PurePosixPath) -> str:
    """Where MkDocs puts a page: help/, and practices/ for practices/index.md."""
    place = file.relative_to("docs").with_suffix("")
    parts = place.parent.parts if place.name == "index" else place.parts
    return "".join(f"{part}/" for part in parts)


def _reader(root: Path) -> markdown.Markdown:
    """Markdown as the settings of the project extend it."""
    entries = settings(root)["markdown_extensions"]
    named = [entry if isinstance(entry, dict) else {entry: {}} for entry in entries]
    options = {name: values for entry in named for name, values in entry.items()}
    return markdown.Markdown(extensions=list(options), extension_configs=options)


if __name__ == "__main__":
    write(Path.cwd(), Path(sys.argv[1]))
