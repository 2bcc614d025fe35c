"""Every text of a finished site: of its files, and of files within files."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from libzim.reader import Archive
from pypdfium2 import PdfDocument

PACKED = (".zip", ".epub")
NO_TEXT = (".png", ".woff2", ".gz")


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file of a folder with its text; a file within another as `book.epub: page.html`."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            if path.suffix == ".zim":
                yield from ((f"{name}: {inner}", text) for inner, text in _zim(path))
            else:
                yield from _file(name, path.read_bytes())


def _file(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    if name.endswith(PACKED):
        with ZipFile(BytesIO(content)) as packed:
            for inner in packed.namelist():
                yield from _file(f"{name}: {inner}", packed.read(inner))
    elif name.endswith(".pdf"):
        pages = [page.get_textpage().get_text_range() for page in PdfDocument(content)]
        yield name, "\n".join(pages)
    elif not name.endswith(NO_TEXT):
        yield name, content.decode("utf-8")


def _zim(path: Path) -> Iterator[tuple[str, str]]:
    archive = Archive(path)
    for number in range(archive.all_entry_count):
        entry = archive._get_entry_by_id(number)
        if not entry.is_redirect and not entry.path.endswith(NO_TEXT):
            content = bytes(entry.get_item().content)
            yield entry.path, content.decode("utf-8", "replace")


def digits(text: str) -> str:
    """A text whose numbers have no spaces and hyphens within, so that one spelling finds all."""
    return re.sub(r"(?<=\d)[\s\u00a0-](?=\d)", "", text)
