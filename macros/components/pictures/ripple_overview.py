"""All effects of all causes in one picture: rings for the people, slices for the themes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians, sin

from macros.catalog.models.ripples import Effect, Ripple

RINGS = (140, 195, 245, 285)  # outer radius of each ring, from the inside
INSIDE = 34  # the middle stays free for a name
STEP = 13  # from one mark to the next
EDGE = 308  # where slices are numbered
TOP = -90  # degrees; the first slice begins at the top


@dataclass(frozen=True)
class Dot:
    """One effect, from the center of the picture."""

    x: float
    y: float
    harmful: bool
    graded: bool


@dataclass(frozen=True)
class Slice:
    """One theme: its number, where that stands, and where its border meets the outermost ring."""

    number: int
    x: float
    y: float
    border: tuple[float, float]


@dataclass(frozen=True)
class Overview:
    """Slices, dots, and half the width of the picture."""

    slices: list[Slice]
    dots: list[Dot]
    half: int = EDGE + 18


def ripple_overview(
    ripples: Iterable[Ripple], themes: Sequence[str], whom: Sequence[str]
) -> Overview:
    """Place every effect in the ring of its people and the slice of its theme."""
    causes = list(ripples)
    width = 360 / max(len(themes), 1)
    slices, dots = [], []
    for number, theme in enumerate(themes):
        start = TOP + number * width
        label = _point(EDGE, start + width / 2)
        slices.append(Slice(number + 1, *label, _point(RINGS[-1], start)))
        effects = [e for ripple in causes if ripple.theme == theme for e in ripple.effects]
        for ring, people in enumerate(whom):
            inner = RINGS[ring - 1] if ring else INSIDE
            found = [effect for effect in effects if effect.whom == people]
            dots += _placed(found, inner, RINGS[ring], start, width)
    return Overview(slices, dots)


def _placed(
    effects: list[Effect], inner: float, outer: float, start: float, width: float
) -> list[Dot]:
    """Fill a part of a ring in arcs, from the outside in; where it gets full, marks move closer."""
    waiting = sorted(effects, key=lambda effect: effect.way == "harmful")
    step = float(STEP)
    while sum(_rooms(inner, outer, width, step)) < len(waiting):
        step *= 0.9
    dots = []
    for row, most in enumerate(_rooms(inner, outer, width, step), 1):
        placed, waiting = waiting[:most], waiting[most:]
        for place, effect in enumerate(placed, 1):
            at = _point(outer - row * step, start + width * place / (len(placed) + 1))
            dots.append(Dot(*at, effect.way == "harmful", bool(effect.claims)))
    return dots


def _rooms(inner: float, outer: float, width: float, step: float) -> list[int]:
    """How many marks each arc of a part of a ring can hold, the outermost first."""
    radii = [outer - row * step for row in range(1, ceil((outer - inner) / step))]
    return [max(floor(radians(width) * radius / step) - 1, 0) for radius in radii]


def _point(radius: float, degrees: float) -> tuple[float, float]:
    angle = radians(degrees)
    return round(radius * cos(angle), 1), round(radius * sin(angle), 1)
