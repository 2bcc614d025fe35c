"""The cases of tests/cases: one change of the fixture site, and the lines that the checker says."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from macros.components.calls import CALLS
from tests.helpers.projects import FIXTURE, ROOT

FOLDER = ROOT / "tests" / "cases"
# Facts that are put above the text of a page, so that a case need not repeat them.
FRONT = "---\ntitle: Case {name}\nsummary: The case {name}.\n---\n"
# A page could change twice within one tick of the clock, and the checker goes by time and size.
_ticks = count(1_000_000_000)


def next_tick() -> int:
    """A time of change that no file has had."""
    return next(_ticks)


@dataclass(frozen=True)
class Case:
    """One change, and what is said of it; tests/cases/README.md explains each key."""

    subject: str
    name: str
    file: str
    says: tuple[str, ...] = ()
    find: str | None = None
    write: str = ""
    front: bool = False
    times: int = 1
    encoding: str = "utf-8"
    hex: str | None = None
    link: str | None = None
    pipe: bool = False

    @property
    def id(self) -> str:
        """How pytest names it: `practice/a-number-as-text`."""
        letters = (letter if letter.isalnum() else " " for letter in self.name.lower())
        return f"{self.subject}/{'-'.join(''.join(letters).split())}"

    @property
    def of_languages(self) -> bool:
        """Whether translations are checked, too: to lay them over English takes a while."""
        return self.subject == "languages"

    @property
    def makes_a_file(self) -> bool:
        """Whether its file is new, so that it can stand beside others in one project."""
        return self.find is None and not (FIXTURE / self.file).exists()

    def put(self, root: Path) -> None:
        """Change the project."""
        path = root / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.link is not None:
            path.symlink_to(self.link)
        elif self.pipe:
            os.mkfifo(path)
        else:
            path.write_bytes(self._bytes(path))

    def _bytes(self, path: Path) -> bytes:
        if self.hex is not None:
            return bytes.fromhex(self.hex)
        if self.find is not None:
            text = path.read_text("utf-8")
            assert self.find in text, f"the fixture no longer holds {self.find!r}"
            return text.replace(self.find, self.write, 1).encode(self.encoding)
        front = FRONT.format(name=path.stem) if self.front else ""
        return (front + self.write * self.times).encode(self.encoding)


@cache
def cases() -> tuple[Case, ...]:
    """All cases, by subject."""
    return tuple(case for path in sorted(FOLDER.glob("*.yml")) for case in _read(path))


class _Loader(yaml.CSafeLoader):
    """A loader that refuses a key that is given twice, where others let the last one win."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[str, Any]:
    pairs = loader.construct_pairs(node, deep=True)
    assert len(pairs) == len(dict(pairs)), f"a key is given twice{node.start_mark}"
    return dict(pairs)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def _read(path: Path) -> list[Case]:
    entries: list[dict[str, Any]] = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 -- a safe one
    calls = ", ".join(CALLS)
    for entry in entries:
        entry["says"] = tuple(line.replace("ALL-CALLS", calls) for line in entry.get("says", ()))
    return [Case(path.stem, **entry) for entry in entries]


@contextmanager
def changed(root: Path, case: Case) -> Iterator[None]:
    """The project with one change, which is taken back. So all other files are read only once."""
    path, kept = root / case.file, root / "kept"
    if path.exists():
        shutil.copyfile(path, kept)
        status = path.stat()
    made = next((folder for folder in reversed(path.parents) if not folder.exists()), path)
    try:
        case.put(root)
        if path.is_file() and not path.is_symlink():
            os.utime(path, ns=(next_tick(),) * 2)
        yield
    finally:
        if kept.exists():
            kept.replace(path)
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        elif made.is_dir() and not made.is_symlink():
            shutil.rmtree(made)
        else:
            made.unlink()
