"""What each copy costs, and how large it is: files, pages on paper, bytes, seconds.

Run: python -m benchmarks.copies. First the copy for disks is built, in English, of which all are
made. Those on paper are printed kind by kind here; `make editions` prints them all at once, and so
takes some seconds less.
"""

import os
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from types import ModuleType

import pikepdf

from benchmarks import projects
from benchmarks.measure import megabytes, say, table, versions
from macros.check import check
from macros.editions import folders
from macros.editions.copies import OF_ENGLISH, OF_LANGUAGES, ON_PAPER
from macros.editions.parts.pdf import print_pdfs
from macros.editions.site import Site
from macros.release import built
from macros.settings import Settings

Made = dict[PurePosixPath, bytes]
HEADER = ("copies", "files", "pages", "MB", "time, s", "processor, s")


def measured(name: str, make: Callable[[], Made]) -> tuple[str, ...]:
    """A line of the table: what was made, and what that took. Pages are those of the longest."""
    say(f"copies: {name}")
    start, before = time.perf_counter(), processor()
    made = make()
    took, used = time.perf_counter() - start, processor() - before
    most = max((pages(made[file]) for file in made if file.suffix == ".pdf"), default="")
    size = megabytes(sum(map(len, made.values())))
    return name, str(len(made)), str(most), size, f"{took:.1f}", f"{used:.1f}"


def processor() -> float:
    """Seconds of the processor that this process and its children have used."""
    every = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in every)


def pages(content: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return len(pdf.pages)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        root = projects.own(Path(name).resolve() / "ripple")
        project = check(root, Settings.from_environment(os.environ)).project
        site = Site(root / "offline", project)

        def build() -> Made:
            return folders.read(built(project, Path("offline"), on_disk=True).folder)

        rows = [measured("(copy for disks)", build)]
        for maker in OF_LANGUAGES + OF_ENGLISH:
            rows.append(measured(_name(maker), partial(maker.files, site)))
        for maker in ON_PAPER:
            rows.append(measured(_name(maker), partial(_printed, maker, site)))
    print("### Copies, in English\n", table(HEADER, rows), sep="\n")
    print(versions("weasyprint", "pikepdf", "libzim"))


def _printed(maker: ModuleType, site: Site) -> Made:
    return print_pdfs(maker.documents(site), site.folder)


def _name(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


if __name__ == "__main__":
    main()
