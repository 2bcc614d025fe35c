"""Pictures say what the data says, and nothing in them hides anything else."""

from datetime import date

from macros.catalog.models.evidence import Size, Study
from macros.catalog.models.ripples import Effect, Ripple
from macros.components.pictures.effect_plot import WIDTH as PLOT
from macros.components.pictures.effect_plot import effect_plot
from macros.components.pictures.ripple_map import ripple_map

WHOM = ("you", "one other", "people near", "wider")


def effect(whom: str, way: str = "helpful", basis: str = "experience") -> Effect:
    return Effect.model_construct(effect="So.", whom=whom, when="at once", way=way, basis=[basis])


def ripple(*effects: Effect) -> Ripple:
    return Ripple.model_construct(title="A", theme="online", summary="B.", effects=list(effects))


def test_a_ripple_map_is_told_in_words() -> None:
    map = ripple_map(ripple(effect("wider"), effect("you", "harmful"), effect("you")), WHOM)
    assert (map.helpful, map.harmful) == (2, 1)
    assert [ring.whom for ring in map.rings] == ["wider", "people near", "one other", "you"]


STUDY = {
    "title": "An example of a study",
    "author": [{"family": "Wren", "given": "A."}],
    "issued": 2020,
    "container-title": "Journal of Examples",
    "design": "theory",
    "population": "Nobody.",
    "finding": "Nothing.",
    "limits": "All.",
    "read": "title only",
    "place": "The journal's page.",
    "checked": date(2026, 11, 22),
}


def study(*sizes: Size) -> dict[str, Study]:
    return {"wren": Study.model_validate(STUDY | {"sizes": list(sizes)})}


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
