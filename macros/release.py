"""The way from sources to a site in its place: build, complete, and put in the place of the last.

MkDocs runs within this process; the last good site stays until the new one is whole.
"""

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from macros.components.downloads import FOLDER as DOWNLOADS
from macros.editions import folders
from macros.editions.beside import complete
from macros.editions.site import Site
from macros.project import Project

WORK = Path("build")  # builders want it inside the project


class ReleaseError(Exception):
    """A step that went wrong, in words for people."""


@contextmanager
def one_at_a_time(root: Path) -> Iterator[None]:
    """Wait, and say so, while another build of this folder runs.

    Windows, outside of its Subsystem for Linux, has no such lock; there nothing waits.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415

    (root / WORK).mkdir(exist_ok=True)
    with (root / WORK / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another build of this folder is running; waiting for it", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build_site(
    project: Project, languages: Sequence[Project] = (), *, on_disk: bool = False
) -> Path:
    """Build the site in all languages, or the copy that opens from a disk, and put it in its place;
    return that.

    Raises ReleaseError where a step goes wrong; the last good site then stays as it is.
    """
    name = "site-offline" if on_disk else "site"
    site = built(project, WORK / name, languages, on_disk=on_disk)
    return folders.put_in_place(site.folder, project.catalog.root / name)


def build_with_copies(project: Project, languages: Sequence[Project] = ()) -> dict[str, int]:
    """Build pages and copies and put both in place at once; return the size of each copy in bytes.

    Copies of each language are made of its copy for disks, and are beside its pages. Raises
    ReleaseError as `build_site` does.
    """
    # What makes copies is installed by `make editions` only.
    from macros.editions.copies import all_copies  # noqa: PLC0415

    work = WORK / "editions"
    root = project.catalog.root
    folders.remove(root / work)
    made: dict[str, int] = {}
    places: dict[Path, Path] = {}  # where copies wait, and where they go
    given: list[Project] = []
    for each in (project, *languages):
        code = each.catalog.translation.language
        place = root / work / f"{DOWNLOADS}-{code}"
        inside = Path() if each is project else Path(code)
        try:
            copies = all_copies(built(each, work / "offline", on_disk=True))
        except ValueError as error:  # a text too long for its paper
            raise ReleaseError(str(error)) from None
        folders.write(place, copies, each.settings.built)
        places[place] = inside / DOWNLOADS
        given.append(replace(each, settings=replace(each.settings, downloads=place)))
        made |= {str(inside / file): len(content) for file, content in sorted(copies.items())}
    site = built(given[0], work / "site", given[1:])
    for place, inside in places.items():
        place.rename(site.folder / inside)
    folders.put_in_place(site.folder, root / "site")
    for each in given:
        folders.remove(each.catalog.root / work)
    return made


def built(
    project: Project, folder: Path, languages: Sequence[Project] = (), *, on_disk: bool = False
) -> Site:
    """The site, built into a folder of the project, with its languages, and completed."""
    site, *others = [_rendered(each, folder, on_disk=on_disk) for each in (project, *languages)]
    complete(site, others)
    return site


def _rendered(project: Project, folder: Path, *, on_disk: bool) -> Site:
    """The pages of one language, built into a folder of its project."""
    given = {
        "OFFLINE": str(on_disk).lower(),
        "BUILT": f"{project.settings.built:%Y-%m-%d} UTC",
        "SITE_URL": project.settings.site_url,
    }
    if project.settings.downloads:
        given["DOWNLOADS"] = str(project.settings.downloads)
    root = project.catalog.root
    with _environment(given):  # mkdocs.yml reads these
        said = logging.StreamHandler()
        said.setLevel(logging.WARNING)  # what went wrong is told in the builder's own words
        logging.getLogger("mkdocs").addHandler(said)
        try:
            settings = str(root / "mkdocs.yml")
            config = load_config(settings, site_dir=str(root / folder), strict=True)
            run_mkdocs(config)
        except Abort as error:
            raise ReleaseError(str(error)) from None
        finally:
            logging.getLogger("mkdocs").removeHandler(said)
    return Site(root / folder, project)


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
