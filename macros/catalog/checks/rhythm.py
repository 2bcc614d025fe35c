"""The year of weeks and the months of small acts: whole, varied, and no harder than they say."""

from collections.abc import Iterator
from itertools import pairwise

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ACTS, MONTHS, PRACTICES, WEEKS
from macros.catalog.models.rhythm import DAYS, WEEK_NUMBERS, Month
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """What is wrong with the year and with each month."""
    if catalog[WEEKS]:  # none where the file is missing or faulty, which is reported elsewhere
        yield from _numbers(catalog)
        yield from _turns(catalog)
        yield from _balance(catalog)
    for level, month in catalog[MONTHS].items():
        for place, message in _faults(catalog, month):
            yield catalog.source(MONTHS).problem((level, *place), message)


def _numbers(catalog: Catalog) -> Iterator[Problem]:
    """The year has weeks 1 to 52; a week 53 shows what week 52 shows."""
    for week in WEEK_NUMBERS:
        if week not in catalog[WEEKS]:
            message = f"week {week} is missing; a year has {len(WEEK_NUMBERS)} weeks"
            yield Problem(WEEKS.file(), 1, message)
    for week in catalog[WEEKS]:
        if week not in WEEK_NUMBERS:
            message = f"`{week}` is not a week; write a number from 1 to {len(WEEK_NUMBERS)}"
            yield catalog.source(WEEKS).problem((week,), message)


def _turns(catalog: Catalog) -> Iterator[Problem]:
    """Two turns of one practice are well apart.

    A practice without a turn is no fault, so that adding one stays a change of one file.
    """
    apart = min(catalog.editorial.year.apart, len(catalog.known.ids["practices"]) // 2)
    year = _year(catalog)
    for place, week in enumerate(year):
        for other in (year[place - near] for near in range(1, min(apart + 1, len(year)))):
            if catalog[WEEKS][week].practice == catalog[WEEKS][other].practice:
                message = f"the practice of week {other} again; {apart} or more must lie between"
                yield catalog.source(WEEKS).problem((week, "practice"), message)


def _balance(catalog: Catalog) -> Iterator[Problem]:
    """No two hard weeks in a row, not long in one direction, nothing heavy at the festive time."""
    rules, year = catalog.editorial.year, _year(catalog)
    found = [catalog[PRACTICES].get(catalog[WEEKS][week].practice) for week in year]
    hardest = catalog.words("efforts")[-1:]
    for place, (week, practice) in enumerate(zip(year, found, strict=True)):
        if practice is None:  # its page is faulty, and that is reported there
            continue
        before = [found[place - near] for near in range(1, rules.same_way + 1)]
        spot = catalog.source(WEEKS)
        if practice.effort in hardest and before[0] and before[0].effort in hardest:
            message = "a second week of high effort in a row; put a gentler one between"
            yield spot.problem((week, "practice"), message)
        if all(earlier and earlier.direction == practice.direction for earlier in before):
            message = (
                f"more than {rules.same_way} weeks in a row are {practice.direction}; take turns"
            )
            yield spot.problem((week, "practice"), message)
        if int(week) in rules.tender and rules.heavy in practice.hard:
            message = "this may bring up strong feelings; keep it away from the turn of the year"
            yield spot.problem((week, "practice"), message)


def _year(catalog: Catalog) -> list[str]:
    """The weeks that are there, in order; before the first stands the last."""
    return [week for week in WEEK_NUMBERS if week in catalog[WEEKS]]


def _faults(catalog: Catalog, month: Month) -> Iterator[tuple[tuple[str, ...], str]]:
    """Where in a month, and what is wrong there."""
    acts = {d: catalog[ACTS][id] for d, id in month.days.items() if id in catalog[ACTS]}
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
    own = sum(act.whom == catalog.editorial.oneself for act in acts.values())
    if own < month.yourself and len(acts) == len(month.days):  # else acts are faulty or unknown
        yield ("yourself",), f"{own} acts are for yourself; there must be {month.yourself}"
    empty = [0, *(day for day in DAYS if str(day) not in month.days), DAYS[-1] + 1]
    for earlier, later in pairwise(empty):
        if later - earlier - 1 > month.run:
            message = f"{later - earlier - 1} days in a row have something on them"
            yield ("days", str(earlier + 1)), f"{message}; this month allows {month.run}"
