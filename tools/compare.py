"""What differs between two built sites, for whoever rebuilds without meaning to change anything.

Run: python -m tools.compare BEFORE AFTER [--pixels] [--without ATTRIBUTE …], two folders that each
hold a built site, best built with the same SOURCE_DATE_EPOCH. Pages are compared as trees, without
their scripts, styles and feeds; data as data; books and archives by what is in them. With --pixels,
one page of each folder of the site is also compared as a phone shows it; attributes named by
--without are left out. Prints one line a difference.
"""

import difflib
import io
import json
import re
import sys
import tempfile
import zipfile
from argparse import ArgumentParser
from collections.abc import Iterator, Set
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

PARTS = ("script", "style", "link")  # of a page that say how it is shown, not what it says
SHOWN = 160  # characters of a difference
PHONE: "ViewportSize" = {"width": 390, "height": 844}

Lines = list[str]


def differences(before: Path, after: Path, without: Set[str] = frozenset()) -> Iterator[str]:
    """Every file that is in one site only, and every difference between those in both."""
    old, new = _files(before), _files(after)
    yield from (f"gone: {file}" for file in sorted(old - new) if not _is_asset(file))
    yield from (f"new: {file}" for file in sorted(new - old) if not _is_asset(file))
    for file in sorted(old & new):
        if _is_asset(file):
            continue
        contents = [(folder / file).read_bytes() for folder in (before, after)]
        if contents[0] != contents[1]:
            yield from _of_file(file, contents[0], contents[1], without)


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _is_asset(file: str) -> bool:
    """Whether a file only says how pages are shown; and the worker, which lists those files."""
    return file.endswith((".css", ".js", ".map", "sitemap.xml.gz", "SHA256SUMS"))


def _of_file(file: str, before: bytes, after: bytes, without: Set[str]) -> Iterator[str]:
    if file.endswith((".zip", ".epub")):
        yield from _of_archives(file, before, after, without)
        return
    old, new = (_readable(file, content, without) for content in (before, after))
    if old is None or new is None:
        yield f"{file}: other bytes"
        return
    for line in difflib.unified_diff(old, new, lineterm="", n=0):
        if line[:1] in "+-" and line[:3] not in ("+++", "---"):
            yield f"{file}: {line[:SHOWN]}"


def _of_archives(file: str, before: bytes, after: bytes, without: Set[str]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder, name) for name in ("before", "after")]
        for place, content in zip(places, (before, after), strict=True):
            zipfile.ZipFile(io.BytesIO(content)).extractall(place)
        before_place, after_place = places
        found = differences(before_place, after_place, without)
        yield from (f"{file}: {line}" for line in found)


def _readable(file: str, content: bytes, without: Set[str]) -> Lines | None:
    """A file in lines that say what it means; None where only its bytes can be compared."""
    if file.endswith((".html", ".xhtml")):
        return _page(content, without)
    if file.endswith(".json"):
        return json.dumps(json.loads(content), indent=1, ensure_ascii=False).split("\n")
    if file.endswith(".pdf"):
        return _words_of_pdf(content)
    if file.endswith(".zim"):
        return None  # its library puts a random id into it; the zip holds the same pages
    try:
        return content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None


def _page(content: bytes, without: Set[str]) -> Lines:
    """A line for each element, with its attributes, and for each text."""
    tree = html.document_fromstring(content)
    lines = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag not in PARTS:
            names = sorted(set(map(str, element.attrib)) - without)
            attributes = " ".join(f'{name}="{element.get(name, "")}"' for name in names)
            lines += [f"<{element.tag} {attributes}>", *_words(element.text)]
        lines += _words(element.tail)
    return lines


def _words(text: str | None) -> Lines:
    words = " ".join((text or "").split())
    return [words] if words else []


def _words_of_pdf(content: bytes) -> Lines:
    import pypdfium2  # noqa: PLC0415 - only where there are books

    document = pypdfium2.PdfDocument(content)
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return [line for page in pages for line in re.split(r"\r?\n", page)]


def pixels(before: Path, after: Path) -> Iterator[str]:
    """Pages that look otherwise on a phone: the first of each folder of the site."""
    from tools.chromium import chromium  # noqa: PLC0415 - only where asked for

    folders = {path.parent: path for path in sorted(after.rglob("*.html"), reverse=True)}
    files = sorted({path.relative_to(after).as_posix() for path in folders.values()})
    kinds = {file.split("/")[0]: file for file in reversed(files)}
    with chromium() as browser:
        page = browser.new_page(viewport=PHONE)
        for file in sorted(kinds.values()):
            shots = []
            for folder in (before, after):
                page.goto((folder / file).as_uri())
                shots.append(page.screenshot(full_page=True))
            if shots[0] != shots[1]:
                yield f"{file}: looks otherwise"


def main() -> None:
    """Print every difference; fail where there is one."""
    parser = ArgumentParser(description="What differs between two built sites.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--pixels", action="store_true")
    parser.add_argument("--without", nargs="*", default=[], metavar="ATTRIBUTE")
    given = parser.parse_args()
    folders = given.before.resolve(), given.after.resolve()
    found = list(differences(*folders, frozenset(given.without)))
    if given.pixels:
        found += pixels(*folders)
    print(*found, f"{len(found)} differences.", sep="\n")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
