"""What a command costs as a whole process, and tables of such figures."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

# A process counts as its own what its parent held when it began, so the parent is a small one.
_PARENT = """
import json, os, sys, time
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(child, 0)
took = [time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss]
with open(sys.argv[1], "w") as file:
    json.dump(took, file)
sys.exit(os.waitstatus_to_exitcode(status))
"""
UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in one of ru_maxrss
LIMIT = 900  # seconds after which a command is stopped


class NotRunError(Exception):
    """Why a command gave no figures: in words, for the table."""


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, seconds of the processor, and the most memory at once in bytes."""

    wall: float
    processor: float
    memory: int

    def __add__(self, other: "Cost") -> "Cost":
        """The cost of one command after another."""
        memory = max(self.memory, other.memory)
        return Cost(self.wall + other.wall, self.processor + other.processor, memory)


def run(command: Sequence[str], folder: Path, limit: float = LIMIT, **settings: str) -> Cost:
    """Run a command in a folder, for at most `limit` seconds.

    Raises NotRunError where it fails or takes longer. `settings` are environment variables.
    """
    note = folder / ".cost.json"
    parent = [sys.executable, "-S", "-c", _PARENT, str(note), *command]
    environment = {**os.environ, "PYTHONPATH": ".", "NO_MKDOCS_2_WARNING": "1", **settings}
    process = subprocess.Popen(
        parent,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        raise NotRunError(f"stopped after {limit:.0f} s") from None
    if process.returncode:
        raise NotRunError((output.strip().splitlines() or ["failed"])[-1][:80])
    wall, processor, memory = json.loads(note.read_text("utf-8"))
    note.unlink()
    return Cost(wall, processor, memory * UNIT)


def say(text: str) -> None:
    """Tell whoever waits what is being done; the table alone goes to standard output."""
    print(text, file=sys.stderr, flush=True)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table: the first column is text, the others are figures."""
    line = ["---", *("---:" for _ in header[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, line, *rows))


def megabytes(size: int) -> str:
    """Bytes as megabytes."""
    return f"{size / 1e6:.1f}" if size < 1e8 else f"{size / 1e6:.0f}"


def versions(*packages: str) -> str:
    """One line for below a table: what was measured, with which Python, on how many processors."""
    named = [f"{name} {version(name)}" for name in packages]
    system = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    return f"\nVersions: {', '.join((*named, system))}.\n"
