"""Opening a project: its records, its pages and the calls in them, with everything wrong."""

from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from macros.catalog import checks
from macros.catalog.load import Stamp, load, stamps
from macros.catalog.problems import Problem
from macros.components import anchor_checks, call_checks
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
    catalog = load(root, settings.today, show_unconfirmed=settings.show_unconfirmed)
    found = (checks, call_checks, anchor_checks)
    problems = {problem for check in found for problem in check.problems(catalog)}
    return Checked(keep(Project(settings, catalog)), tuple(sorted(problems)))


class Opener:
    """Opens one project again and again, for builders that ask for each page.

    Zensical asks once a page.
    """

    def __init__(self) -> None:
        self._asked: tuple[Path, Settings] | None = None
        self._seen: tuple[Stamp, ...] = ()
        self._looked = 0.0
        self._checked: Checked | None = None

    def open(self, root: Path, settings: Settings) -> Checked:
        """The project in this folder as it is now; read anew only where a file has changed."""
        seen = stamps(root)
        if self._checked is None or self._asked != (root, settings) or seen != self._seen:
            self._checked = check(root, settings)
        self._asked, self._seen, self._looked = (root, settings), seen, monotonic()
        return self._checked

    def open_lately(self, root: Path, settings: Settings) -> Checked:
        """The same as it was a moment ago: to look at all files takes a while."""
        late = monotonic() - self._looked > MOMENT
        if self._checked is None or self._asked != (root, settings) or late:
            return self.open(root, settings)
        return self._checked


OPENER = Opener()  # of this process: its doors and its builder look at one project
