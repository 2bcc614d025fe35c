"""The calls that writers may make. Each finds records and names a template."""

from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath
from typing import Annotated, Any

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ARTICLES, GLOSSARY, KINDS, REVIEWS
from macros.catalog.models.fields import Name
from macros.catalog.models.vocabulary import Category
from macros.catalog.models.words import Terms
from macros.components import reference
from macros.components.article_length import Length, length_of
from macros.components.calls.care import (
    act_list,
    care_card,
    country_first,
    helpline_list,
    night_help,
    organization_list,
    quick_exit,
    translation_list,
)
from macros.components.calls.copies import (
    copy_list,
    data_table,
    download_list,
    download_sums,
    keep_box,
)
from macros.components.calls.evidence import claim_card, claim_list, effect_list, study_list
from macros.components.calls.finder import (
    act_finder,
    answer_list,
    door_list,
    facet_list,
    how_are_you,
    practice_finder,
    try_this,
)
from macros.components.calls.log import log, log_sheet, look_back
from macros.components.calls.message import message_form
from macros.components.calls.paths import path_list, path_steps
from macros.components.calls.phrases import phrase_finder, phrase_list, phrases
from macros.components.calls.practices import (
    pause,
    practice_cards,
    practice_facts,
)
from macros.components.calls.rhythm import (
    calendar_list,
    feed_list,
    month_sheet,
    my_week,
    this_week,
    year_list,
)
from macros.components.calls.ripples import (
    ripple_explorer,
    ripple_score,
    ripple_share,
    ripple_table,
)
from macros.components.context import Context
from macros.components.related import changes_of_mind, related
from macros.components.rendering import render
from macros.components.reviews import review_sentences, reviewed, reviews_so_far, what_was_read
from macros.project import Project

ListName = Annotated[str, Name(tuple(Terms.model_fields))]
RecordName = Annotated[str, Name(tuple(kind.singular for kind in KINDS))]


def page_illustration(context: Context) -> str:
    """The illustration that this page names at its head."""
    return render("page_illustration", context, name=context.page.illustration)


def byline(context: Context) -> str:
    """Author, day, reading time and words of this article, in one line."""
    counted = length(context, context.file)
    return render("byline", context, article=context.page, length=counted)


def article_end(context: Context) -> str:
    """The foot of an article: who reviewed it, what it grew from, where to go next."""
    return render("article_end", context, article=context.page, **_end(context))


def practice_end(context: Context) -> str:
    """The foot of a practice: what holds for all of them, its other facts, where to go next."""
    given = {"practice": context.page, "address": context.address}
    return render("practice_end", context, **given, **_end(context))


def article_cards(context: Context, category: Category | None = None) -> str:
    """Cards of all articles, or of those on one shelf."""
    found = [
        (id, article, length(context, ARTICLES.file(id)))
        for id, article in sorted(context.catalog[ARTICLES].items())
        if category in (None, article.category)
    ]
    return render("article_cards", context, articles=found)


def review_list(context: Context) -> str:
    """Every review, the newest first, and what was not reviewed yet."""
    catalog = context.catalog
    reviews = sorted(catalog[REVIEWS].values(), key=lambda review: review.day, reverse=True)
    rows = [
        (review, what_was_read(catalog, review), reviewed(catalog, review)) for review in reviews
    ]
    return render("review_list", context, reviews=rows, so_far=reviews_so_far(catalog))


def word_list(context: Context, list: ListName) -> str:
    """A closed word list with the meaning of each word."""
    return render("word_list", context, words=getattr(context.catalog.terms, list))


def glossary_list(context: Context) -> str:
    """Every word of the glossary with its meaning."""
    entries = sorted(context.catalog[GLOSSARY].items(), key=lambda item: item[1].word.lower())
    return render("glossary_list", context, entries=entries)


def field_table(context: Context, record: RecordName) -> str:
    """The fields of one kind of record."""
    return render("field_table", context, record=record, fields=reference.fields(record))


def macro_table(context: Context) -> str:
    """Every call that a page may make."""
    return render("macro_table", context, calls=reference.calls(CALLS, INLINE))


def translation_progress(context: Context) -> str:
    """How far each language is; a table that is filled once all languages are built."""
    return render("translation_progress", context)


CALLS: dict[str, Callable[..., str]] = {
    call.__name__: call
    for call in (
        practice_facts,
        pause,
        page_illustration,
        byline,
        article_end,
        practice_end,
        ripple_table,
        ripple_explorer,
        ripple_share,
        ripple_score,
        claim_card,
        claim_list,
        study_list,
        effect_list,
        care_card,
        quick_exit,
        country_first,
        helpline_list,
        night_help,
        translation_list,
        organization_list,
        act_list,
        how_are_you,
        door_list,
        try_this,
        practice_finder,
        act_finder,
        answer_list,
        facet_list,
        path_steps,
        path_list,
        phrase_list,
        phrases,
        phrase_finder,
        practice_cards,
        article_cards,
        this_week,
        year_list,
        month_sheet,
        my_week,
        calendar_list,
        feed_list,
        log,
        log_sheet,
        look_back,
        download_list,
        copy_list,
        download_sums,
        data_table,
        keep_box,
        message_form,
        review_list,
        word_list,
        glossary_list,
        field_table,
        macro_table,
        translation_progress,
    )
}
INLINE = frozenset(("pause",))
# What stands around an article and is not part of it: left out of its word count.
FURNITURE = frozenset(
    [
        "byline",
        "page_illustration",
        "practice_facts",
        "practice_end",
        "article_end",
        "care_card",
        "quick_exit",
        "practice_cards",
        "article_cards",
    ]
)


def _end(context: Context) -> dict[str, Any]:
    """What stands at the foot of both."""
    return {
        "items": related(context, lambda file: length(context, file).minutes),
        "changes": changes_of_mind(context),
        "reviews": review_sentences(context.catalog, context.file),
    }


def length(context: Context, file: PurePosixPath) -> Length:
    """The length of an article: its prose and what its calls show, without the furniture."""
    return context.catalog.made_once(_measure, context.project, file)


def _measure(_: Catalog, project: Project, file: PurePosixPath) -> Length:
    context = Context(project, file)
    shown = {
        name: (lambda *_, **__: "") if name in FURNITURE else partial(call, context)
        for name, call in CALLS.items()
    }
    return length_of(context, shown)
