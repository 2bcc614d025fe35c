"""Opening a project: its records, its pages and the calls in them, with everything wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from macros.catalog import checks
from macros.catalog.load import Stamp, load, stamps
from macros.catalog.problems import Problem
from macros.components import anchor_checks, call_checks
from macros.languages.overlay import Laid, codes, lay
from macros.project import Project, keep
from macros.settings import Settings

MOMENT = 0.2  # seconds; a builder takes longer to notice that a file was saved


@dataclass(frozen=True)
class Checked:
    """A project and everything wrong with it, in the order of files and lines."""

    project: Project
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class CheckedLanguage(Checked):
    """The same in another language, told with the files and lines of its translation."""

    laid: Laid


def check(root: Path, settings: Settings) -> Checked:
    """The project in this folder."""
    catalog = load(root, settings.today, show_unconfirmed=settings.show_unconfirmed)
    careful = catalog.for_checks()
    found = (checks, call_checks, anchor_checks)
    problems = {problem for check in found for problem in checks.found_by(check, careful)}
    return Checked(keep(Project(settings, catalog)), tuple(sorted(problems)))


@dataclass
class _Opened:
    """What was last seen of a project, and when."""

    settings: Settings
    seen: tuple[Stamp, ...]
    looked: float
    checked: Checked


class Opener:
    """Opens projects again and again, for builders that ask for each page.

    Zensical asks once a page.
    """

    def __init__(self) -> None:
        self._opened: dict[Path, _Opened] = {}

    def open(self, root: Path, settings: Settings) -> Checked:
        """The project in this folder as it is now; read anew only where a file has changed."""
        seen, last = stamps(root), self._opened.get(root)
        if last and (last.settings, last.seen) == (settings, seen):
            checked = last.checked
        else:
            checked = check(root, settings)
        self._opened[root] = _Opened(settings, seen, monotonic(), checked)
        keep(checked.project)
        return checked

    def open_lately(self, root: Path, settings: Settings) -> Checked:
        """The same as it was a moment ago: to look at all files takes a while."""
        last = self._opened.get(root)
        if last is None or last.settings != settings or monotonic() - last.looked > MOMENT:
            return self.open(root, settings)
        keep(last.checked.project)
        return last.checked

    def languages(
        self, english: Checked, only: Sequence[str] | None = None
    ) -> list[CheckedLanguage]:
        """The other languages of a project without problems, or only some; of any other, none.

        What is wrong in English already is told once, for English.
        """
        if english.problems:
            return []
        catalog = english.project.catalog
        found = []
        for code in codes(catalog.root) if only is None else only:
            laid = lay(code, catalog)
            checked = self.open(laid.root, english.project.settings.of_language(code))
            told = {laid.told(problem) for problem in checked.problems}
            problems = tuple(sorted({*laid.problems, *told}))
            found.append(CheckedLanguage(checked.project, problems, laid))
        keep(english.project)
        return found


OPENER = Opener()  # of this process: its doors and its builder look at one project
