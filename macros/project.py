"""The project that is being built: what is set, and what is known. Handed down from the doors."""

from dataclasses import dataclass

from macros.catalog.catalog import Catalog
from macros.settings import Settings


@dataclass(frozen=True)
class Project:
    """The settings of a build and the records of its folder."""

    settings: Settings
    catalog: Catalog


_projects: list[Project] = []


def keep(project: Project) -> Project:
    """Remember the project of this process; there is one at a time."""
    _projects[:] = [project]
    return project


def current() -> Project:
    """The project of this process, for extensions of Markdown: builders call those without saying
    which project they build.
    """
    if not _projects:
        raise LookupError("no project is open; the macros plugin of mkdocs.yml opens it")
    return _projects[0]
