"""The audit of the whole site: `make audit`, or `python -m audit`.

It builds the site, asks every check of every page in every mode, on all cores, and runs the tests
that the accessibility statement and the privacy page lean on. It prints a table and every fault.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from audit import markup, statements
from audit.looking import NAMES, OF_STATES, REQUESTS, Fault, asked, look, look_into, states
from audit.modes import MODES, Mode
from audit.pages import addresses
from tests.conftest import GIVEN, MKDOCS, build, chromium
from tests.serving import served

PAGES_AT_A_TIME = 10
Job = tuple[str, Mode, list[str] | None]  # the site's address, the mode, and pages; None: states


def _do(job: Job) -> list[Fault]:
    base, mode, pages = job
    with chromium() as browser:
        if pages is None:
            return look_into(browser, base, mode)
        return look(browser, base, pages, mode)


def _jobs(base: str, pages: list[str]) -> Iterator[Job]:
    parts = -(-len(pages) // PAGES_AT_A_TIME)
    for mode in MODES:
        yield base, mode, None
        for part in range(parts):
            yield base, mode, pages[part::parts]  # the long pages, which are neighbors, kept apart


def _looked(site: Path) -> list[Fault]:
    """Every fault of the pages and states of a built site."""
    with (
        served(site.parent) as host,
        ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as workers,
    ):
        jobs = list(_jobs(f"{host}{site.name}/", addresses(site)))
        return [fault for found in workers.map(_do, jobs) for fault in found]


def _table(pages: int, faults: list[Fault]) -> Iterator[str]:
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
            cells.append(cell if name in asked(mode) else "-")
        yield f"| {name} | {' | '.join(cells)} |"


def _tested() -> list[str]:
    """The tests that the statements lean on and that do not pass, as pytest says it."""
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", "--numprocesses", "auto"]
    done = subprocess.run(
        [*command, "--tb=short", *statements.tests()], capture_output=True, text=True, check=False
    )
    return [] if done.returncode == 0 else [done.stdout + done.stderr]


def main() -> None:
    """Print the table and the faults; fail where there is one."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        site = build(MKDOCS, Path(folder) / "ripple", **GIVEN)
        pages = addresses(site)
        faults = _looked(site)
        of_site = {
            markup.HTML: markup.faults(site),
            "titles": markup.titles(site),
            "statements": [*statements.faults(), *_tested()],
        }
    print("\n".join(_table(len(pages), faults)))
    for name, lines in of_site.items():
        print(f"\n{name}: {f'{len(lines)} faults' if lines else 'no fault'}")
    print(f"\n{len(pages)} pages in {(time.monotonic() - began) / 60:.0f} minutes.")
    every = [*map(str, faults), *(line for lines in of_site.values() for line in lines)]
    if every:
        sys.exit("\n".join(["", *every, "", f"{len(every)} faults."]))
    print("No fault.")


if __name__ == "__main__":
    main()
