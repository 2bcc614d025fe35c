"""All pages in all modes, on all cores: each job has a browser of its own."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from audit.looking import Fault, look, look_into
from audit.modes import MODES, Mode
from tests.conftest import chromium

PAGES_AT_A_TIME = 10
Job = tuple[str, Mode, list[str] | None]  # the site's address, the mode, and pages; None: states


def look_at_all(base: str, pages: list[str]) -> list[Fault]:
    """Every fault of these pages of the site at `base`, and of its states, in every mode."""
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as workers:
        return [fault for found in workers.map(_do, _jobs(base, pages)) for fault in found]


def _jobs(base: str, pages: list[str]) -> Iterator[Job]:
    parts = -(-len(pages) // PAGES_AT_A_TIME)
    for mode in MODES:
        yield base, mode, None
        for part in range(parts):
            yield base, mode, pages[part::parts]  # the long pages, which are neighbors, kept apart


def _do(job: Job) -> list[Fault]:
    base, mode, pages = job
    with chromium() as browser:
        if pages is None:
            return look_into(browser, base, mode)
        return look(browser, base, pages, mode)
