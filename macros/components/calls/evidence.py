"""Calls about evidence: claims, studies, sizes of effects."""

from macros.catalog.kinds import CLAIMS, STUDIES
from macros.catalog.models.fields import ClaimId
from macros.catalog.models.vocabulary import Grade, Measure
from macros.components.context import Context
from macros.components.pictures.effect_plot import effect_plot
from macros.components.pictures.evidence_map import COLUMN, LABEL, SIDES, evidence_map
from macros.components.rendering import render


def claim_card(context: Context, id: ClaimId) -> str:
    """One claim with its grade."""
    claim = context.catalog[CLAIMS][id]
    changed = claim.changed_since(context.changes_shown_from)
    return render("claim_card", context, id=id, claim=claim, changed=changed)


def claim_list(context: Context, grade: Grade) -> str:
    """All claims of one grade, each with a picture and a table of its studies."""
    studies, designs = context.catalog[STUDIES], context.catalog.words("designs")
    claims = [
        (id, claim, evidence_map(claim, studies, designs))
        for id, claim in context.catalog[CLAIMS].items()
        if claim.grade == grade
    ]
    places = {"sides": SIDES, "label": LABEL, "column": COLUMN}
    return render("claim_list", context, claims=claims, studies=studies, **places)


def study_list(context: Context) -> str:
    """All studies, with what each found and where it stops."""
    claims = context.catalog[CLAIMS]
    uses = {
        id: [c for c, claim in claims.items() if id in claim.studies]
        for id in context.catalog[STUDIES]
    }
    studies = dict(sorted(context.catalog[STUDIES].items()))
    return render("study_list", context, studies=studies, uses=uses, claims=claims)


def effect_list(context: Context, measure: Measure) -> str:
    """All confirmed sizes of effects of one measure, as a picture and a table."""
    studies = context.catalog[STUDIES]
    plot = effect_plot(studies, measure)
    return render("effect_list", context, measure=measure, plot=plot, studies=studies)
