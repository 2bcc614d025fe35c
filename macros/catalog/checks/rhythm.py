"""The year of weeks and the months of small acts: whole, varied, and no harder than they say."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.models.rhythm import DAYS, Month
from macros.catalog.problems import Problem

WEEKS = tuple(str(week) for week in range(1, 53))
APART = 8  # weeks between two turns of the same practice, where there are practices enough
SAME_WAY = 2  # weeks in a row in one direction
FESTIVE = ("51", "52", "1")  # around the turn of the year, when a loss weighs more
FEELINGS = "emotional"
ONESELF = "self"

_YEAR = PurePosixPath("data/weeks.yml")
_MONTHS = PurePosixPath("data/months.yml")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """What is wrong with the year and with each month, where there are such files."""
    if catalog.weeks:
        yield from _numbers(catalog)
        yield from _turns(catalog)
        yield from _balance(catalog)
    for level, month in catalog.months.items():
        for place, message in _faults(catalog, month):
            yield catalog.source(_MONTHS).problem((level, *place), message)


def _numbers(catalog: Catalog) -> Iterator[Problem]:
    """The year has weeks 1 to 52; a week 53 shows what week 52 shows."""
    for week in WEEKS:
        if week not in catalog.weeks:
            yield Problem(_YEAR, 1, f"week {week} is missing; a year has {len(WEEKS)} weeks")
    for week in catalog.weeks:
        if week not in WEEKS:
            message = f"`{week}` is not a week; write a number from 1 to {len(WEEKS)}"
            yield catalog.source(_YEAR).problem((week,), message)


def _turns(catalog: Catalog) -> Iterator[Problem]:
    """Every practice has its turn, as evenly as the weeks allow and well apart."""
    practices = sorted(catalog.known.ids["practices"])
    least, rest = divmod(len(WEEKS), len(practices))
    allowed = (least, least + 1) if rest else (least,)
    apart = min(APART, len(practices) // 2)
    turns = Counter(week.practice for week in catalog.weeks.values())
    for id in practices:
        if turns[id] not in allowed:
            fair = " or ".join(map(str, allowed))
            message = f"`{id}` stands in {turns[id]} weeks; each practice has {fair}"
            yield Problem(_YEAR, 1, message)
    year = _year(catalog)
    for place, week in enumerate(year):
        for other in (year[place - near] for near in range(1, min(apart + 1, len(year)))):
            if catalog.weeks[week].practice == catalog.weeks[other].practice:
                message = f"the practice of week {other} again; {apart} or more must lie between"
                yield catalog.source(_YEAR).problem((week, "practice"), message)


def _balance(catalog: Catalog) -> Iterator[Problem]:
    """No two hard weeks in a row, not long in one direction, nothing heavy at the festive time."""
    year = _year(catalog)
    found = [catalog.practices.get(catalog.weeks[week].practice) for week in year]
    hardest = catalog.words("efforts")[-1:]
    for place, (week, practice) in enumerate(zip(year, found, strict=True)):
        if practice is None:  # its page is faulty, and that is reported there
            continue
        before = [found[place - near] for near in range(1, SAME_WAY + 1)]
        spot = catalog.source(_YEAR)
        if practice.effort in hardest and before[0] and before[0].effort in hardest:
            message = "a second week of high effort in a row; put a gentler one between"
            yield spot.problem((week, "practice"), message)
        if all(earlier and earlier.direction == practice.direction for earlier in before):
            message = f"more than {SAME_WAY} weeks in a row are {practice.direction}; take turns"
            yield spot.problem((week, "practice"), message)
        if week in FESTIVE and FEELINGS in practice.hard:
            message = "this may bring up strong feelings; keep it away from the turn of the year"
            yield spot.problem((week, "practice"), message)


def _year(catalog: Catalog) -> list[str]:
    """The weeks that are there, in order; before the first stands the last."""
    return [week for week in WEEKS if week in catalog.weeks]


def _faults(catalog: Catalog, month: Month) -> Iterator[tuple[tuple[str, ...], str]]:
    """Where in a month, and what is wrong there."""
    acts = {day: catalog.acts[id] for day, id in month.days.items() if id in catalog.acts}
    seen: dict[str, str] = {}
    for day, id in month.days.items():
        if seen.setdefault(id, day) != day:
            yield ("days", day), f"`{id}` stands on day {seen[id]} already; keep one"
    for day, act in acts.items():
        if act.effort not in month.efforts:
            yield ("days", day), f"this act takes {act.effort} energy; this month allows less"
        if act.cost not in month.costs:
            yield ("days", day), f"the cost of this act is `{act.cost}`; this month allows less"
        if month.possible and not {*month.possible} & {*act.possible}:
            yield ("days", day), f"this act is not possible {' or '.join(month.possible)}"
        if act.safety:
            yield ("days", day), "this act carries a note of care; the sheet has no room for it"
    own = sum(act.whom == ONESELF for act in acts.values())
    if own < month.yourself:
        yield ("yourself",), f"{own} acts are for yourself; there must be {month.yourself}"
    empty = [0, *(day for day in DAYS if str(day) not in month.days), DAYS[-1] + 1]
    for earlier, later in pairwise(empty):
        if later - earlier - 1 > month.run:
            message = f"{later - earlier - 1} days in a row have something on them"
            yield ("days", str(earlier + 1)), f"{message}; this month allows {month.run}"
