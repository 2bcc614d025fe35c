"""The offline copy that editions are made of, as tests see it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from macros.editions.site import Site
from macros.settings import Settings

BUILT = datetime(2026, 12, 24, 12, 30, tzinfo=UTC)
# For tests that ask for what the small project does not have.
of_real_copy = pytest.mark.parametrize(
    "disk", [pytest.param("real", marks=pytest.mark.audit)], indirect=True
)


def built_on(disk: Site, address: str = "") -> Site:
    """A copy for disks as if it were built on a day of its own, and published there or nowhere."""
    return replace(disk, project=replace(disk.project, settings=Settings(BUILT, address)))
