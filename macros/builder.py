"""What a site builder is given: a project without a problem, or an error that it prints well."""

import os
from pathlib import Path

from click import ClickException

from macros.check import OPENER
from macros.project import Project
from macros.settings import Settings, SettingsError


class Stop(ClickException, SystemExit):
    """Ends a build with a message: MkDocs prints the one, its live server heeds the other."""


def checked_project(root: Path) -> Project:
    """The project in this folder. Raises Stop with every problem where there is one."""
    try:
        settings = Settings.from_environment(os.environ)
    except SettingsError as error:
        raise Stop(f"\n{error}") from None
    checked = OPENER.open(root, settings)
    if checked.problems:
        raise Stop("\n" + "\n".join(map(str, checked.problems)))
    return checked.project
