"""How quick a log of 10,000 entries is, in Chromium.

Run: make bench. Medians of adding an entry to a remembered log, and of drawing its pictures.
"""

import sys
import tempfile
from pathlib import Path

from tests.browser.test_log import measure
from tests.conftest import MKDOCS, build, chromium

ROUNDS = 25
MOST = {"adding one entry": 50, "drawing the pictures": 300}


def main() -> None:
    """Print a table of milliseconds; fail where one is above its aim."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = build(MKDOCS, Path(folder) / "site", OFFLINE="true")
        page = browser.new_page()
        page.goto((site / "rhythm" / "log.html").as_uri())
        found = dict(zip(MOST, measure(page, ROUNDS), strict=True))
    print("| 10,000 entries | median, ms | aim, ms |")
    print("|---|---:|---:|")
    for name, milliseconds in found.items():
        print(f"| {name} | {milliseconds:.1f} | {MOST[name]} |")
    sys.exit(any(found[name] > MOST[name] for name in MOST))


if __name__ == "__main__":
    main()
