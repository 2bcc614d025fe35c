"""The copies to keep: where each lies in the site, and its files as they were made."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import PRACTICES

FOLDER = PurePosixPath("downloads")
CHECKSUMS = PurePosixPath("SHA256SUMS")

# Where each kind of copy lies in the folder. What it is good for stands in data/strings.yml.
ZIP = PurePosixPath("ripple.zip")
EPUB = PurePosixPath("ripple.epub")
ZIM = PurePosixPath("ripple.zim")
ONE_FILE = PurePosixPath("ripple.html")
ONE_TEXT = PurePosixPath("ripple.txt")
KOLIBRI = PurePosixPath("ripple-kolibri.zip")
BOOK = "ripple-{paper}.pdf"
BOOKLET = "booklet-{paper}.pdf"
LARGE_PRINT = "large-print-{paper}.pdf"
SHEET = "sheets/{name}-{paper}.pdf"
DATA = "data/{name}"
# The copies of one practice.
PAGE = "practices/{id}.html"
TEXT = "practices/{id}.txt"
CARD = "cards/{id}-{paper}.pdf"

PATTERNS = {
    "one_file": str(ONE_FILE),
    "zip": str(ZIP),
    "epub": str(EPUB),
    "zim": str(ZIM),
    "kolibri": str(KOLIBRI),
    "one_text": str(ONE_TEXT),
    "book": BOOK.format(paper="*"),
    "booklet": BOOKLET.format(paper="*"),
    "large_print": LARGE_PRINT.format(paper="*"),
    "sheets": SHEET.format(name="*", paper="*"),
}
_OF_PRACTICES = {
    "page": PAGE,
    "text": TEXT,
    "card_a4": CARD.replace("{paper}", "a4"),
    "card_letter": CARD.replace("{paper}", "letter"),
}


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
    good: str
    opens: list[str]
    files: list[File]


@dataclass(frozen=True)
class PracticeCopies:
    """The copies of one practice, by the name of their kind."""

    title: str
    files: dict[str, File]


def copies(folder: Path, catalog: Catalog) -> list[Copy]:
    """Every kind of copy of which files were made."""
    return [copy for copy in every_copy(folder, catalog) if copy.files]


def every_copy(folder: Path | None, catalog: Catalog) -> list[Copy]:
    """Every kind of copy, with its files where some were made."""
    text = catalog.text
    return [
        Copy(
            text(f"copies.{id}.name"),
            text(f"copies.{id}.good"),
            text.all(f"copies.{id}.opens"),
            _files(folder, pattern) if folder else [],
        )
        for id, pattern in PATTERNS.items()
    ]


def practice_kinds(catalog: Catalog) -> dict[str, str]:
    """The kinds of copy of one practice: their names, and where they lie, with {id} to fill in."""
    return {catalog.text(f"practice_copies.{id}"): place for id, place in _OF_PRACTICES.items()}


def practice_copies(folder: Path, catalog: Catalog) -> list[PracticeCopies]:
    """The copies of each practice that has some, by title."""
    kinds, found = practice_kinds(catalog), []
    for id, practice in catalog[PRACTICES].items():
        files = {name: _files(folder, place.format(id=id)) for name, place in kinds.items()}
        there = {name: made[0] for name, made in files.items() if made}
        if there:
            found.append(PracticeCopies(practice.title, there))
    return sorted(found, key=lambda copies: copies.title)


def data_files(folder: Path, name: str) -> list[File]:
    """Every file of one set of open data: the records, their schema, other forms of them."""
    return _files(folder, DATA.format(name=f"{name}.*"))


def checksums(folder: Path) -> list[File]:
    """The file of sums by which the other files can be checked."""
    return _files(folder, str(CHECKSUMS))


def _files(folder: Path, pattern: str) -> list[File]:
    return [_file(folder, path) for path in sorted(folder.glob(pattern))]


def _file(folder: Path, path: Path) -> File:
    status = path.stat()
    day = datetime.fromtimestamp(status.st_mtime, UTC).date()
    return File(path.relative_to(folder).as_posix(), status.st_size, day)
