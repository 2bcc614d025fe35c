"""Opening a project: its records, its pages and the calls in them, with everything wrong."""

from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from macros.catalog import checks
from macros.catalog.load import Stamp, load, stamps
from macros.catalog.problems import Problem
from macros.components import call_checks
from macros.project import Project, keep
from macros.settings import Settings

MOMENT = 0.2  # seconds; a builder takes longer to notice that a file was saved


@dataclass(frozen=True)
class Checked:
    """A project and everything wrong with it, in the order of files and lines."""

    project: Project
    problems: tuple[Problem, ...]


def check(root: Path, settings: Settings) -> Checked:
    """The project in this folder."""
    catalog = load(root)
    problems = {*checks.problems(catalog), *call_checks.problems(catalog)}
    return Checked(keep(Project(settings, catalog)), tuple(sorted(problems)))


class Opener:
    """Opens one project again and again, for builders that ask for each page.

    Zensical asks once a page; a project is read anew only where a file has changed, and files are
    looked at again only after a moment.
    """

    def __init__(self) -> None:
        self._asked: tuple[Path, Settings] | None = None
        self._seen: tuple[Stamp, ...] = ()
        self._looked = 0.0
        self._checked: Checked | None = None

    def open(self, root: Path, settings: Settings) -> Checked:
        """The project in this folder as it is now, or was a moment ago."""
        checked = self._checked if self._asked == (root, settings) else None
        if checked and monotonic() - self._looked < MOMENT:
            return checked
        seen = stamps(root)
        if checked is None or seen != self._seen:
            checked = check(root, settings)
        self._checked, self._asked, self._seen = checked, (root, settings), seen
        self._looked = monotonic()
        return checked


OPENER = Opener()  # of this process: its doors and its builder look at one project
