"""The offline copy that editions are made of, as tests see it."""

from datetime import UTC, datetime
from pathlib import Path

from macros.catalog.load import load
from macros.editions.site import Site
from tests.helpers.projects import ROOT

BUILT = datetime(2026, 12, 24, 12, 30, tzinfo=UTC)


def copy(folder: Path, address: str = "") -> Site:
    """A built copy with what is known of it."""
    return Site(folder, load(ROOT), address, BUILT)
