"""The parts that differ by browser, in a real Firefox: tests/firefox holds what is done there."""

import os
import subprocess
from pathlib import Path

import pytest

from macros.catalog.catalog import Catalog
from macros.catalog.finder import slug
from macros.catalog.kinds import NEEDS
from tests.helpers.picks import Guided
from tests.helpers.projects import ROOT
from tools.firefox import path


@pytest.mark.long
@pytest.mark.audit
def test_readers_do_the_same_in_firefox(
    site: Path, offline_site: Path, practice: Guided, catalog: Catalog
) -> None:
    given = {
        "FIREFOX": path(),
        "SITE": str(site.parent),
        "DISK": (offline_site / "index.html").as_uri(),
        "PRACTICE": practice.address,
        "TITLE": practice.title,
        "NEED": practice.record.tags[0],
        "PICKS": ",".join(catalog[NEEDS][slug(practice.record.tags[0])].picks),
    }
    done = subprocess.run(
        ["node", "--test", "tests/firefox/readers.test.js"],  # noqa: S607 -- as npm finds it
        cwd=ROOT,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
