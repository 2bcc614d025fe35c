"""Which questions the practices answer, counted from the finder's own answers."""

from dataclasses import dataclass
from itertools import product

from macros.catalog.catalog import Catalog
from macros.catalog.finder import answers
from macros.catalog.kinds import GAPS, PRACTICES, WEEKS


@dataclass(frozen=True)
class Row:
    """One need, effort and direction: how many practices of each length, and why there is none."""

    need: str
    effort: str
    direction: str
    counts: tuple[int, ...]
    reason: str | None


def rows(catalog: Catalog) -> list[Row]:
    """The coverage table: every need with every effort and direction, counted by length."""
    reasons = {
        cell: gap.reason
        for gap in catalog[GAPS].values()
        for cell in product(gap.needs, gap.efforts, gap.directions)
    }
    table = []
    lists = ("needs", "efforts", "directions")
    for cell in product(*map(catalog.words, lists)):
        need, effort, direction = cell
        words = dict(zip(lists, cell, strict=True))
        counts = tuple(
            len(answers(catalog, {**words, "lengths": length}))
            for length in catalog.words("lengths")
        )
        table.append(Row(need, effort, direction, counts, reasons.get((need, effort, direction))))
    return table


def least(catalog: Catalog) -> dict[str, int]:
    """How many practices of each sort every need must have; the sorts in the words of the lists."""
    rules = catalog.editorial.coverage
    gentle = f"{catalog.words('efforts')[0]} effort"
    short = f"{gentle}, {catalog.words('lengths')[0]}"
    still = ", ".join((gentle, *rules.quiet))
    return {gentle: rules.gentle, short: rules.short, still: rules.still}


def sorts_by_need(catalog: Catalog) -> dict[str, dict[str, int]]:
    """For each need, how many practices there are of each sort that `least` names."""
    effort, length = catalog.words("efforts")[0], catalog.words("lengths")[0]
    quiet, table = set(catalog.editorial.coverage.quiet), {}
    for need in catalog.words("needs"):
        gentle = answers(catalog, {"needs": need, "efforts": effort})
        short = answers(catalog, {"needs": need, "efforts": effort, "lengths": length})
        still = [id for id, practice in gentle if quiet <= set(practice.possible)]
        found = (len(gentle), len(short), len(still))
        table[need] = dict(zip(least(catalog), found, strict=True))
    return table


def faults(catalog: Catalog) -> list[str]:
    """What the library still lacks, and reasons that are no longer needed; one line each."""
    needed, both_ways = least(catalog), catalog.editorial.coverage.directions
    lines = [
        f"{need}: {count} with {sort}; write at least {needed[sort]}"
        for need, sorts in sorts_by_need(catalog).items()
        for sort, count in sorts.items()
        if count < needed[sort]
    ]
    for direction in catalog.words("directions"):
        count = len(answers(catalog, {"directions": direction}))
        if count < both_ways:
            lines.append(f"{direction}: {count} practices; write at least {both_ways}")
    named = [
        cell
        for gap in catalog[GAPS].values()
        for cell in product(gap.needs, gap.efforts, gap.directions)
    ]
    for twice in sorted({cell for cell in named if named.count(cell) > 1}):
        lines.append(f"{', '.join(twice)}: two entries of {GAPS.file()} give a reason; keep one")
    for row in rows(catalog):
        cell = f"{row.need}, {row.effort}, {row.direction}"
        if not any(row.counts) and not row.reason:
            lines.append(f"{cell}: no practice; write one, or give the reason in {GAPS.file()}")
        if any(row.counts) and row.reason:
            lines.append(f"{cell}: there is a practice now; take the cell out of {GAPS.file()}")
    return lines


def lines(catalog: Catalog) -> list[str]:
    """The coverage table as text: counts by length, and why a cell is empty."""
    needed = least(catalog)
    width = max(len(word) for word in catalog.words("needs"))
    lengths = "".join(f"{length:>13}" for length in catalog.words("lengths"))
    text = [f"{'need':{width}}  {'effort':7} {'direction':9}{lengths}  why empty"]
    for row in rows(catalog):
        counts = "".join(f"{count or '.':>13}" for count in row.counts)
        reason = f"  {row.reason}" if row.reason else ""
        text.append(f"{row.need:{width}}  {row.effort:7} {row.direction:9}{counts}{reason}")
    text += [
        "",
        f"{'need':{width}}" + "".join(f"  {sort} (at least {n})" for sort, n in needed.items()),
    ]
    for need, sorts in sorts_by_need(catalog).items():
        cells = (f"  {count:{len(sort) + 13}}" for sort, count in sorts.items())
        text.append(f"{need:{width}}" + "".join(cells))
    text.append("")
    for direction in catalog.words("directions"):
        count = len(answers(catalog, {"directions": direction}))
        text.append(
            f"{direction}: {count} practices (at least {catalog.editorial.coverage.directions})"
        )
    turns = {week.practice for week in catalog[WEEKS].values()}
    if waiting := sorted(catalog[PRACTICES].keys() - turns):
        text += ["", f"In no week of {WEEKS.file()}: {', '.join(waiting)}"]
    return text
