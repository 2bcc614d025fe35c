"""Hostile files, and what becomes of them: run as a program, it tries each one alone.

`python -m tests.hostile` tries every file of tests/cases/hostile.yml in the checker and in both
builders and prints a table; the tests try them by groups, since the checker tells of all files at
once.
"""

import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from macros.components.calls import CALLS
from tests.helpers.projects import ROOT, buildable, copy_of_fixture

# What any of these may cost, in the checker and in a builder: time of the processor, and addresses
# that a process may ask for. A process that waits instead of working is ended after PATIENCE.
SECONDS = 10
MEGABYTES = {"check": 512, "mkdocs": 512, "zensical": 1536}  # Zensical has threads of its own
PATIENCE = 120
LIMITED = 'ulimit -t "$1"; ulimit -v "$2"; shift 2; exec "$@"'
# Each payload that could run would leave this file behind.
CANARY = "ran"
FRONT = "---\ntitle: Hostile {name}\nsummary: The page {name}.\n---\n"
PROGRAMS = {
    "check": ["macros", "check"],
    "mkdocs": ["mkdocs", "build", "--strict"],
    "zensical": ["zensical", "build", "--strict"],
}


@dataclass(frozen=True)
class Done:
    """How a program ended, what it printed, and what it took."""

    code: int
    output: str
    seconds: float  # of the processor


@cache
def groups() -> dict[str, list[dict[str, Any]]]:
    """The hostile files by group; what they say may name every call there is."""
    text = (
        (ROOT / "tests" / "cases" / "hostile.yml")
        .read_text("utf-8")
        .replace("ALL-CALLS", ", ".join(CALLS))
    )
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    return found


def tried(program: str, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The files that a program is tried with: all, but for what Zensical reads before it asks."""
    return [entry for entry in entries if program != "zensical" or "first" not in entry]


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
        path.write_bytes((front + text_of(entry)).encode(entry.get("encoding", "utf-8")))


def text_of(entry: dict[str, Any]) -> str:
    """The text of a page or a file, with all that is repeated."""
    written = entry.get("page", entry.get("write", ""))
    parts = [written] if isinstance(written, str) else written
    text = "".join(part if isinstance(part, str) else part[0] * part[1] for part in parts)
    if "numbered" in entry:
        return "".join(text.replace("NUMBER", str(n)) for n in range(entry["numbered"]))
    return text * entry.get("times", 1)


def run(program: str, root: Path) -> Done:
    """Run the checker or a builder in a project as its own process, within the bounds."""
    environment = {**os.environ, "PYTHONPATH": ".", "SITE_DIR": "out", "NO_MKDOCS_2_WARNING": "1"}
    limits = [str(SECONDS), str(MEGABYTES[program] * 1024)]
    command = ["sh", "-c", LIMITED, "sh", *limits, sys.executable, "-m", *PROGRAMS[program]]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command,
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=PATIENCE,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Done(done.returncode, done.stdout.decode(), seconds)


def faults(program: str, entries: list[dict[str, Any]], root: Path, done: Done) -> list[str]:
    """What went otherwise than it must: a line not told, a page made, a payload that ran."""
    says = sorted({line for entry in entries for line in entry["says"]})
    found = [f"not told: {line}" for line in says if line not in done.output]
    if done.code != (1 if says else 0):
        found.append(f"ended with {done.code}: {done.output[-2000:]}")
    if program == "check" and sorted(done.output.splitlines()) != (says or ["No problems."]):
        found.append(f"told otherwise: {done.output[-2000:]}")
    if (root / CANARY).exists():
        found.append("a payload ran")
    # Zensical copies pictures and makes 404.html of the frame alone before it reads pages, and
    # prints a traceback around the lines; `make site-zensical` checks first.
    if program != "zensical" and "Traceback" in done.output:
        found.append("a traceback")
    if program != "zensical" and says and files(root / "out") != ["index.html"]:
        found.append("the last good site has changed")
    pages = (path for path in (root / "out").rglob("*.html") if path.name != "404.html")
    if says and (made := [path for path in pages if b"<article" in path.read_bytes()]):
        found.append(f"pages were made: {made}")
    return found


def files(folder: Path) -> list[str]:
    """The files of a folder, by their paths within it."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def main() -> None:
    """Try every file alone in the checker and in both builders; print what each took."""
    wrong = 0
    for group, entries in groups().items():
        for entry in entries:
            for program in (program for program in PROGRAMS if tried(program, [entry])):
                with tempfile.TemporaryDirectory() as folder:
                    root = project(Path(folder), [entry])
                    done = run(program, root)
                    found = faults(program, [entry], root, done)
                wrong += bool(found)
                print(f"{program:9}{done.seconds:6.2f} s  {group}: {entry['name']}", *found)
    sys.exit(f"{wrong} went wrong" if wrong else 0)


if __name__ == "__main__":
    main()
