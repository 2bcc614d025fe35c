"""Drawings, each an SVG file by its name: of practices and needs, and illustrations of pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros.catalog.reading.file import is_regular_file


@dataclass(frozen=True)
class Sort:
    """One sort of drawing: what fields call it, what one is called, what one may weigh."""

    name: str
    singular: str
    largest: int  # bytes; each page carries its own, and a list shows a dozen

    @property
    def folder(self) -> PurePosixPath:
        """Where its files are."""
        return PurePosixPath("data", self.name)


DRAWINGS = Sort("drawings", "drawing", 1_500)
ILLUSTRATIONS = Sort("illustrations", "illustration", 3_000)
SORTS = (DRAWINGS, ILLUSTRATIONS)

# The classes of an illustration: its colors are those of the page, by their task.
TONES = frozenset(
    f"rp-tone-{name}"
    for name in (
        *("do", "do-field", "light", "light-field", "night", "night-field"),
        *("ground", "raised"),
    )
)


def sort_of(file: PurePosixPath) -> Sort | None:
    """Which sort of drawing a file is, by its place and its ending."""
    found = (sort for sort in SORTS if file.parent == sort.folder and file.suffix == ".svg")
    return next(found, None)


def drawing_names(sort: Sort, files: Iterable[PurePosixPath]) -> frozenset[str]:
    """The names that a record may give, of all files of a project."""
    return frozenset(file.stem for file in files if sort_of(file) is sort)


def read_drawings(sort: Sort, root: Path, files: Iterable[PurePosixPath]) -> dict[str, str]:
    """The text of each drawing by its name; one that cannot be read is left out."""
    return {
        file.stem: (root / file).read_text("utf-8", "replace").strip()
        for file in files
        if sort_of(file) is sort and is_regular_file(root / file)
    }
