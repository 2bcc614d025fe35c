"""The manifest opens this site and nothing else, and names pictures that are there."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pydantic import ValidationError

from macros.catalog.catalog import Catalog
from macros.catalog.checks.files import MANIFEST
from macros.catalog.models.manifest import Manifest
from macros.catalog.models.messages import problems_of
from macros.catalog.problems import Problem
from macros.catalog.reading.file import is_regular_file
from macros.catalog.reading.source import read_data


def problems(catalog: Catalog) -> Iterator[Problem]:
    """What is wrong with docs/assets/manifest.webmanifest, where there is one."""
    if MANIFEST not in catalog.files or not is_regular_file(catalog.root / MANIFEST):
        return
    source = read_data(catalog.root, MANIFEST)  # JSON is YAML, too
    yield from source.problems
    if source.data is None:
        return
    try:
        manifest = Manifest.model_validate(source.data, context=catalog.known)
    except ValidationError as error:
        yield from problems_of(source, Manifest, error.errors(include_url=False))
        return
    for number, icon in enumerate(manifest.icons):
        if MANIFEST.parent / icon.src not in catalog.files:
            message = f"there is no picture docs/assets/{icon.src}"
            yield source.problem(("icons", number, "src"), message)
    for number, shortcut in enumerate(manifest.shortcuts):
        page = PurePosixPath("docs", shortcut.url.partition("#")[0].removeprefix("../"))
        if not {page / "index.md", page.with_suffix(".md")} & catalog.files:
            message = f"there is no page {page}; write its address, such as ../help/"
            yield source.problem(("shortcuts", number, "url"), message)
