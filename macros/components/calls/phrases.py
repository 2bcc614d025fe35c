"""Calls of the words to say: those of one situation, those of a practice, and all of them."""

from macros.catalog.kinds import PHRASES, SITUATIONS
from macros.catalog.models.fields import PhraseId
from macros.catalog.models.phrases import Phrase, Situation
from macros.components.context import Context
from macros.components.rendering import render

FACETS = ("tones", "media")


def phrase_list(context: Context) -> str:
    """The drawing of this situation, and all its phrases, each with a button to copy it."""
    found = _by_situation(context).get(context.file.stem, {})
    return render("phrase_list", context, situation=context.page, phrases=found, headed=True)


def phrases(context: Context, id: PhraseId, *more: PhraseId) -> str:
    """The phrases named, each with a button to copy it, in the section of a practice for words."""
    found = {each: context.catalog[PHRASES][each] for each in (id, *more)}
    return render("phrases", context, phrases=found, headed=False)


def phrase_finder(context: Context) -> str:
    """Every situation, then all phrases, to be narrowed down by tone and medium."""
    catalog, found = context.catalog, _by_situation(context)
    situations: dict[str, Situation] = {id: catalog[SITUATIONS][id] for id in found}
    facets = {facet: catalog.words(facet) for facet in FACETS}
    return render("phrase_finder", context, situations=situations, groups=found, facets=facets)


def _by_situation(context: Context) -> dict[str, dict[str, Phrase]]:
    """The phrases of each situation, in the order of the tones; situations by their titles."""
    catalog = context.catalog
    tones = catalog.words("tones")
    order = sorted(catalog[SITUATIONS], key=lambda id: catalog[SITUATIONS][id].title)
    found: dict[str, dict[str, Phrase]] = {id: {} for id in order}
    for id, phrase in sorted(
        catalog[PHRASES].items(), key=lambda item: (tones.index(item[1].tone), item[1].title)
    ):
        found[phrase.situation][id] = phrase
    return found
