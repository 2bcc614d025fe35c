"""Effect sizes on one line each, with their intervals; what is better for people lies right."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, exp, floor, log

from macros.catalog.models.evidence import Size, Study

WIDTH, MARGIN, ROW, HEAD = 360, 46, 46, 8
RATIO = "ratio"


@dataclass(frozen=True)
class Line:
    """One effect: its study, its place from the left, the ends of its interval if known."""

    id: str
    size: Size
    y: float
    x: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Tick:
    """One mark of the scale."""

    x: float
    label: str


@dataclass(frozen=True)
class EffectPlot:
    """Lines, the scale, the place of no effect, and the height of the drawing."""

    lines: list[Line]
    ticks: list[Tick]
    zero: float
    height: float


def effect_plot(studies: Mapping[str, Study], measure: str) -> EffectPlot:
    """All effects given in one measure, by study; intervals where both ends are confirmed."""
    sizes = [
        (id, size)
        for id, study in sorted(studies.items())
        for size in study.sizes
        if size.measure == measure
    ]
    ends = [
        _good(value, size)
        for _, size in sizes
        for value in (size.value, size.low, size.high)
        if value is not None
    ]
    step = log(2) / 2 if measure == RATIO else 0.5
    steps = range(floor(min([*ends, 0]) / step), ceil(max([*ends, step]) / step) + 1)

    def place(value: float) -> float:
        part = (value / step - steps[0]) / (len(steps) - 1)
        return round(MARGIN + (WIDTH - 2 * MARGIN) * part, 1)

    lines = []
    for number, (id, size) in enumerate(sizes):
        low, high = (None if v is None else place(_good(v, size)) for v in (size.low, size.high))
        y = HEAD + ROW * number + ROW * 0.72
        lines.append(Line(id, size, round(y, 1), place(_good(size.value, size)), low, high))
    ticks = [Tick(place(number * step), _label(number * step, measure)) for number in steps]
    return EffectPlot(lines, ticks, place(0.0), HEAD + ROW * len(sizes))


def _good(value: float, size: Size) -> float:
    """The value on a scale where 0 is no effect and more is better."""
    plain = log(value) if size.measure == RATIO else value
    return plain if size.better == "higher" else -plain


def _label(value: float, measure: str) -> str:
    """How far from no effect, as readers write it: 0.5, or ×2 for ratios."""
    return f"×{exp(abs(value)):.1f}" if measure == RATIO else f"{abs(value):.1f}"
