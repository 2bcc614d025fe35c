"""Calls about ripples: causes and their effects."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

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
    return render("ripple_table", context, **_cause(context, id))


def ripple_explorer(context: Context, id: RippleId) -> str:
    """The same, to look at as time goes by; another cause of each theme can be chosen."""
    whens, whom = context.catalog.words("when"), context.catalog.words("whom")
    others = [_packed(context, ripple, whom) for ripple in _furthest(context, id)]
    return render("ripple_explorer", context, **_cause(context, id), others=others, whens=whens)


def ripple_share(context: Context, id: RippleId) -> str:
    """A cause as a picture and two lines, which lead to its table."""
    anchors = {"ripple_explorer": f"explore-{id}", "ripple_table": f"ripple-{id}"}
    shown = (
        f"{context.link(str(file.relative_to('docs')))}#{anchors[call.name]}"
        for file, text in sorted(context.catalog.texts.items())
        for call in text.calls
        if call.name in anchors and id in call.arguments
    )
    values = {**_cause(context, id), "alone": True, "address": next(shown, "")}
    return render("ripple_share", context, **values)


def _cause(context: Context, id: str) -> dict[str, Any]:
    """What the template of a cause is filled with."""
    ripple = context.catalog[RIPPLES][id]
    drawing = ripple_map(ripple, context.catalog.words("whom"))
    return {
        "id": id,
        "ripple": ripple,
        "map": drawing,
        "claims": context.catalog[CLAIMS],
        "alone": False,
    }


def _furthest(context: Context, id: str) -> Iterator[Ripple]:
    """The cause of each theme whose effects reach the most people and times, but for one cause."""
    ripples = context.catalog[RIPPLES]
    for theme in context.catalog.words("themes"):
        found = [each for name, each in ripples.items() if each.theme == theme and name != id]
        if found:
            yield max(found, key=lambda ripple: len({(e.whom, e.when) for e in ripple.effects}))


def _packed(context: Context, ripple: Ripple, whom: Sequence[str]) -> dict[str, Any]:
    """A cause as its script reads it: each effect as in its row, and where its mark stands."""
    catalog, claims = context.catalog, context.catalog[CLAIMS]
    marks = {mark.row: mark for mark in ripple_map(ripple, whom).marks}
    return {
        "title": ripple.title,
        "summary": ripple.summary,
        "effects": [
            {
                "cells": [
                    effect.effect,
                    catalog.label("whom", effect.whom),
                    catalog.label("when", effect.when),
                    catalog.label("ways", effect.way),
                ],
                "basis": [
                    [claim, catalog.label("grades", claims[claim].grade), claims[claim].statement]
                    if claim in claims
                    else []
                    for claim in effect.basis
                ],
                "at": [marks[row].x, marks[row].y],
            }
            for row, effect in enumerate(ripple.effects, 1)
        ],
    }


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
