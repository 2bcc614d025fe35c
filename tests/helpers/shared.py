"""What is made once and used by every worker, and by later runs until something has changed."""

import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.helpers.projects import ROOT

FOLDER = ROOT / "build" / "shared"  # safe to delete
RUN = 3600  # seconds: no run of tests takes longer, so that what is older is in use no more
# What is built or installed, and what no build reads: folders beside those that builds read.
BUILT = ("build", "node_modules", "site", "site-offline", "site-zensical")
OTHER = {*BUILT, "benchmarks", "frontend", "tests", "tools"}
# Files beside these folders that a build depends on.
FILES = (
    *("mkdocs.yml", "Makefile", "requirements*.txt", "package-lock.json"),
    *("tests/helpers/*.py", "tests/copies/conftest.py"),
    "tests/helpers/pseudo.py",
)


def shared(name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make` filled from the project as it is now. It is not to be changed."""
    folder = FOLDER / name
    place = folder / project_digest()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # one worker makes it, the others wait
        if not place.exists():
            making = folder / "making"
            for old in (path for path in folder.iterdir() if path.is_dir()):
                if old == making or old.stat().st_mtime < time.time() - RUN:
                    shutil.rmtree(old)
            making.mkdir()
            make(making)
            making.rename(place)
    return place


@cache
def project_digest() -> str:
    """A name for the state of everything that builds read, the day of the build included."""
    digest = sha256(os.environ["SOURCE_DATE_EPOCH"].encode())
    for path in sorted(_inputs()):
        digest.update(f"{path.relative_to(ROOT)}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _inputs() -> Iterator[Path]:
    for pattern in FILES:
        yield from ROOT.glob(pattern)
    ours = (path for path in ROOT.iterdir() if path.name not in OTHER and path.name[0] != ".")
    for folder in (*ours, ROOT / "tests" / "site"):
        for path in folder.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
