"""Calls of the paths: the weeks of one, and all of them."""

from macros.catalog.kinds import PATHS, PRACTICES
from macros.components import subscriptions
from macros.components.context import Context
from macros.components.rendering import render


def path_steps(context: Context) -> str:
    """The weeks of this path, each with its practices, and a calendar file of them."""
    calendar = subscriptions.paths(context.catalog)[context.file.stem]
    begins = subscriptions.next_monday(context.settings.today)
    practices = context.catalog[PRACTICES]
    path = context.catalog[PATHS][context.file.stem]
    steps = [step.practice for week in path.weeks for step in week.steps]
    given = {"path": path, "practices": practices, "practice_ids": steps}
    given |= {"calendar": calendar, "begins": begins}
    return render("path_steps", context, **given)


def path_list(context: Context) -> str:
    """Every path with its drawing, the shortest first."""
    paths = sorted(
        context.catalog[PATHS].items(), key=lambda item: (len(item[1].weeks), item[1].title)
    )
    return render("path_list", context, paths=dict(paths))
