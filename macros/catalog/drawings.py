"""Drawings: the small pictures of practices and needs, each an SVG file by its name."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from macros.catalog.reading.file import is_regular_file

FOLDER = PurePosixPath("data/drawings")
NAME = "drawings"  # what fields call them that name one
LARGEST = 1_500  # bytes; a list shows a dozen, and each page carries its own


def drawing_names(files: Iterable[PurePosixPath]) -> frozenset[str]:
    """The names that a record may give, of all files of a project."""
    return frozenset(file.stem for file in files if is_drawing(file))


def is_drawing(file: PurePosixPath) -> bool:
    """Whether a file stands where drawings are, and ends as one."""
    return file.parent == FOLDER and file.suffix == ".svg"


def read_drawings(root: Path, files: Iterable[PurePosixPath]) -> dict[str, str]:
    """The text of each drawing by its name; one that cannot be read is left out."""
    return {
        file.stem: (root / file).read_text("utf-8", "replace").strip()
        for file in files
        if is_drawing(file) and is_regular_file(root / file)
    }
