"""Folders of files: read, written, removed, put in the place of others."""

import os
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath


def read(folder: Path) -> dict[PurePosixPath, bytes]:
    """Every file of a folder by its place in it, in the order of their names."""
    places = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        PurePosixPath(place.as_posix()): (folder / place).read_bytes()
        for place in sorted(places, key=Path.as_posix)
    }


def write(
    folder: Path, files: Mapping[PurePosixPath, bytes], moment: datetime | None = None
) -> None:
    """Write files into a folder; with a moment, they carry it as their time."""
    for place, content in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        if moment:
            os.utime(path, (moment.timestamp(), moment.timestamp()))


def remove(path: Path) -> None:
    """Remove a file or a whole folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def put_in_place(built: Path, place: Path) -> Path:
    """Put a finished build in the place of the last one, which stays until this moment."""
    last = built.with_name(f"{built.name}-last")
    remove(last)
    if place.exists():
        place.rename(last)
    built.rename(place)
    remove(last)
    return place
