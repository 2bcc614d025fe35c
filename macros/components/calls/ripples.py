"""Calls about ripples: causes and their effects."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from macros.catalog.kinds import CLAIMS, RIPPLES
from macros.catalog.models.fields import RippleId
from macros.catalog.models.ripples import Ripple
from macros.components.context import Context
from macros.components.pictures.ripple_map import ripple_map
from macros.components.pictures.ripple_overview import INSIDE, RINGS, ripple_overview
from macros.components.rendering import render


@dataclass(frozen=True)
class Score:
    """What the effects of some causes rest on."""

    causes: int
    rows: int
    graded: int
    harmful: int
    people: Counter[str]

    @property
    def experience(self) -> int:
        """Rows that no claim stands behind."""
        return self.rows - self.graded

    def share(self, part: int) -> int:
        """A part of the rows, in percent."""
        return round(100 * part / self.rows) if self.rows else 0


def ripple_table(context: Context, id: RippleId) -> str:
    """A cause and its effects, as a map and a table: on whom, when, how we know."""
    ripple = context.catalog[RIPPLES][id]
    drawing = ripple_map(ripple, context.catalog.words("whom"))
    claims = context.catalog[CLAIMS]
    return render("ripple_table", context, id=id, ripple=ripple, map=drawing, claims=claims)


def ripple_score(context: Context) -> str:
    """All effects in one picture, and how many rest on graded claims and on experience."""
    ripples, grades = context.catalog[RIPPLES].values(), context.catalog.words("grades")
    scores = {
        theme: _score([ripple for ripple in ripples if ripple.theme == theme])
        for theme in context.catalog.words("themes")
    }
    best = Counter(
        min((context.catalog[CLAIMS][claim].grade for claim in effect.claims), key=grades.index)
        for ripple in ripples
        for effect in ripple.effects
        if effect.claims
    )
    counts = {grade: best[grade] for grade in grades if best[grade]}
    whom = context.catalog.words("whom")
    return render(
        "ripple_score",
        context,
        map=ripple_overview(ripples, list(scores), whom),
        radii=RINGS,
        inside=INSIDE,
        whom=whom,
        scores=scores,
        total=_score(ripples),
        grades=counts,
    )


def _score(ripples: Collection[Ripple]) -> Score:
    effects = [effect for ripple in ripples for effect in ripple.effects]
    return Score(
        len(ripples),
        len(effects),
        sum(bool(effect.claims) for effect in effects),
        sum(effect.way == "harmful" for effect in effects),
        Counter(effect.whom for effect in effects),
    )
