"""What a site builder is given: a project without a problem, or an error that it prints well."""

import os
from functools import cache
from pathlib import Path

from click import ClickException

from macros.check import OPENER
from macros.project import Project
from macros.settings import Settings, SettingsError


class Stop(ClickException, SystemExit):
    """Ends a build with a message: MkDocs prints the one, its live server heeds the other."""


@cache
def _settings(_downloads: str, _site_url: str) -> Settings:
    """The settings, read once: Zensical asks for each page, and the clock goes on meanwhile."""
    return Settings.from_environment(os.environ)


def checked_project(root: Path) -> Project:
    """The project in this folder. Raises Stop with every problem where there is one."""
    # What differs between the builds of a process.
    differing = (os.environ.get(name, "") for name in ("DOWNLOADS", "SITE_URL"))
    try:
        checked = OPENER.open_lately(root, _settings(*differing))
    except SettingsError as error:
        raise Stop(f"\n{error}") from None
    if checked.problems:
        raise Stop("\n" + "\n".join(map(str, checked.problems)))
    return checked.project
