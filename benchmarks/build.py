"""What building costs, side by side: stock Material, Ripple under two builders, and Hugo.

Run: python -m benchmarks.build --pages 0 --pages 1000 (0 is Ripple's own content). All builders get
the same words; those without macros get pages in which the work of macros is already done. In each
round every way is taken in turn; figures are medians of rounds, and so are the ratios within them.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated

import typer

from benchmarks import others, projects, sites, versions
from benchmarks.running import Cost, NotRunError, run, say
from benchmarks.tables import Aim, megabytes, report, table

ONCE = 2000  # from this many pages on, one round has to do
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
ZENSICAL = [str(Path(sys.executable).with_name("zensical")), "build", "--clean", "--strict"]
COMPLETE = [sys.executable, "-m", "macros", "complete", "site"]
STOCK, READY, RIPPLE = "stock Material", "Ripple's look, ready pages", "Ripple, MkDocs"
HEADER = (
    "builder",
    "time, s",
    "beside stock",
    "processor, s",
    "memory, MB",
    "site, MB",
    "index, MB",
)
Costs = list[Cost | NotRunError]


@dataclass(frozen=True)
class Way:
    """One way to build: where, by which commands, and what it leaves there."""

    name: str
    folder: Path
    commands: list[list[str]]
    output: str = "site"
    index: str = "search/search_index.json"

    def build(self, limit: float) -> Cost | NotRunError:
        """Build from nothing; the cost, or why it is not known."""
        try:
            costs = [run(command, self.folder, limit) for command in self.commands]
        except NotRunError as reason:
            return reason
        return sum(costs[1:], costs[0])

    def written(self) -> tuple[int, int]:
        """How many bytes were written, in all and as the index of search."""
        site = self.folder / self.output
        sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
        return sum(sizes.values()), sizes.get(site / self.index, 0)


def ways(root: Path, plain: Path, folder: Path) -> list[Way]:
    """Every way to build a project; the others' projects are made of plain pages, in `folder`."""
    stock = others.stock(plain, folder / "stock")
    pruned = others.stock(plain, folder / "pruned", features=["navigation.prune"])
    look, hugo = others.look(plain, folder / "look"), others.hugo(plain, folder / "hugo")
    program = [versions.hugo() or "hugo", "--quiet"]
    return [
        Way(STOCK, stock, [MKDOCS]),
        Way(f"{STOCK}, navigation.prune", pruned, [MKDOCS]),
        Way(READY, look, [MKDOCS]),
        Way(RIPPLE, root, [MKDOCS]),
        Way(f"{RIPPLE}, and completed", root, [MKDOCS, COMPLETE]),
        Way("Ripple, Zensical", root, [ZENSICAL], index="search.json"),
        Way("Hugo, ready pages", hugo, [program], "public", "index.json"),
    ]


def measure(size: int, rounds: int, limit: float) -> dict[str, Costs]:
    """Build a project of so many pages in every way, and print the table."""
    with tempfile.TemporaryDirectory() as name:
        root, plain = sites.ready(Path(name), size)
        pages = len(projects.pages(root))
        found: dict[str, Costs] = {}
        written: dict[str, tuple[int, int]] = {}
        all_ways = ways(root, plain, Path(name))
        for number in range(1 if size >= ONCE else rounds):
            for way in all_ways:
                say(f"{pages} pages, round {number + 1}: {way.name}")
                found.setdefault(way.name, []).append(way.build(limit))
                written[way.name] = way.written()
    title = "Ripple's own content" if size == projects.OWN else "generated"
    print(f"### {pages} pages, {title}, {len(found[STOCK])} rounds\n")
    print(table(HEADER, (_row(name, found, *written[name]) for name in found)), end="\n\n")
    return found


def ratio(found: dict[str, Costs], name: str, other: str) -> float | None:
    """The median of the ratios of time within each round; none where one was not measured."""
    pairs = zip(found[name], found[other], strict=True)
    ratios = [a.wall / b.wall for a, b in pairs if isinstance(a, Cost) and isinstance(b, Cost)]
    return median(ratios) if ratios else None


def aims(found: dict[int, dict[str, Costs]]) -> list[Aim]:
    """What should hold of the sizes that were measured."""
    made = []
    for size, costs in found.items():
        if part := ratio(costs, RIPPLE, READY):
            pages = f"{size} pages" if size else "own content"
            made.append(Aim(f"{pages}, Ripple beside the same pages ready", part, 1.3))
    if 1000 in found and (share := ratio(found[1000], RIPPLE, STOCK)):
        made.append(Aim("1000 pages, Ripple beside stock Material", share, 0.4))
    if {100, 4000} <= found.keys():
        each = {size: _wall(found[size][RIPPLE]) / size for size in (100, 4000)}
        made.append(Aim("time per page, 4000 beside 100", each[4000] / each[100], 1.5))
    return made


def main(
    pages: Annotated[list[int], typer.Option(help="0: Ripple's own content.")] = [*projects.SIZES],  # noqa: B006
    rounds: int = 3,
    limit: Annotated[float, typer.Option(help="Seconds after which a build is stopped.")] = 300,
) -> None:
    """Print a table for each size; fail where an aim is missed."""
    found = {size: measure(size, rounds, limit) for size in pages}
    packages = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "zensical", "hugo")
    print(versions.line(*map(versions.package, packages)))
    sys.exit(report(aims(found)))


def _wall(costs: Costs) -> float:
    return median([cost.wall for cost in costs if isinstance(cost, Cost)] or [float("nan")])


def _row(name: str, found: dict[str, Costs], size: int, index: int) -> list[str]:
    costs = [cost for cost in found[name] if isinstance(cost, Cost)]
    if not costs:
        return [name, str(found[name][0]), *[""] * 5]
    share = ratio(found, name, STOCK)
    return [
        name,
        f"{_wall(found[name]):.1f}",
        f"{share:.2f}" if share else "",
        f"{median(cost.processor for cost in costs):.1f}",
        megabytes(max(cost.memory for cost in costs)),
        megabytes(size),
        megabytes(index),
    ]


if __name__ == "__main__":
    typer.run(main)
