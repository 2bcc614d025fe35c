"""What to open next, and why."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import chain
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.models.pages import Article, Practice
from macros.components.context import Context

MOST = 4


@dataclass(frozen=True)
class Related:
    """A practice or an article, and the reason it stands beside a page."""

    target: str
    title: str
    kind: str
    reason: str


def related(context: Context) -> list[Related]:
    """The nearest practices and articles by shared claims, needs and direction; nearest first."""
    here = context.page
    if not isinstance(here, Practice | Article):
        return []
    catalog = context.catalog
    pages, named = _named(catalog)
    signs = [*_signs(catalog, here), *_supported(catalog, here)]  # a claim counts twice
    scores = Counter(chain.from_iterable(named[sign] for sign in signs))
    del scores[_target(context.file)]
    nearest = nsmallest(MOST, scores, key=lambda target: (-scores[target], target))
    return [
        Related(target, other.title, _kind(other), _reason(catalog, here, other))
        for target, other in ((target, pages[target]) for target in nearest)
    ]


@lru_cache(maxsize=4)
def _named(catalog: Catalog) -> tuple[dict[str, Practice | Article], dict[str, list[str]]]:
    """Practices and articles by their targets, and the targets by what the pages name."""
    every = catalog.every_page.items()
    pages = {_target(file): page for file, page in every if isinstance(page, Practice | Article)}
    named = defaultdict(list)
    for target, page in pages.items():
        for sign in _signs(catalog, page):
            named[sign].append(target)
    return pages, named


def _signs(catalog: Catalog, page: Practice | Article) -> list[str]:
    """What a page may have in common with others: its needs and its supported claims."""
    return [*(f"need {need}" for need in page.tags), *_supported(catalog, page)]


def _supported(catalog: Catalog, page: Practice | Article) -> list[str]:
    grades = {claim: catalog.claims[claim].grade for claim in page.claims}
    return [f"claim {claim}" for claim, grade in grades.items() if grade != "unsupported"]


def _needs(here: Practice | Article, other: Practice | Article) -> list[str]:
    return [need for need in here.tags if need in other.tags]


def _claims(catalog: Catalog, here: Practice | Article, other: Practice | Article) -> list[str]:
    """The claims that both pages name and that something supports."""
    shared = [claim for claim in here.claims if claim in other.claims]
    return [claim for claim in shared if catalog.claims[claim].grade != "unsupported"]


def _reason(catalog: Catalog, here: Practice | Article, other: Practice | Article) -> str:
    needs, claims = _needs(here, other), _claims(catalog, here, other)
    if isinstance(here, Practice) and isinstance(other, Article) and claims:
        return f"Says more about the claim: {_sentence(catalog, claims[0])}"
    if isinstance(here, Article) and isinstance(other, Practice) and claims:
        return f"Something to do about the claim: {_sentence(catalog, claims[0])}"
    if isinstance(here, Practice) and isinstance(other, Practice):
        if needs and here.direction != other.direction:
            return f"The other direction, also for when you are {_joined(needs)}"
        if needs:
            return f"Also for when you are {_joined(needs)}"
    if claims:
        return f"Looks at the same claim: {_sentence(catalog, claims[0])}"
    return f"Also for when you are {_joined(needs)}"


def _sentence(catalog: Catalog, id: str) -> str:
    claim = catalog.claims[id]
    return f"“{claim.statement.rstrip('.')}” (evidence: {claim.grade})"


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _kind(page: Practice | Article) -> str:
    return "Practice" if isinstance(page, Practice) else "Article"


def _target(file: PurePosixPath) -> str:
    return str(file.relative_to("docs"))
