"""What building costs, side by side: stock Material, and Ripple under two builders.

Run: python -m benchmarks.build --pages 0 --pages 1000 (0 is Ripple's own content). All builders get
the same words. In each round every way is taken in turn; figures are medians of rounds, and so are
the ratios within them.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated

import typer

from benchmarks import projects
from benchmarks.measure import Cost, NotRunError, megabytes, run, say, table, versions
from benchmarks.projects import COMPLETE, MKDOCS

CHECK = [sys.executable, "-m", "macros", "check"]
BUILD = [sys.executable, "-m", "macros", "build"]
ZENSICAL = [str(Path(sys.executable).with_name("zensical")), "build", "--clean", "--strict"]
STOCK = "stock Material"
HEADER = (
    *("builder", "time, s", "beside stock", "processor, s", "beside stock"),
    *("memory, MB", "site, MB"),
)


@dataclass(frozen=True)
class Way:
    """One way to build: where, and by which commands."""

    folder: Path
    commands: list[list[str]]

    def build(self, limit: float) -> Cost:
        """Build from nothing. Raises NotRunError."""
        first, *others = [run(command, self.folder, limit) for command in self.commands]
        return sum(others, first)

    def size(self) -> int:
        """How many bytes were written."""
        return sum(f.stat().st_size for f in (self.folder / "site").rglob("*") if f.is_file())


def ways(folder: Path, size: int) -> dict[str, Way]:
    """Every way to build a project of so many pages."""
    root = projects.sized(folder / "ripple", size)
    plain = projects.plain(root, folder / "plain")
    stock = projects.stock(root, plain, folder / "stock")
    pruned = projects.stock(root, plain, folder / "pruned", features=["navigation.prune"])
    return {
        STOCK: Way(stock, [MKDOCS]),
        f"{STOCK}, navigation.prune": Way(pruned, [MKDOCS]),
        "Ripple, MkDocs alone": Way(root, [MKDOCS]),
        "Ripple, make site": Way(root, [BUILD]),
        "Ripple, make site-zensical": Way(root, [CHECK, ZENSICAL, COMPLETE]),
    }


def measure(size: int, rounds: int, limit: float) -> None:
    """Build a project of so many pages in every way, and print the table."""
    costs: dict[str, list[Cost]] = defaultdict(list)
    sizes: dict[str, int] = {}
    failed: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name:
        every = ways(Path(name), size)
        pages = len(projects.pages(Path(name, "ripple")))
        for number in range(rounds):
            for way, how in every.items():
                say(f"{pages} pages, round {number + 1}: {way}")
                try:
                    costs[way].append(how.build(limit))
                except NotRunError as reason:
                    failed[way] = str(reason)
                sizes[way] = how.size()
    print(f"### {pages} pages, {rounds} rounds\n")
    rows = [
        (way, failed[way], *[""] * 5) if way in failed else _row(way, costs, sizes[way])
        for way in every
    ]
    print(table(HEADER, rows))


def _row(way: str, costs: dict[str, list[Cost]], size: int) -> tuple[str, ...]:
    def ratio(figure: Callable[[Cost], float]) -> str:
        pairs = zip(costs[way], costs[STOCK], strict=False)
        ratios = [figure(ours) / figure(theirs) for ours, theirs in pairs]
        return f"{median(ratios):.2f}" if ratios else ""

    return (
        way,
        f"{median(cost.wall for cost in costs[way]):.1f}",
        ratio(lambda cost: cost.wall),
        f"{median(cost.processor for cost in costs[way]):.1f}",
        ratio(lambda cost: cost.processor),
        megabytes(max(cost.memory for cost in costs[way])),
        megabytes(size),
    )


def main(
    pages: Annotated[list[int], typer.Option(help="0: Ripple's own content.")] = [0, 1000],  # noqa: B006
    rounds: int = 3,
    limit: Annotated[float, typer.Option(help="Seconds after which a build is stopped.")] = 300,
) -> None:
    """Print a table for each size."""
    for size in pages:
        measure(size, rounds, limit)
    print(versions("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "zensical"))


if __name__ == "__main__":
    typer.run(main)
