"""Where Chromium is, and starting it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

# The first is Chromium without its windows: the same pages for a third of the work.
NAMES = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable"),
)
QUIET = (
    *("--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    "--font-render-hinting=none",  # letters as wide as on the screens of readers
)


def path() -> str:
    """Where Chromium is. Raises FileNotFoundError where there is none."""
    names = (os.environ.get("CHROMIUM", ""), *NAMES)
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError("no Chromium; run: sh tools/chromium.sh")
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A real Chromium."""
    found = path()
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*QUIET, *sandbox])
        yield browser
        browser.close()
