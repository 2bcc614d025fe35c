"""Folders of files: read, written, removed, put in the place of others."""

import ctypes
import os
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath

# As the headers of both systems name them: AT_FDCWD; RENAME_EXCHANGE or RENAME_SWAP.
HERE = -100
EXCHANGE = 2


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
    """Put a finished build in the place of the last one, readable for whoever serves it.

    On Linux and macOS the two are exchanged in one step, so that at no moment there is none. Where
    a system or its file system cannot do that, there is none between two renames; should the second
    one fail, the last build is put back.
    """
    _let_all_read(built)
    if place.exists() and exchange(built, place):
        remove(built)
        return place
    last = built.with_name(f"{built.name}-last")
    remove(last)
    if place.exists():
        place.rename(last)
    try:
        built.rename(place)
    except OSError:
        if last.exists():
            last.rename(place)
        raise
    remove(last)
    return place


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; return whether this system can."""
    paths = os.fsencode(one), os.fsencode(other)
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None)  # what the program itself has loaded, the C library among it
    if hasattr(library, "renameat2"):  # Linux
        failed = library.renameat2(HERE, paths[0], HERE, paths[1], EXCHANGE)
    elif hasattr(library, "renamex_np"):  # macOS
        failed = library.renamex_np(*paths, EXCHANGE)
    else:
        return False
    return not failed


def _let_all_read(folder: Path) -> None:
    """Let everybody read a folder, also where new files are private to whoever makes them."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
