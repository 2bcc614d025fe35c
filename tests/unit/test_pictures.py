"""Pictures say what the data says, and nothing in them hides anything else."""

from collections import Counter
from itertools import combinations
from math import atan2, degrees, hypot

import pytest

from macros.catalog.load import load
from macros.catalog.models.evidence import Size, Study
from macros.catalog.models.ripples import Effect, Ripple
from macros.components.pictures.effect_plot import WIDTH as PLOT
from macros.components.pictures.effect_plot import effect_plot
from macros.components.pictures.evidence_map import SIDES, WIDTH, evidence_map
from macros.components.pictures.ripple_map import RING, ripple_map
from macros.components.pictures.ripple_overview import RINGS, TOP, ripple_overview
from tests.helpers.projects import ROOT

CATALOG = load(ROOT)
WHOM = CATALOG.words("whom")


def effect(whom: str, way: str = "helpful", basis: str = "experience") -> Effect:
    return Effect.model_construct(effect="So.", whom=whom, when="at once", way=way, basis=[basis])


def ripple(*effects: Effect) -> Ripple:
    return Ripple.model_construct(title="A", theme="online", summary="B.", effects=list(effects))


@pytest.mark.parametrize("id", CATALOG.ripples)
def test_a_ripple_map_holds_every_effect_in_its_ring_and_none_on_another(id: str) -> None:
    effects = CATALOG.ripples[id].effects
    map = ripple_map(CATALOG.ripples[id], WHOM)
    assert sorted(mark.row for mark in map.marks) == list(range(1, len(effects) + 1))
    radius = {ring.whom: ring.radius for ring in map.rings}
    for mark in map.marks:
        shown = effects[mark.row - 1]
        assert mark.harmful == (shown.way == "harmful")
        assert mark.graded == bool(shown.claims)
        inner = radius[shown.whom] - RING if shown.whom != "you" else 0
        assert inner <= hypot(mark.x, mark.y) <= radius[shown.whom]
    for one, two in combinations(map.marks, 2):
        assert hypot(one.x - two.x, one.y - two.y) >= 30, (one, two)


def test_the_overview_holds_every_effect_in_its_ring_and_slice_and_none_on_another() -> None:
    themes = CATALOG.words("themes")
    overview = ripple_overview(CATALOG.ripples.values(), themes, WHOM)
    shown: Counter[tuple[str, str, bool]] = Counter()
    for dot in overview.dots:
        ring = next(ring for ring, radius in enumerate(RINGS) if hypot(dot.x, dot.y) < radius)
        turn = (degrees(atan2(dot.y, dot.x)) - TOP) % 360
        shown[WHOM[ring], themes[int(turn * len(themes) / 360)], dot.harmful] += 1
    assert shown == Counter(
        (effect.whom, ripple.theme, effect.way == "harmful")
        for ripple in CATALOG.ripples.values()
        for effect in ripple.effects
    )
    for one, two in combinations(overview.dots, 2):
        assert hypot(one.x - two.x, one.y - two.y) > 9, (one, two)


def test_a_ripple_map_is_told_in_words() -> None:
    map = ripple_map(ripple(effect("wider"), effect("you", "harmful"), effect("you")), WHOM)
    assert map.words == "you: 2 harmful, 3 helpful; wider: 1 helpful"
    assert [ring.whom for ring in map.rings] == ["wider", "people near", "one other", "you"]


@pytest.mark.parametrize("id", CATALOG.claims)
def test_an_evidence_map_holds_every_study_once_apart_and_inside(id: str) -> None:
    claim = CATALOG.claims[id]
    map = evidence_map(claim, CATALOG.studies, CATALOG.words("designs"))
    assert sorted(m.id for m in map.marks) == sorted(
        s for side in SIDES for s in getattr(claim, side)
    )
    assert [mark.row for mark in map.marks] == list(range(1, len(map.marks) + 1))
    for mark in map.marks:
        assert mark.id in getattr(claim, mark.side)
        assert mark.known == (CATALOG.studies[mark.id].participants is not None)
        assert mark.x - mark.radius >= 0 and mark.x + mark.radius <= WIDTH
        bands = [band for band in map.bands if band.top <= mark.y <= band.bottom]
        assert [" ".join(band.label) for band in bands] == [CATALOG.studies[mark.id].design]
    for one, two in combinations(map.marks, 2):
        assert hypot(one.x - two.x, one.y - two.y) > one.radius + two.radius, (one, two)


def study(*sizes: Size) -> dict[str, Study]:
    return {"wren": Study.model_construct(sizes=list(sizes))}


def size(value: float, low: float | None, high: float | None, better: str, measure: str) -> Size:
    return Size.model_validate(
        {
            "outcome": "mood",
            "measure": measure,
            "value": value,
            "low": low,
            "high": high,
            "better": better,
        }
    )


def test_what_is_better_lies_right_of_no_difference() -> None:
    sizes = (
        size(0.5, 0.2, 0.8, "higher", "difference"),
        size(-0.5, -0.8, -0.2, "lower", "difference"),
        size(0.5, None, None, "lower", "difference"),
    )
    plot = effect_plot(study(*sizes), "difference")
    good, turned, bad = plot.lines
    assert good.x == turned.x > plot.zero > bad.x
    assert (good.low, good.high) == (turned.high, turned.low)
    assert bad.low is None
    assert [tick.label for tick in plot.ticks] == ["0.5", "0.0", "0.5", "1.0"]


def test_a_ratio_is_drawn_by_its_logarithm() -> None:
    sizes = (size(2, 1, 4, "higher", "ratio"), size(0.5, 0.25, 1, "lower", "ratio"))
    plot = effect_plot(study(*sizes), "ratio")
    twice, half = plot.lines
    assert twice.x == half.x
    assert twice.low == plot.zero == half.high
    assert plot.ticks[-1].label == "×4.0"
    assert all(0 <= tick.x <= PLOT for tick in plot.ticks)


def test_only_sizes_of_the_measure_are_drawn() -> None:
    plot = effect_plot(study(size(2, 1, 4, "higher", "ratio")), "difference")
    assert plot.lines == []
