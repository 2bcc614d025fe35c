"""How soon an edit of one page is on screen in `make serve`, beside a whole build at each edit.

Run: python -m benchmarks.editing --pages 1000. The page is asked for until the new word is on it;
all checks of the whole project run in between. Medians of several edits.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from typing import Annotated
from urllib.error import URLError
from urllib.request import urlopen

import typer

from benchmarks import projects, versions
from benchmarks.running import say
from benchmarks.tables import Aim, report, table

PAGE, WORDS = "practices/give-something-small", "half an orange"
LONGEST = 600  # seconds to wait for a page
PAUSE = 2  # seconds between edits, for the server to come to rest
MOST = 2
SERVE = [sys.executable, "-m", "mkdocs", "serve", "--quiet"]
WAYS = {"`make serve`: this page alone": ("--dirty",), "every page at each edit": ()}


@contextmanager
def serving(root: Path, options: tuple[str, ...]) -> Iterator[str]:
    """The address of the page while its project is served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "PYTHONPATH": ".", "NO_MKDOCS_2_WARNING": "1", "POLICY": "false"}
    command = [*SERVE, *options, "--dev-addr", place]
    server = subprocess.Popen(command, cwd=root, env=environment, start_new_session=True)
    try:
        yield f"http://{place}/{PAGE}/"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def wait(address: str, words: str) -> float:
    """Seconds until the words are on the page. Raises TimeoutError after LONGEST."""
    start = time.perf_counter()
    while time.perf_counter() - start < LONGEST:
        with suppress(URLError, ConnectionError, TimeoutError):
            page = urlopen(address, timeout=60)  # noqa: S310  (our own server)
            if words in page.read().decode():
                return time.perf_counter() - start
        time.sleep(0.02)
    raise TimeoutError(f"{address} never showed {words}")


def edits(root: Path, options: tuple[str, ...], rounds: int) -> list[float]:
    """How long each edit took to be seen."""
    path = root / "docs" / f"{PAGE}.md"
    before, taken = path.read_text("utf-8"), []
    with serving(root, options) as address:
        wait(address, WORDS)
        for number in range(rounds):
            time.sleep(PAUSE)
            words = f"edit number {number}"
            path.write_text(before.replace(WORDS, words), "utf-8")
            taken.append(wait(address, words))
    path.write_text(before, "utf-8")
    return taken


def main(
    pages: Annotated[list[int], typer.Option(help="0 is Ripple's own content.")] = [0, 1000],  # noqa: B006
    rounds: int = 5,
) -> None:
    """Print the table; fail where an aim is missed."""
    rows, aims = [], []
    for size in pages:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "ripple"
            projects.sized(root, size)
            count = len(projects.pages(root))
            for name, options in WAYS.items():
                say(f"{count} pages, {name}")
                taken = edits(root, options, rounds if options else 1)
                rows.append((str(count), name, f"{median(taken):.1f}", f"{max(taken):.1f}"))
                if options:
                    aims.append(Aim(f"{count} pages, seconds to screen", median(taken), MOST))
    print("### From an edit to the screen\n")
    print(table(("pages", "what is built", "median, s", "longest, s"), rows), end="\n\n")
    print(versions.line(versions.package("mkdocs")))
    sys.exit(report(aims))


if __name__ == "__main__":
    typer.run(main)
