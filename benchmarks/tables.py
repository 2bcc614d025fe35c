"""Tables in Markdown, and aims with whether they are met."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Aim:
    """A figure that should not be above another."""

    name: str
    value: float
    most: float

    @property
    def met(self) -> bool:
        return self.value <= self.most

    def __str__(self) -> str:
        word = "met" if self.met else "missed"
        return f"- {self.name}: {self.value:.3g}; the aim is at most {self.most:g}: {word}."


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table: the first column is text, the others are figures."""
    line = ["---", *("---:" for _ in header[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, line, *rows))


def megabytes(size: int) -> str:
    """Bytes as megabytes."""
    return f"{size / 1e6:.1f}" if size < 1e8 else f"{size / 1e6:.0f}"


def report(aims: Sequence[Aim]) -> bool:
    """Print the aims; return whether one is missed."""
    print("\n".join(["", *map(str, aims)]) if aims else "")
    return not all(aim.met for aim in aims)
