"""Pictures of the real content hold everything once, and nothing covers anything else."""

from collections import Counter
from itertools import combinations
from math import atan2, degrees, hypot

from macros.catalog.kinds import CLAIMS, RIPPLES, STUDIES
from macros.components.pictures.evidence_map import SIDES, WIDTH, evidence_map
from macros.components.pictures.ripple_map import RING, ripple_map
from macros.components.pictures.ripple_overview import RINGS, TOP, ripple_overview
from tests.helpers.projects import real_catalog

CATALOG = real_catalog()
WHOM = CATALOG.words("whom")


def test_a_ripple_map_holds_every_effect_in_its_ring_and_none_on_another() -> None:
    for name, ripple in CATALOG[RIPPLES].items():
        map = ripple_map(ripple, WHOM)
        rows = sorted(mark.row for mark in map.marks)
        assert rows == list(range(1, len(ripple.effects) + 1)), name
        radius = {ring.whom: ring.radius for ring in map.rings}
        for mark in map.marks:
            shown = ripple.effects[mark.row - 1]
            assert mark.harmful == (shown.way == "harmful"), name
            assert mark.graded == bool(shown.claims), name
            inner = radius[shown.whom] - RING if shown.whom != "you" else 0
            assert inner <= hypot(mark.x, mark.y) <= radius[shown.whom], name
        for one, two in combinations(map.marks, 2):
            assert hypot(one.x - two.x, one.y - two.y) >= 30, (name, one, two)


def test_the_overview_holds_every_effect_in_its_ring_and_slice_and_none_on_another() -> None:
    themes = CATALOG.words("themes")
    overview = ripple_overview(CATALOG[RIPPLES].values(), themes, WHOM)
    shown: Counter[tuple[str, str, bool]] = Counter()
    for dot in overview.dots:
        ring = next(ring for ring, radius in enumerate(RINGS) if hypot(dot.x, dot.y) < radius)
        turn = (degrees(atan2(dot.y, dot.x)) - TOP) % 360
        shown[WHOM[ring], themes[int(turn * len(themes) / 360)], dot.harmful] += 1
    assert shown == Counter(
        (effect.whom, ripple.theme, effect.way == "harmful")
        for ripple in CATALOG[RIPPLES].values()
        for effect in ripple.effects
    )
    for one, two in combinations(overview.dots, 2):
        assert hypot(one.x - two.x, one.y - two.y) > 9, (one, two)


def test_an_evidence_map_holds_every_study_once_apart_and_inside() -> None:
    for name, claim in CATALOG[CLAIMS].items():
        map = evidence_map(claim, CATALOG[STUDIES], CATALOG.words("designs"))
        studies = sorted(study for side in SIDES for study in getattr(claim, side))
        assert sorted(mark.id for mark in map.marks) == studies, name
        assert [mark.row for mark in map.marks] == list(range(1, len(map.marks) + 1)), name
        for mark in map.marks:
            assert mark.id in getattr(claim, mark.side), name
            assert mark.known == (CATALOG[STUDIES][mark.id].participants is not None), name
            assert mark.x - mark.radius >= 0 and mark.x + mark.radius <= WIDTH, name
            bands = [band for band in map.bands if band.top <= mark.y <= band.bottom]
            designs = [CATALOG[STUDIES][mark.id].design]
            assert [band.design for band in bands] == designs, name
        for one, two in combinations(map.marks, 2):
            apart = hypot(one.x - two.x, one.y - two.y)
            assert apart > one.radius + two.radius, (name, one, two)
