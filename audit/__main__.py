"""The audit of the whole site: `make audit`, or `python -m audit`.

It builds the site, asks every check of every page in every mode, on all cores, and runs the tests
that the accessibility statement and the privacy page lean on. It prints a table and every fault.
"""

import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from audit import markup, statements
from audit.looking import NAMES, OF_STATES, REQUESTS, Fault, asked, states
from audit.modes import MODES
from audit.pages import addresses
from audit.workers import look_at_all
from macros.catalog import open_data as datasets
from macros.catalog.load import load
from macros.components import downloads
from macros.editions import folders
from tests.conftest import GIVEN, MKDOCS, build
from tests.helpers.projects import ROOT
from tests.helpers.server import served


def _stand_ins(folder: Path) -> None:
    """Files with the names of all copies: the download page shows them as if they had been made."""
    catalog = load(ROOT)
    names = [copy.pattern.replace("*", "a4") for copy in downloads.COPIES]
    names += [
        place.format(id=id) for place in downloads.SINGLES.values() for id in catalog.practices
    ]
    names += [downloads.SUMS, *(f"data/{name}.json" for name in datasets.NAMES)]
    folders.write(folder, {PurePosixPath(name): b"as large as this" for name in names})


def table(pages: int, faults: list[Fault]) -> Iterator[str]:
    """How many pages and states each check looked at in each mode, and what it found."""
    found = Counter((fault.check, fault.mode) for fault in faults)
    yield f"| Check | {' | '.join(map(str, MODES))} |"
    yield f"|---|{'---:|' * len(MODES)}"
    for name in NAMES:
        cells = []
        for mode in MODES:
            count = pages + (len(states(mode)) if name in (*OF_STATES, REQUESTS) else 0)
            wrong = found[name, str(mode)]
            cell = f"{count}{f', faults: {wrong}' if wrong else ''}"
            cells.append(cell if name in asked(mode) else "")
        yield f"| {name} | {' | '.join(cells)} |"


def _tested() -> list[str]:
    """What pytest prints where a test that the statements lean on does not pass."""
    command = [sys.executable, "-m", "pytest", "--no-header", "--tb=short", "--numprocesses=auto"]
    done = subprocess.run(
        [*command, *statements.tests()], capture_output=True, text=True, check=False
    )
    return [] if done.returncode == 0 else [done.stdout + done.stderr]


def main() -> None:
    """Print the table and the faults; fail where there is one."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        _stand_ins(Path(folder) / "copies")
        copies = {"DOWNLOADS": str(Path(folder) / "copies")}
        site = build(MKDOCS, Path(folder) / "ripple", **GIVEN, **copies)
        pages = addresses(site)
        with served(site.parent) as host:
            faults = look_at_all(f"{host}{site.name}/", pages)
        of_site = {
            markup.HTML: markup.faults(site),
            "titles of their own": markup.titles(site),
            "sentences with what shows them": statements.faults(),
            f"the {len(statements.tests())} tests that these name": _tested(),
        }
    print(*table(len(pages), faults), "", sep="\n")
    for name, lines in of_site.items():
        print(f"{name}: {f'faults: {len(lines)}' if lines else 'no fault'}")
    print(f"{len(pages)} pages in {(time.monotonic() - began) / 60:.1f} minutes.")
    if every := [*map(str, faults), *(line for lines in of_site.values() for line in lines)]:
        sys.exit("\n".join(["", *every]))
    print("No fault.")


if __name__ == "__main__":
    main()
