"""Words that mean the same as a need stand below its id, by which pages name their needs."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import SEARCH
from macros.catalog.models.search import normalize
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Groups that are named by what readers see of a need, where that is not its id."""
    needs = catalog.words("needs")
    ids = {normalize(catalog.label("needs", need)): need for need in needs}
    search = catalog.only(SEARCH)
    for name in search.same if search else ():
        if name in ids and name not in needs:
            message = f"`{name}` is what readers see of the need `{ids[name]}`; write its id here"
            yield catalog.source(SEARCH).problem(("same", name), message)
