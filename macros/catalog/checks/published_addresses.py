"""A page that was published stays at its address, or leaves word where it went."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ADDRESSES
from macros.catalog.problems import Problem, suggestion


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Published pages that are gone, and words about a move that lead nowhere."""
    if (addresses := catalog.only(ADDRESSES)) is None:
        return
    pages = pages_of(catalog)
    source, moved = catalog.source(ADDRESSES), addresses.moved
    for number, page in enumerate(addresses.published):
        if page not in pages and page not in moved:
            message = (
                f"`{page}` was published and is gone; below `moved:`, write"
                f" `  {page}: ` and the page that took its place"
            )
            yield source.problem(("published", number), message)
    for old, new in moved.items():
        if new not in pages:
            message = f"there is no page `{new}`{suggestion(new, pages)}"
            yield source.problem(("moved", old), message)
        if old in pages:
            message = f"`{old}` is still there; take the line out, or delete the page"
            yield source.problem(("moved", old), message)


def pages_of(catalog: Catalog) -> set[str]:
    """Every page, by its file below docs."""
    found = (file for file in catalog.files if file.suffix == ".md" and file.parts[0] == "docs")
    return {str(file.relative_to("docs")) for file in found}
