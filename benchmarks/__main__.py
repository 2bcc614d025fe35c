"""Every table, one after another: python -m benchmarks. Fails at the end where an aim is missed."""

import subprocess
import sys

from benchmarks.running import say

TABLES = (
    *("build", "checking", "editing", "weight", "indexes"),
    *("searching", "log", "copies", "lighthouse"),
)


def main() -> None:
    """Run each program by itself, so that one that fails costs no other its table."""
    missed = []
    for name in TABLES:
        say(f"--- {name}")
        print(f"\n## {name.capitalize()}\n", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=False).returncode:
            missed.append(name)
    print(f"\nAims missed in: {', '.join(missed)}." if missed else "\nEvery aim is met.")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
