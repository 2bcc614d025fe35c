"""What to do for someone who has taken something or hurt themselves stands in every copy."""

import re
import zipfile
from html import unescape
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from pypdfium2 import PdfDocument

from macros.catalog.kinds import PRACTICES
from macros.catalog.load import load
from macros.catalog.strings import Strings
from macros.editions.beside.printed_help import END, add_help
from tests.copies.conftest import Made
from tests.helpers.projects import copy_of_fixture
from tests.helpers.sites import site_in

WITHOUT = ("data", "sheets")  # records for programs, and sheets to write on


@pytest.fixture(scope="module")
def lines(small_release: Path) -> list[str]:
    """Who it is for, and each thing to do."""
    text: Strings = load(small_release).text
    return [text("help.taken.title"), *text.all("help.taken.steps")]


def shown(file: PurePosixPath, content: bytes) -> str:
    """The words of a copy, with single spaces, as no paper breaks them."""
    match file.suffix:
        case ".pdf":
            with PdfDocument(content) as pdf:
                text = " ".join(page.get_textpage().get_text_range() for page in pdf)
        case ".zip" | ".epub":
            with zipfile.ZipFile(BytesIO(content)) as packed:
                names = (name for name in packed.namelist() if name.endswith("html"))
                text = " ".join(shown(PurePosixPath(name), packed.read(name)) for name in names)
        case ".html" | ".xhtml":
            text = unescape(re.sub(r"<[^>]+>", "", content.decode()))
        case _:
            text = content.decode("utf-8-sig")
    return " ".join(text.split())


@pytest.fixture(scope="module")
def texts(small_copies: Made) -> dict[PurePosixPath, str]:
    """The words of each copy that people read."""
    return {
        file: shown(file, content)
        for file, content in small_copies.items()
        if file.parts[0] not in WITHOUT and file.suffix != ".zim"  # it holds the pages of the zip
    }


def test_every_copy_says_it(texts: dict[PurePosixPath, str], lines: list[str]) -> None:
    kinds = {(file.parent.name, file.suffix) for file in texts}
    assert kinds == {
        *{("", ".zip"), ("", ".epub"), ("", ".pdf"), ("", ".html"), ("", ".txt")},
        *{("practices", ".html"), ("practices", ".txt"), ("cards", ".pdf")},
    }
    for file, text in texts.items():
        for line in lines:
            assert line in text, (str(file), line)


def test_every_copy_says_which_lines_nobody_confirmed(
    texts: dict[PurePosixPath, str], small_release: Path
) -> None:
    words = load(small_release).text("help.unconfirmed")
    silent = [file for file, text in texts.items() if words not in text]
    assert {file.parts[0] for file in silent} == {"cards"}  # they hold emergency numbers alone


def test_help_on_paper_says_it(tmp_path: Path, lines: list[str]) -> None:
    root = copy_of_fixture(tmp_path)
    practice, *_ = (root / "docs" / "practices").glob("*-*.md")
    with practice.open("a", encoding="utf-8") as file:
        file.write("\n{{ care_card() }}\n")
    site = site_in(tmp_path / "site", load(root))
    for id in site.catalog[PRACTICES]:
        page = site.folder / site.place(PRACTICES.file(id))
        page.parent.mkdir(parents=True)
        page.write_text(f"<article>{END}", "utf-8")
    add_help(site)
    page = site.folder / site.place(PRACTICES.file(practice.stem))
    text = shown(PurePosixPath(page.name), page.read_bytes())
    assert [line for line in lines if line not in text] == []
