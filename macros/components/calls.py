"""The calls that writers may make. Each finds records and names a template."""

from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import Field

from macros.catalog.kinds import FOLDERS, KINDS, PAGES
from macros.catalog.models.fields import Category, Choice, ClaimId, Grade, Need, RippleId
from macros.catalog.models.pages import Practice
from macros.catalog.models.words import Terms
from macros.components import facets, reading, reference
from macros.components.context import Context, today
from macros.components.facets import FACETS, gentlest
from macros.components.reading import Reading
from macros.components.related import related
from macros.components.rendering import render

ListName = Annotated[str, Choice(tuple(Terms.model_fields))]
FacetName = Annotated[str, Choice(tuple(FACETS))]
RecordName = Annotated[str, Choice(tuple(kind.singular for kind in (*KINDS, PAGES, FOLDERS)))]


def practice_facts(context: Context) -> str:
    """The facts of this practice: minutes, effort, how it can be done."""
    return render("practice_facts", context, practice=context.page)


def pause(context: Context, seconds: Annotated[int, Field(ge=1, le=3600)]) -> str:
    """A pause of so many seconds, inside a step."""
    return render("pause", context, seconds=seconds)


def byline(context: Context) -> str:
    """Author, dates, word count and reading time of this article."""
    return render("byline", context, article=context.page, reading=_reading(context))


def related_list(context: Context) -> str:
    """Practices and articles related to this page, each with the reason."""
    page = context.page
    practice = page if isinstance(page, Practice) else None
    return render("related_list", context, items=related(context), practice=practice)


def ripple_table(context: Context, id: RippleId) -> str:
    """A cause and its effects: on whom, when, helpful or harmful, on what basis."""
    ripple = context.catalog.ripples[id]
    return render("ripple_table", context, id=id, ripple=ripple, claims=context.catalog.claims)


def claim_card(context: Context, id: ClaimId) -> str:
    """One claim with its grade."""
    return render("claim_card", context, id=id, claim=context.catalog.claims[id])


def claim_list(context: Context, grade: Grade) -> str:
    """All claims of one grade, with the studies on each side."""
    claims = {id: claim for id, claim in context.catalog.claims.items() if claim.grade == grade}
    return render("claim_list", context, claims=claims, studies=context.catalog.studies)


def study_list(context: Context) -> str:
    """All studies, with what each found and where it stops."""
    claims = context.catalog.claims
    uses = {
        id: [
            c
            for c, claim in claims.items()
            if id in (*claim.supports, *claim.qualifies, *claim.contradicts)
        ]
        for id in context.catalog.studies
    }
    studies = dict(sorted(context.catalog.studies.items()))
    return render("study_list", context, studies=studies, uses=uses, claims=claims)


def care_card(context: Context) -> str:
    """Where to get help now."""
    return render("care_card", context)


def helpline_list(context: Context) -> str:
    """Emergency numbers and helplines of every country."""
    countries = sorted(context.catalog.helplines.items(), key=lambda item: item[1].country)
    return render("helpline_list", context, countries=countries, today=today())


def practice_cards(context: Context, need: Need | None = None) -> str:
    """Cards of all practices, or of those for one need; the gentlest first."""
    found = [item for item in gentlest(context.catalog) if need is None or need in item[1].tags]
    return render("practice_cards", context, practices=found)


def facet_list(context: Context, list: FacetName) -> str:
    """Every word of a list, with the practices that carry it; the gentlest first."""
    groups = facets.groups(context.catalog, list)
    meanings = getattr(context.catalog.terms, list)
    return render("facet_list", context, groups=groups, meanings=meanings)


def article_cards(context: Context, category: Category | None = None) -> str:
    """Cards of all articles, or of those on one shelf."""
    found = [
        (id, article, _reading(Context(context.catalog, PurePosixPath(f"docs/articles/{id}.md"))))
        for id, article in sorted(context.catalog.articles.items())
        if category in (None, article.category)
    ]
    return render("article_cards", context, articles=found)


def word_list(context: Context, list: ListName) -> str:
    """A closed word list with the meaning of each word."""
    return render("word_list", context, words=getattr(context.catalog.terms, list))


def field_table(context: Context, record: RecordName) -> str:
    """The fields of one kind of record."""
    return render("field_table", context, record=record, fields=reference.fields(record))


def macro_table(context: Context) -> str:
    """Every call that a page may make."""
    return render("macro_table", context, calls=reference.calls(CALLS, INLINE))


CALLS: dict[str, Callable[..., str]] = {
    call.__name__: call
    for call in (
        practice_facts,
        pause,
        byline,
        related_list,
        ripple_table,
        claim_card,
        claim_list,
        study_list,
        care_card,
        helpline_list,
        practice_cards,
        article_cards,
        facet_list,
        word_list,
        field_table,
        macro_table,
    )
}
INLINE = frozenset(("pause",))
# What stands around an article and is not part of it: left out of its word count.
FURNITURE = frozenset(
    ("byline", "practice_facts", "related_list", "care_card", "practice_cards", "article_cards")
)


def _reading(context: Context) -> Reading:
    """The length of an article: its prose and what its calls show, without the furniture."""
    shown = {
        name: (lambda *_, **__: "") if name in FURNITURE else partial(call, context)
        for name, call in CALLS.items()
    }
    return reading.of(context, shown)
