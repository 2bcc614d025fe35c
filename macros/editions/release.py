"""The way to pages and copies together: build twice, make the copies between, put all in place."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from macros.catalog.catalog import Catalog
from macros.components.context import now, site_address
from macros.editions import complete, folders
from macros.editions.copies import checksums as copies
from macros.editions.site import Site

WORK = Path("build", "editions")  # builders want it inside the project
DOWNLOADS = "downloads"


class MakingError(Exception):
    """A step that went wrong: what its program printed."""


def make(catalog: Catalog) -> dict[str, int]:
    """Build pages and copies and put both in place at once; return the size of each copy.

    Raises MakingError where a step goes wrong; the last good site then stays as it is.
    """
    built, work = now(), catalog.root / WORK
    folders.remove(work)
    disk = _site(catalog, built, "offline", OFFLINE="true")
    try:
        made = copies.files(disk)
    except ValueError as error:  # a text too long for its paper
        raise MakingError(str(error)) from None
    folders.write(work / DOWNLOADS, made, built)
    site = _site(catalog, built, "site", DOWNLOADS=str(work / DOWNLOADS))
    (work / DOWNLOADS).rename(site.folder / DOWNLOADS)
    _run(catalog.root, ["sh", "tools/finish.sh", str(site.folder), "site"])
    folders.remove(work)
    return {str(file): len(content) for file, content in sorted(made.items())}


def _site(catalog: Catalog, built: datetime, name: str, **settings: str) -> Site:
    """The site, built with these settings and completed."""
    folder = catalog.root / WORK / name
    times = {"SOURCE_DATE_EPOCH": f"{built.timestamp():.0f}", "BUILT": f"{built:%Y-%m-%d} UTC"}
    builder = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    _run(catalog.root, builder, SITE_DIR=str(folder), **times, **settings)
    site = Site(folder, catalog, site_address(), built)
    complete(site)
    return site


def _run(root: Path, command: list[str], **settings: str) -> None:
    environment = {**os.environ, **settings}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise MakingError((done.stdout + done.stderr).strip())
