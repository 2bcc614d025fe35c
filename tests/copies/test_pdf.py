"""PDF files: tagged, named, linked, whole, on the paper they say, and the same in each build."""

import dataclasses
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

import pikepdf
import pytest
from pypdfium2 import PdfDocument, PdfTextPage

from macros.catalog.kinds import MONTHS, PRACTICES, SECTIONS
from macros.catalog.load import load
from macros.catalog.strings import Strings
from macros.editions.copies import book, cards, sheets
from macros.editions.parts.book_letters import letters, name_undrawn_languages
from macros.editions.parts.book_pages import book_page, book_pages
from macros.editions.parts.pdf import Sheet, paged, place, print_pdfs
from macros.editions.site import Site
from tests.helpers.picks import Guided
from tests.helpers.projects import SETTINGS, real_catalog

Made = dict[PurePosixPath, bytes]
PAPERS = {"a4": (595, 842), "letter": (612, 792)}  # in points
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"\w+")
SIDES = ("front", "left", "right")  # of a card, as it is read


@pytest.fixture(scope="module")
def books(small_copies: Made) -> Made:
    """The book of the small project."""
    files = (PurePosixPath(f"ripple-{paper}.pdf") for paper in PAPERS)
    return {file: small_copies[file] for file in files}


@pytest.fixture(scope="module")
def long(practices: list[Guided]) -> list[Guided]:
    """The practice whose steps are longest; `make editions` prints every card."""
    return [max(practices, key=lambda each: sum(len(step.text_content()) for step in each.steps))]


@pytest.fixture(scope="module")
def printed_cards(disk: Site, long: list[Guided]) -> Made:
    """The cards of these practices."""
    few = disk.catalog.records | {PRACTICES.name: {each.id: each.record for each in long}}
    catalog = dataclasses.replace(disk.catalog, records=few)
    project = dataclasses.replace(disk.project, catalog=catalog)
    return cards.files(dataclasses.replace(disk, project=project))


@pytest.fixture(scope="module")
def printed_sheets(disk: Site) -> Made:
    """The sheet of the fullest month, and that of the log."""
    months = disk.catalog[MONTHS]
    picked = (max(months, key=lambda id: len(months[id].days)), "log")

    def few(every: dict[PurePosixPath, Sheet], folder: Path) -> Made:
        return print_pdfs(
            {file: sheet for file, sheet in every.items() if file.stem.startswith(picked)}, folder
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheets, "print_pdfs", few)
        return sheets.files(disk)


@pytest.mark.audit
def test_every_sheet_fits_its_paper(disk: Site) -> None:
    made = sheets.files(disk)
    written = {*disk.catalog[MONTHS], "log"}
    assert {file.stem for file in made} == {f"{s}-{paper}" for s in written for paper in PAPERS}
    for file, content in made.items():
        with opened(content) as pdf:
            assert len(pdf.pages) == 1, file


LOG = """<html lang="en"><body><article><h1>A sheet to print</h1><div class="rp-sheet"><table>
<caption>My log</caption><tr><th>Day</th><th>What</th></tr><tr><td></td><td></td></tr></table></div>
</article></body></html>"""


@pytest.fixture(scope="module")
def every(books: Made, printed_cards: Made, printed_sheets: Made) -> Made:
    return books | printed_cards | printed_sheets


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def tags(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every element of the tree that screen readers read."""
    children: Any = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from tags(child)


def test_each_file_is_there_for_both_papers(
    small_copies: Made, small_release: Path, printed_sheets: Made
) -> None:
    names = {f"ripple-{paper}.pdf" for paper in PAPERS}
    names |= {
        f"cards/{id}-{paper}.pdf" for id in load(small_release)[PRACTICES] for paper in PAPERS
    }
    assert {str(file) for file in small_copies if file.suffix == ".pdf"} == names
    assert sorted(file.stem.rsplit("-", 1)[1] for file in printed_sheets) == [
        *("a4", "a4", "letter", "letter")
    ]


@pytest.mark.proves("In PDF files a program looks at the structure only.")
def test_each_is_tagged_and_says_its_language_and_title(every: Made) -> None:
    made = f"D:{SETTINGS.built:%Y%m%d%H%M%S}"
    for file, content in every.items():
        with opened(content) as pdf:
            assert pdf.Root.Lang == "en", file
            assert pdf.Root.MarkInfo.Marked, file
            assert pdf.Root.ViewerPreferences.DisplayDocTitle, file
            assert "Ripple" in str(pdf.docinfo["/Title"]), file
            assert str(pdf.docinfo["/CreationDate"]).startswith(made), file
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1", file
                assert metadata["dc:title"] == pdf.docinfo["/Title"], file
            kinds = {str(each.S) for each in tags(pdf.Root.StructTreeRoot)}
            assert {"/H1", "/P"} <= kinds, file


def test_each_has_an_outline(every: Made, long: list[Guided]) -> None:
    for file, content in every.items():
        with opened(content) as pdf, pdf.open_outline() as outline:
            assert outline.root, file
    card = every[PurePosixPath("cards", f"{long[0].id}-a4.pdf")]
    with opened(card) as pdf, pdf.open_outline() as outline:
        first = outline.root[0]
        assert first.title == long[0].title
        sections = real_catalog()[SECTIONS].values()
        there = [
            name
            for side in SIDES
            for section in sections
            if section.card == side
            for name in section.headings
            if name in long[0].headings
        ]
        assert [each.title for each in first.children] == [*there, "Help now"]


def test_paper_and_count_of_pages(every: Made) -> None:
    for file, content in every.items():
        with opened(content) as pdf:
            sizes = {tuple(round(float(each)) for each in page.mediabox[2:]) for page in pdf.pages}
            assert sizes == {PAPERS[file.stem.rsplit("-", 1)[1]]}, file
            assert len(pdf.pages) == 1 or file.parent == PurePosixPath(), file


def test_every_link_leads_somewhere(books: Made) -> None:
    for content in books.values():
        with opened(content) as pdf:
            places = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}
            inside = outside = 0
            for page in pdf.pages:
                for link in page.get("/Annots", []):
                    action: Any = link.get("/A", {})
                    if "/URI" in action:
                        assert re.match(r"https://|tel:|sms:", str(action.URI))
                        outside += 1
                    else:
                        assert str(link.get("/Dest", action.get("/D"))) in places
                        inside += 1
            assert inside > 50
            assert outside > 10


def test_pictures_have_words_and_tables_have_heads(books: Made) -> None:
    for content in books.values():
        with opened(content) as pdf:
            found = list(tags(pdf.Root.StructTreeRoot))
            figures = [each for each in found if each.S == "/Figure"]
            assert figures
            assert all(str(each.get("/Alt", "")) for each in figures)
            assert {"/Table", "/TH", "/Link", "/LI"} <= {str(each.S) for each in found}


def test_only_our_own_font_is_used(every: Made) -> None:
    for file, content in every.items():
        with opened(content) as pdf:
            names = {
                str(each.BaseFont).split("+")[1]
                for each in pdf.objects
                if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
                if "/BaseFont" in each
            }
            assert names, file
            assert all(name.startswith("Atkinson") for name in names), (file, names)


def margin(file: PurePosixPath) -> float:
    """How far from the left and right edge of its paper a file keeps its words, in points."""
    millimeters = 9 if file.parent.name == "cards" else 11 if file.parent.name == "sheets" else 20
    return millimeters / 25.4 * 72


def test_no_word_passes_the_margin(every: Made) -> None:
    for file, content in every.items():
        outside = []
        for page, text, width in read(content):
            for at in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(at)
                if left < margin(file) - 1 or right > width - margin(file) + 1:
                    outside.append((page, text.get_text_bounded(left, bottom, right, top)))
        assert outside == [], file


def read(content: bytes) -> Iterator[tuple[int, PdfTextPage, float]]:
    """The text of each page, with its number and the width of its paper."""
    document = PdfDocument(content)
    for number, page in enumerate(document, 1):
        yield number, page.get_textpage(), page.get_width()
    document.close()


def test_each_way_to_a_helpline_has_a_line_of_its_own(books: Made) -> None:
    for content in books.values():
        lines = [line for _, text, _ in read(content) for line in text.get_text_range().split("\n")]
        ways = [line for line in lines if re.match("(Call|Text|Chat) ", line)]
        assert {line.split()[0] for line in ways} == {"Call", "Text", "Chat"}
        assert [line for line in ways if len(re.findall("Call |Text |Chat ", line)) > 1] == []


def test_languages_whose_letters_the_font_lacks_are_named(books: Made) -> None:
    """Their sentences would print as boxes; those it can print stand there, not folded away."""
    for content in books.values():
        words = " ".join(" ".join(text.get_text_range() for _, text, _ in read(content)).split())
        assert "Wenn jetzt jemand in Lebensgefahr ist, rufen Sie zuerst die 112 an." in words
        assert "Arabic: the letters of this language aren't in this book." in words
        assert not re.search("[\u0600-\u06ff]", words)


def test_page_numbers_stand_beside_their_words(books: Made) -> None:
    for content in books.values():
        gaps = [gap for _, text, _ in read(content) for gap in before_numbers(text)]
        assert len(gaps) > 20
        assert max(gaps) < 5  # points: a space
        assert min(gaps) > 1


def before_numbers(text: PdfTextPage) -> Iterator[float]:
    """The gap before each number of a page, in points, where it is on the line of its word."""
    for found in re.finditer(r"\w[ \xa0]*\[\d+\]", text.get_text_range()):
        word, bracket = (
            text.get_charbox(found.start()),
            text.get_charbox(found[0].index("[") + found.start()),
        )
        if bracket[0] > word[0]:
            yield bracket[0] - word[2]


def test_the_log_is_a_sheet(disk: Site, tmp_path: Path) -> None:
    (tmp_path / "rhythm").mkdir()
    (tmp_path / "rhythm" / "sheet.html").write_text(LOG, "utf-8")
    made = sheets.files(dataclasses.replace(disk, folder=tmp_path))
    assert set(map(str, made)) == {"sheets/log-a4.pdf", "sheets/log-letter.pdf"}
    with opened(made[PurePosixPath("sheets/log-a4.pdf")]) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("My log")


def test_the_book_is_whole(disk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[PurePosixPath, Sheet] = {}
    monkeypatch.setattr(book, "print_pdfs", lambda sheets, _folder: given.update(sheets) or {})
    book.files(disk)
    text = given[PurePosixPath("ripple-a4.pdf")].html
    said = set(WORD.findall(unescape(TAG.sub(" ", text))))
    for page in book_pages(disk):
        main = page.main
        name_undrawn_languages(main, letters(disk), disk.catalog)
        for svg in list(main.iter("svg")):
            svg.drop_tree()
        words = " ".join(main.itertext())
        assert set(WORD.findall(book.FOREIGN.sub("", words))) <= said, page.file
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert f"made on {Strings({}).day(SETTINGS.today)}" in text


def test_cards_hold_the_practice_and_the_help(disk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[PurePosixPath, Sheet] = {}
    monkeypatch.setattr(cards, "print_pdfs", lambda sheets, _folder: given.update(sheets) or {})
    site = disk
    cards.files(site)
    assert len(given) == 2 * len(site.catalog[PRACTICES])
    for id, practice in site.catalog[PRACTICES].items():
        markup = given[PurePosixPath("cards", f"{id}-a4.pdf")].html
        text = unescape(TAG.sub("", markup))
        steps = book_page(site, PurePosixPath("practices", f"{id}.html")).main.findall("ol/li")
        for part in (
            practice.title,
            practice.summary,
            "If a life is in danger, call the emergency number of your country",
            "https://findahelpline.com/",
            "Kenya 999",
            "check a number first",
            f"made on {Strings({}).day(SETTINGS.today)}",
            "CC BY 4.0",
            *(step.text for step in steps if step.text),
        ):
            assert part in text, (id, part)
        assert not re.findall(r"<sup[^>]*>.+?</sup>", markup), id  # a mark, and no note


def test_a_text_that_does_not_fit_is_named(offline_site: Path) -> None:
    long = Sheet("<html><head></head><body>" + "word " * 2000, pages=1)
    with pytest.raises(ValueError, match=r"^cards/x\.pdf: the text is too long for this paper"):
        print_pdfs({PurePosixPath("cards/x.pdf"): long}, offline_site)


NUMBERED = """<html><head><style>
@page { size: 100mm 50mm; margin: 5mm } h1 { break-before: page; margin: 0 }
a::after { content: attr(data-page); font-variant-numeric: tabular-nums }
</style></head><body><p>%s</p><h1 id="far">Far</h1>%s<h1 id="end">End</h1></body></html>"""


def test_page_numbers_are_those_of_the_pages() -> None:
    links = "".join(f'<a href="#{id}" data-page="{place(id)}">{id}</a>' for id in ("far", "end"))
    document = paged(Path.cwd(), PurePosixPath("x.pdf"), Sheet(NUMBERED % (links, "word " * 500)))
    last = len(document.pages)
    assert last > 5
    drawn = "".join(
        box.text for box in document.pages[0]._page_box.descendants() if getattr(box, "text", None)
    )
    assert drawn == f"far2end{last}"
