"""How quick a log of 10,000 entries is, in Chromium.

Run: make bench. The median from sending an entry to a remembered log until its page is drawn.
"""

import sys
import tempfile
from pathlib import Path

from tests.browser.test_log import measure
from tests.conftest import MKDOCS, build, chromium

ROUNDS = 25
AIM = 50  # milliseconds


def main() -> None:
    """Print a table of milliseconds; fail where one is above its aim."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = build(MKDOCS, Path(folder) / "site", OFFLINE="true")
        page = browser.new_page()
        page.goto((site / "rhythm" / "log.html").as_uri())
        found = measure(page, ROUNDS)
    print("| 10,000 entries | median, ms | aim, ms |")
    print("|---|---:|---:|")
    print(f"| adding one entry, pictures drawn | {found:.1f} | {AIM} |")
    sys.exit(found > AIM)


if __name__ == "__main__":
    main()
