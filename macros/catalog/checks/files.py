"""Every file of docs and data has its place and a name that can be an id."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ID, kind_of
from macros.catalog.problems import Problem

ASSETS = (".css", ".js", ".woff2", ".svg", ".png", ".jpg", ".webp", ".avif", ".txt")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Files that are nobody's, links to elsewhere, and names that cannot be ids."""
    for file in catalog.files:
        if (catalog.root / file).is_symlink():
            yield Problem(file, 1, "a link to another file; put the file itself here")
        elif file.parts[:2] == ("docs", "assets") and file.suffix in ASSETS:
            continue
        elif kind_of(file) is None:
            yield Problem(file, 1, "no record belongs here; check the folder and the ending")
        elif file.name != ".meta.yml" and not ID.fullmatch(file.stem):
            yield Problem(file, 1, "name the file in small letters, digits and hyphens, like-this")
