"""The way in: needs offer practices that fit, chosen by hand; doors lead to pages there are."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.finder import slug
from macros.catalog.kinds import DOORS, NEEDS, PRACTICES
from macros.catalog.models.pages import NeedPage
from macros.catalog.problems import Problem, suggestion


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Pages of needs that are none, picks that do not fit, two needs with the same picks."""
    needs = {slug(word): word for word in catalog.words("needs")}
    first: dict[frozenset[str], str] = {}
    for id, page in catalog[NEEDS].items():
        source = catalog.source(NEEDS, id)
        if needs and id not in needs:
            message = f"`{id}` is not one of `needs` in data/terms.yml{suggestion(id, needs)}"
            yield source.problem((), f"{message}; rename the page or add the word")
            continue
        for place, message in _faults(catalog, needs.get(id, id), page):
            yield source.problem(place, message)
        other = first.setdefault(frozenset(page.picks), id)
        if page.picks and other != id:
            file = NEEDS.file(other)
            yield source.problem(("first",), f"{file} offers the same practices; change one")
    for id, door in catalog[DOORS].items():
        if PurePosixPath("docs", door.page) not in catalog.files:
            message = f"there is no page {door.page}; write its file below docs"
            yield catalog.source(DOORS).problem((id, "page"), message)


def _faults(
    catalog: Catalog, need: str, page: NeedPage
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What is wrong with the picks of one need: where, and what to do."""
    rules, practices = catalog.editorial, catalog[PRACTICES]
    if rules.picks and len(page.first) != rules.picks:
        message = f"`first` has {len(page.first)} practices; data/editorial.yml asks for"
        yield ("first",), f"{message} {rules.picks}"
    if len(set(page.picks)) < len(page.picks):
        yield ("first",), "`first` names a practice twice; choose another"
    known = [practices[id] for id in page.picks if id in practices]
    for number, pick in enumerate(page.first):
        practice = practices.get(pick.practice)
        if practice and need not in practice.tags:
            message = f"`{pick.practice}` does not carry `{need}` in its `tags`"
            yield ("first", number, "practice"), f"{message}; choose another, or add it there"
    if need in rules.company and known and all(set(p.people) == {rules.alone} for p in known):
        yield ("first",), f"someone who is {need} is offered nothing with another person; add one"
