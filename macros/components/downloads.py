"""The copies to keep: what each is good for, how to open it, and its files as they were made."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from macros.catalog.catalog import Catalog

FOLDER = PurePosixPath("downloads")
SUMS = "SHA256SUMS"
KILO = 1000


@dataclass(frozen=True)
class File:
    """One file that was made: its place in downloads/, its size, and the day it was made."""

    place: str
    size: int
    day: date

    @property
    def name(self) -> str:
        """Its name without the folder."""
        return PurePosixPath(self.place).name


@dataclass(frozen=True)
class Copy:
    """One kind of copy: which files it has, what it is good for, and how to open it."""

    name: str
    pattern: str
    good: str
    opens: tuple[str, ...]
    files: list[File] = field(default_factory=list)


COPIES = (
    Copy(
        "The whole site in a zip file",
        "ripple.zip",
        "A computer, a stick, a school or a library. Search, finder, guided practices and"
        " everything else work without a network.",
        (
            "On a computer: unpack it first. On Windows, right-click it and choose Extract All; on"
            " a Mac, double-click it. Then open the folder and double-click index.html.",
            "On an Android phone: unpack it with the Files app, then open index.html with a"
            " browser. On an iPhone take the book for phones and e-readers instead.",
        ),
    ),
    Copy(
        "The book for phones and e-readers (EPUB)",
        "ripple.epub",
        "Reading on a small screen or an e-reader, with letters as large as you like.",
        (
            "On an iPhone, iPad or Mac: it opens in Books.",
            "On Android: it opens in Play Books or another app for e-books.",
            "On an e-reader: copy it over by cable. For a Kindle, use Send to Kindle.",
        ),
    ),
    Copy(
        "The whole site for Kiwix (ZIM)",
        "ripple.zim",
        "Phones and offline boxes that carry many sites side by side, such as in schools.",
        (
            "Install Kiwix once, a free app for phones and computers. Then open this file in it.",
            "On an offline box, put it beside its other ZIM files.",
        ),
    ),
    Copy(
        "The book to print (PDF)",
        "ripple-*.pdf",
        "Paper, and screens that show nothing else. A4 is the paper of most countries, Letter that"
        " of North America.",
        ("It opens on nearly every phone and computer.",),
    ),
    Copy(
        "Sheets to fill in (PDF)",
        "sheets/*.pdf",
        "A pencil, and a week without a screen.",
        ("Open the file and print it.",),
    ),
)


@dataclass(frozen=True)
class Handed:
    """The copies of one practice, by the name of their kind."""

    title: str
    files: dict[str, File]


SINGLES = {
    "Page": "practices/{id}.html",
    "Text": "practices/{id}.txt",
    "Card, A4": "cards/{id}-a4.pdf",
    "Card, Letter": "cards/{id}-letter.pdf",
}


def copies(folder: Path) -> list[Copy]:
    """Every kind of copy of which files were made."""
    found = [
        Copy(copy.name, copy.pattern, copy.good, copy.opens, _files(folder, copy.pattern))
        for copy in COPIES
    ]
    return [copy for copy in found if copy.files]


def singles(folder: Path, catalog: Catalog) -> list[Handed]:
    """The copies of each practice that has some, by title."""
    found = [
        Handed(practice.title, _named(folder, id)) for id, practice in catalog.practices.items()
    ]
    return sorted((handed for handed in found if handed.files), key=lambda handed: handed.title)


def data(folder: Path, name: str) -> list[File]:
    """Every file of one set of open data: the records, their schema, other forms of them."""
    return _files(folder, f"data/{name}.*")


def sums(folder: Path) -> list[File]:
    """The sums by which the other files can be checked."""
    return _files(folder, SUMS)


def size(count: int) -> str:
    """How much a file weighs, as people say it: 900 bytes, 38 KB, 1.4 MB."""
    if count < KILO:
        return f"{count} bytes"
    if round(count / KILO) < KILO:
        return f"{round(count / KILO)} KB"
    return f"{count / KILO / KILO:.1f} MB"


def _named(folder: Path, id: str) -> dict[str, File]:
    """The files of one practice that are there."""
    found = {name: _files(folder, place.format(id=id)) for name, place in SINGLES.items()}
    return {name: files[0] for name, files in found.items() if files}


def _files(folder: Path, pattern: str) -> list[File]:
    return [_file(folder, path) for path in sorted(folder.glob(pattern))]


def _file(folder: Path, path: Path) -> File:
    status = path.stat()
    day = datetime.fromtimestamp(status.st_mtime, UTC).date()
    return File(path.relative_to(folder).as_posix(), status.st_size, day)
