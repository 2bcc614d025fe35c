"""Calls of the words to say: those of one situation, those of a practice, and all of them."""

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import PHRASES, SITUATIONS
from macros.catalog.models.fields import PhraseId
from macros.catalog.models.phrases import Phrase, Situation
from macros.components.context import Context
from macros.components.rendering import render

FACETS = ("tones", "media")


def phrase_list(context: Context) -> str:
    """The drawing of this situation, and all its phrases, each with a button to copy it."""
    id = context.file.stem
    situation = context.catalog[SITUATIONS][id]
    found = _in_order(context.catalog, id, situation)
    return render("phrase_list", context, situation=situation, phrases=found, headed=True)


def phrases(context: Context, id: PhraseId, *more: PhraseId) -> str:
    """The phrases named, each with a button to copy it, in the section of a practice for words."""
    found = {each: context.catalog[PHRASES][each] for each in (id, *more)}
    return render("phrases", context, phrases=found, headed=False)


def phrase_finder(context: Context) -> str:
    """Every situation, then all phrases, to be narrowed down by tone and medium."""
    catalog = context.catalog
    by_title = sorted(catalog[SITUATIONS].items(), key=lambda item: item[1].title)
    found = {id: _in_order(catalog, id, situation) for id, situation in by_title}
    facets = {facet: catalog.words(facet) for facet in FACETS}
    return render("phrase_finder", context, situations=dict(by_title), groups=found, facets=facets)


def _in_order(catalog: Catalog, id: str, situation: Situation) -> dict[str, Phrase]:
    """The phrases of a situation: those that it names first, then by tone and title."""
    tones, first = catalog.words("tones"), situation.first
    found = [item for item in catalog[PHRASES].items() if item[1].situation == id]

    def place(item: tuple[str, Phrase]) -> tuple[int, int, str]:
        chosen = first.index(item[0]) if item[0] in first else len(first)
        return chosen, tones.index(item[1].tone), item[1].title

    return dict(sorted(found, key=place))
