"""The offline copy that editions are made of, as tests see it."""

from datetime import UTC, datetime
from pathlib import Path

from macros.editions.site import Site
from macros.project import Project
from macros.settings import Settings
from tests.helpers.projects import real_catalog

BUILT = datetime(2026, 12, 24, 12, 30, tzinfo=UTC)


def copy(folder: Path, address: str = "") -> Site:
    """A built copy with what is known of it."""
    return Site(folder, Project(Settings(BUILT, address), real_catalog()))
