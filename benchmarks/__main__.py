"""Every table, one after another: python -m benchmarks."""

import subprocess
import sys

from benchmarks.measure import say

PROGRAMS = ("build", "first_visit", "search", "log", "copies")


def main() -> None:
    """Run each program by itself, so that one that fails costs no other its table."""
    failed = []
    for name in PROGRAMS:
        say(f"--- {name}")
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode:
            failed.append(name)
    sys.exit(f"failed: {', '.join(failed)}" if failed else 0)


if __name__ == "__main__":
    main()
