"""The evidence for a claim: each study by its side, its design and its size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log10

from macros.catalog.models.evidence import Claim, Study

SIDES = ("supports", "qualifies", "contradicts")
WIDTH, HEAD, LABEL = 360, 26, 108
COLUMN = (WIDTH - LABEL) / len(SIDES)
GAP, LEAST = 6, 40  # between marks; lowest row


@dataclass(frozen=True)
class Mark:
    """One study: its row in the table, its side, where it stands, its radius, None if unknown."""

    row: int
    id: str
    side: str
    x: float
    y: float
    radius: float
    known: bool


@dataclass(frozen=True)
class Band:
    """One design, and where it begins and ends."""

    design: str
    top: float
    bottom: float


@dataclass(frozen=True)
class EvidenceMap:
    """Bands, best design first, the marks in them, and the height of the drawing."""

    bands: list[Band]
    marks: list[Mark]
    height: float


def evidence_map(claim: Claim, studies: Mapping[str, Study], designs: Iterable[str]) -> EvidenceMap:
    """Place the studies of a claim; designs are listed best first."""
    bands: list[Band] = []
    marks: list[Mark] = []
    top = float(HEAD)
    for design in designs:
        lowest = top
        row = len(marks)
        for column, side in enumerate(SIDES):
            found = [id for id in getattr(claim, side) if studies[id].design == design]
            left = LABEL + column * COLUMN
            x, y, line = left, top + GAP, 0.0
            for id in found:
                radius = _radius(studies[id].participants)
                if x > left and x + 2 * radius + GAP > left + COLUMN:
                    x, y, line = left, y + line + GAP, 0.0
                row += 1
                known = studies[id].participants is not None
                at = round(x + GAP + radius, 1), round(y + radius, 1)
                marks.append(Mark(row, id, side, *at, radius, known))
                x += 2 * radius + GAP
                line = max(line, 2 * radius)
                lowest = max(lowest, y + line + GAP)
        if lowest > top:
            bottom = round(max(lowest, top + LEAST), 1)
            bands.append(Band(design, top, bottom))
            top = bottom
    return EvidenceMap(bands, marks, top)


def _radius(participants: int | None) -> float:
    """Ten times as many people, 2.6 units more; 20 people or fewer, or nobody knows: the least."""
    return round(6 + 2.6 * log10(max(participants or 20, 20)), 1)
