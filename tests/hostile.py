"""Hostile files, and what becomes of them: run as a program, it tries each one alone.

`python -m tests.hostile` tries every file of tests/hostile.yml in the checker and in both builders
and prints a table; the tests try them by groups, since the checker tells of all files at once.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.projects import ROOT, buildable, copy_of_fixture

# What any of these may cost, in the checker and in a builder.
SECONDS = 10
MEGABYTES = 512
# Each payload that could run would leave this file behind.
CANARY = "ran"
FRONT = "---\ntitle: Hostile {name}\nsummary: The page {name}.\n---\n"
RUNS = {
    "check": ["macros", "check"],
    "mkdocs": ["mkdocs", "build", "--strict"],
    "zensical": ["zensical", "build", "--strict"],
}


@dataclass(frozen=True)
class Done:
    """How a program ended, what it printed, and what it took."""

    code: int
    output: str
    seconds: float
    megabytes: float


@cache
def groups() -> dict[str, list[dict[str, Any]]]:
    """The hostile files by group."""
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        (ROOT / "tests" / "hostile.yml").read_text("utf-8")
    )
    return found


def project(folder: Path, entries: list[dict[str, Any]]) -> Path:
    """The fixture site with hostile files, a last good site in `out`, and all a builder needs."""
    root = buildable(copy_of_fixture(folder))
    (root / "out").mkdir()
    (root / "out" / "index.html").write_text("the last good site", "utf-8")
    for entry in entries:
        put(root, entry)
    return root


def put(root: Path, entry: dict[str, Any]) -> None:
    """Make one hostile file: a page, or a file with what stands under `write`, a link, a pipe."""
    path = root / entry["file"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if "link" in entry:
        path.symlink_to(entry["link"])
    elif "pipe" in entry:
        os.mkfifo(path)
    elif "hex" in entry:
        path.write_bytes(bytes.fromhex(entry["hex"]))
    else:
        front = FRONT.format(name=path.stem) if "page" in entry else ""
        text = entry.get("page", entry.get("write", "")) * entry.get("times", 1)
        path.write_bytes((front + text).encode(entry.get("encoding", "utf-8")))


def run(command: list[str], root: Path) -> Done:
    """Run a module of Python in a project as its own process, within the bounds."""
    environment = {**os.environ, "PYTHONPATH": ".", "SITE_DIR": "out", "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile("w+") as output:
        begun = time.monotonic()
        child = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=root,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - begun
        output.seek(0)
        return Done(child.returncode, output.read(), seconds, used.ru_maxrss / 1024)


def main() -> None:
    """Try every file alone in the checker and in both builders; print what each took."""
    failed = 0
    print(f"{'program':9} {'seconds':>7} {'MB':>5}  file")
    for group, entries in groups().items():
        for entry in entries:
            for name, command in RUNS.items():
                with tempfile.TemporaryDirectory() as folder:
                    root = project(Path(folder), [entry])
                    done = run(command, root)
                    refused = done.code == 1 and all(line in done.output for line in entry["says"])
                    good = (root / "out" / "index.html").exists() and not (root / CANARY).exists()
                    small = done.seconds < SECONDS and done.megabytes < MEGABYTES
                    right = small and (refused and good if entry["says"] else done.code >= 0)
                    failed += not right
                    mark = "" if right else "  WRONG"
                    taken = f"{name:9} {done.seconds:7.2f} {done.megabytes:5.0f}"
                    print(f"{taken}  {group}: {entry['name']}{mark}")
    sys.exit(f"{failed} went wrong" if failed else 0)


if __name__ == "__main__":
    main()
