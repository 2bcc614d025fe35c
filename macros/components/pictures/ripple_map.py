"""The ripple map: you at the center, rings around you, each effect in its ring."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

from macros.catalog.models.ripples import Ripple

CENTER, RING = 64, 40  # radius of the innermost disc, width of each ring around it
TOP = -90  # degrees; the top of each ring is kept free for its name


@dataclass(frozen=True)
class Ring:
    """One circle of people and its outer radius."""

    whom: str
    radius: int


@dataclass(frozen=True)
class Mark:
    """One effect: its row in the table and where it stands, from the center."""

    row: int
    x: float
    y: float
    harmful: bool
    graded: bool


@dataclass(frozen=True)
class RippleMap:
    """Rings from the outside in, marks, and half the width of the drawing."""

    rings: list[Ring]
    marks: list[Mark]
    half: int

    @property
    def harmful(self) -> int:
        """How many effects harm."""
        return sum(mark.harmful for mark in self.marks)

    @property
    def helpful(self) -> int:
        """How many effects help."""
        return len(self.marks) - self.harmful


def ripple_map(ripple: Ripple, whom: Iterable[str]) -> RippleMap:
    """Place the effects of a cause in rings, in the order of the circles of people given."""
    rings = [Ring(name, CENTER + number * RING) for number, name in enumerate(whom)]
    marks: list[Mark] = []
    for ring in rings:
        found = [(row, e) for row, e in enumerate(ripple.effects, 1) if e.whom == ring.whom]
        middle = ring.radius - RING / 2 if ring is not rings[0] else CENTER * 0.58
        for place, (row, effect) in enumerate(found, 1):
            angle = radians(TOP + 360 * place / (len(found) + 1))
            harmful, graded = effect.way == "harmful", bool(effect.claims)
            at = round(middle * cos(angle), 1), round(middle * sin(angle), 1)
            marks.append(Mark(row, *at, harmful, graded))
    return RippleMap(rings[::-1], marks, rings[-1].radius + 6)
