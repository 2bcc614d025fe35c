"""What checking costs beside building: 1,000 studies, 300 practices, 100 ripples.

Run: make bench. The copy is made from the project's own records, so that it has their shape.
"""

import statistics
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from benchmarks import projects
from benchmarks.running import run
from benchmarks.sites import LIMIT

SIZES = {"data/studies": 1000, "data/ripples": 100, "docs/practices": 300}
ROUNDS = 3
MOST = 0.2


def grown(place: Path) -> Path:
    """A copy of the project whose folders hold as many records as SIZES says."""
    projects.own(place)
    for folder, size in SIZES.items():
        files = sorted(path for path in (place / folder).iterdir() if path.stem != "index")
        records = [path for path in files if path.suffix in (".yml", ".md") and path.name[0] != "."]
        for number, path in enumerate(islice(cycle(records), size - len(records))):
            text = path.read_text("utf-8")
            for key in ("title", "summary"):
                text = text.replace(f"\n{key}: ", f"\n{key}: {number}-", 1)
            path.with_stem(f"{path.stem}-{number}").write_text(text, "utf-8")
    return place


def seconds(command: list[str], root: Path) -> float:
    """How long a command takes, as a whole process."""
    return run([sys.executable, "-m", *command], root, LIMIT).wall


def main() -> None:
    """Check and build in turn, and print both with their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        root = grown(Path(folder) / "project")
        rounds = [
            (
                seconds(["macros", "check"], root),
                seconds(["mkdocs", "build", "--quiet", "--strict"], root),
            )
            for _ in range(ROUNDS)
        ]
    print("| round | check, s | build with its own check, s | ratio |")
    print("|---|---:|---:|---:|")
    for number, (check, build) in enumerate(rounds, 1):
        print(f"| {number} | {check:.2f} | {build:.2f} | {check / build:.2f} |")
    ratio = statistics.median(check / build for check, build in rounds)
    print(f"\nMedian ratio {ratio:.2f}; the aim is at most {MOST}.")
    sys.exit(ratio > MOST)


if __name__ == "__main__":
    main()
