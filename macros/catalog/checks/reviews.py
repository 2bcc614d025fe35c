"""A review is of a page that is there."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import REVIEWS
from macros.catalog.problems import Problem, suggestion


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Reviews of pages that are not there."""
    pages = {str(file.relative_to("docs")) for file in catalog.files if file.parts[0] == "docs"}
    for id, review in catalog[REVIEWS].items():
        if review.page and review.page not in pages:
            message = f"there is no page `{review.page}`{suggestion(review.page, pages)}"
            yield catalog.source(REVIEWS, id).problem(("page",), message)
