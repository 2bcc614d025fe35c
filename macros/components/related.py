"""What to open next, and why."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import CLAIMS
from macros.catalog.models.evidence import Claim, GradeChange
from macros.catalog.models.pages import Article, Practice
from macros.components.context import Context

MOST = 4


@dataclass(frozen=True)
class Related:
    """A practice or an article, and the reason it stands beside a page.

    `kind` is the shelf of an article, or what a practice is for; `minutes` how long it takes.
    """

    target: str
    title: str
    summary: str
    kind: str
    minutes: int
    drawing: str | None
    reason: str


def related(context: Context, minutes: Callable[[PurePosixPath], int]) -> list[Related]:
    """The nearest practices and articles by shared claims, needs and direction; nearest first.

    `minutes` tells how long the article in a file takes to read.
    """
    here = context.page
    if not isinstance(here, Practice | Article):
        return []
    catalog = context.catalog
    pages, named = catalog.made_once(_named)
    topics = [*_topics(catalog, here), *_supported(catalog, here)]  # a claim counts twice
    scores = Counter(chain.from_iterable(named[topic] for topic in topics))
    del scores[_target(context.file)]
    nearest = nsmallest(MOST, scores, key=lambda target: (-scores[target], target))
    return [_card(catalog, here, target, pages[target], minutes) for target in nearest]


def _card(
    catalog: Catalog,
    here: Practice | Article,
    target: str,
    page: Practice | Article,
    minutes: Callable[[PurePosixPath], int],
) -> Related:
    reason = _reason(catalog, here, page)
    if isinstance(page, Practice):
        kind, length, drawing = catalog.label("groups", page.group), page.minutes, page.drawing
    else:
        length, drawing = minutes(PurePosixPath("docs", target)), None
        kind = catalog.label("categories", page.category)
    return Related(target, page.title, page.summary, kind, length, drawing, reason)


def changes_of_mind(context: Context) -> list[tuple[str, Claim, GradeChange]]:
    """The claims that a page rests on whose grade changed of late, each with its change."""
    here = context.page
    named = here.claims if isinstance(here, Practice | Article) else []
    claims = ((id, context.catalog[CLAIMS][id]) for id in named)
    return [
        (id, claim, changed)
        for id, claim in claims
        if (changed := claim.changed_since(context.changes_shown_from))
    ]


def _named(catalog: Catalog) -> tuple[dict[str, Practice | Article], dict[str, list[str]]]:
    """Practices and articles by their targets, and the targets by what the pages name."""
    every = catalog.every_page.items()
    pages = {_target(file): page for file, page in every if isinstance(page, Practice | Article)}
    named = defaultdict(list)
    for target, page in pages.items():
        for topic in _topics(catalog, page):
            named[topic].append(target)
    return pages, named


def _topics(catalog: Catalog, page: Practice | Article) -> list[str]:
    """What a page may have in common with others: its needs and its supported claims."""
    return [*(f"need {need}" for need in page.tags), *_supported(catalog, page)]


def _supported(catalog: Catalog, page: Practice | Article) -> list[str]:
    grades = {claim: catalog[CLAIMS][claim].grade for claim in page.claims}
    return [f"claim {claim}" for claim, grade in grades.items() if grade != "unsupported"]


def _needs(here: Practice | Article, other: Practice | Article) -> list[str]:
    return [need for need in here.tags if need in other.tags]


def _claims(catalog: Catalog, here: Practice | Article, other: Practice | Article) -> list[str]:
    """The claims that both pages name and that something supports."""
    shared = [claim for claim in here.claims if claim in other.claims]
    return [claim for claim in shared if catalog[CLAIMS][claim].grade != "unsupported"]


def _reason(catalog: Catalog, here: Practice | Article, other: Practice | Article) -> str:
    text, needs, claims = catalog.text, _needs(here, other), _claims(catalog, here, other)
    named = text.listed(catalog.labels("needs", needs))
    if isinstance(here, Practice) and isinstance(other, Article) and claims:
        return text("related.more", claim=_quoted(catalog, claims[0]))
    if isinstance(here, Article) and isinstance(other, Practice) and claims:
        return text("related.act", claim=_quoted(catalog, claims[0]))
    if isinstance(here, Practice) and isinstance(other, Practice):
        if needs and here.direction != other.direction:
            return text("related.other", needs=named)
        if needs:
            return text("related.need", needs=named)
    if claims:
        return text("related.same", claim=_quoted(catalog, claims[0]))
    return text("related.need", needs=named)


def _quoted(catalog: Catalog, id: str) -> str:
    claim = catalog[CLAIMS][id]
    return catalog.text(
        "related.claim",
        statement=claim.statement.rstrip("."),
        grade=catalog.label("grades", claim.grade),
    )


def _target(file: PurePosixPath) -> str:
    return str(file.relative_to("docs"))
