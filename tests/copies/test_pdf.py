"""PDF files: tagged, named, linked, whole, on the paper they say, and the same in each build."""

import dataclasses
import itertools
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

import pikepdf
import pytest
from pypdfium2 import PdfDocument, PdfTextPage

from macros.catalog.kinds import HELPLINES, MONTHS, PRACTICES, SECTIONS
from macros.catalog.load import load
from macros.catalog.strings import Strings
from macros.editions.copies import book, booklet, cards, sheets
from macros.editions.parts.book_letters import letters, name_undrawn_languages
from macros.editions.parts.book_pages import book_page, book_pages, find_class
from macros.editions.parts.papers import BOOKLET, POINTS, folded_order, on_paper, page_size
from macros.editions.parts.papers import PAPERS as SIZES
from macros.editions.parts.pdf import Sheet, laid_out, print_pdfs
from macros.editions.site import Site
from tests.helpers.offline_copy import of_real_copy
from tests.helpers.picks import Guided
from tests.helpers.projects import SETTINGS, real_catalog

Made = dict[PurePosixPath, bytes]
PAPERS = {"a4": (595, 842), "letter": (612, 792)}  # in points
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"\w+")
MOST_PAGES = 450  # of the whole book
SIDES = ("front", "left", "right")  # of a card, as it is read


@pytest.fixture(scope="module")
def books(small_copies: Made) -> Made:
    """The book of the small project."""
    files = (PurePosixPath(f"ripple-{paper}.pdf") for paper in PAPERS)
    return {file: small_copies[file] for file in files}


@pytest.fixture(scope="module")
def booklets(small_copies: Made) -> Made:
    """The booklet of the small project, and the same in large print, in the order of reading."""
    names = [f"booklet-{paper}" for paper in ("a5", "a4", "letter")]
    names += [f"large-print-{paper}" for paper in PAPERS]
    files = (PurePosixPath(f"{name}.pdf") for name in names)
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
    site = dataclasses.replace(disk, project=project)
    return print_pdfs(cards.documents(site), site.folder)


@pytest.fixture(scope="module")
def printed_sheets(disk: Site) -> Made:
    """The sheet of the fullest month, and that of the log."""
    months = disk.catalog[MONTHS]
    picked = (max(months, key=lambda id: len(months[id].days)), "log")

    every = sheets.documents(disk)
    wanted = tuple(f"sheets/{name}" for name in picked)
    few = {file: sheet for file, sheet in every.items() if file.startswith(wanted)}
    return print_pdfs(few, disk.folder)


@pytest.mark.audit
def test_every_sheet_fits_its_paper(disk: Site) -> None:
    made = print_pdfs(sheets.documents(disk), disk.folder)
    written = {*disk.catalog[MONTHS], "log"}
    assert {file.stem for file in made} == {f"{s}-{paper}" for s in written for paper in PAPERS}
    for file, content in made.items():
        with opened(content) as pdf:
            assert len(pdf.pages) == 1, file


LOG = """<html lang="en"><body><article><h1>A sheet to print</h1><div class="rp-sheet"><table>
<caption>My log</caption><tr><th>Day</th><th>What</th></tr><tr><td></td><td></td></tr></table></div>
</article></body></html>"""


@pytest.fixture(scope="module")
def every(books: Made, booklets: Made, printed_cards: Made, printed_sheets: Made) -> Made:
    return books | booklets | printed_cards | printed_sheets


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def tags(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every element of the tree that screen readers read."""
    children: Any = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from tags(child)


@of_real_copy
def test_each_file_is_there_for_both_papers(
    small_copies: Made, small_release: Path, printed_sheets: Made
) -> None:
    names = {f"{name}-{paper}.pdf" for name in ("ripple", "large-print") for paper in PAPERS}
    names |= {f"booklet-{paper}.pdf" for paper in BOOKLET}
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


@of_real_copy
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
            sizes = {size(page) for page in pdf.pages}
            assert sizes == {(PAPERS | {"a5": (420, 595)})[file.stem.rsplit("-", 1)[1]]}, file
            assert len(pdf.pages) == 1 or file.parent == PurePosixPath(), file


def size(page: pikepdf.Page) -> tuple[int, int]:
    """Width and height of a page in points."""
    left, bottom, right, top = (float(each) for each in page.mediabox)
    return round(right - left), round(top - bottom)


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
    name = file.parent.name or file.stem.split("-")[0]
    millimeters = {"cards": 9, "sheets": 11, "booklet": 12, "large": 18, "ripple": 20}[name]
    return millimeters / 25.4 * 72


def test_no_word_passes_the_margin(every: Made) -> None:
    for file, content in every.items():
        outside = []
        for page, text, edges in read(content):
            for at in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(at)
                if left < edges[0] + margin(file) - 1 or right > edges[2] - margin(file) + 1:
                    outside.append((page, text.get_text_bounded(left, bottom, right, top)))
        assert outside == [], file


Edges = tuple[float, float, float, float]  # left, bottom, right, top


def read(content: bytes) -> Iterator[tuple[int, PdfTextPage, Edges]]:
    """The text of each page, with its number and the edges of its paper."""
    document = PdfDocument(content)
    for number, page in enumerate(document, 1):
        yield number, page.get_textpage(), page.get_mediabox()
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
    made = print_pdfs(sheets.documents(dataclasses.replace(disk, folder=tmp_path)), tmp_path)
    assert set(map(str, made)) == {"sheets/log-a4.pdf", "sheets/log-letter.pdf"}
    with opened(made[PurePosixPath("sheets/log-a4.pdf")]) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("My log")


def test_the_book_is_whole(disk: Site) -> None:
    text = book.markup(disk)
    said = set(WORD.findall(unescape(TAG.sub(" ", text))))
    for page in book_pages(disk):
        main = page.main
        name_undrawn_languages(main, letters(disk), disk.catalog)
        for svg in list(main.iter("svg")):
            svg.drop_tree()
        # Where a number was read, and what a page leads on to, stands on the site; what a study
        # found stands once, among the studies.
        for name in ("rp-fresh", "rp-related", "footnote"):
            for each in find_class(main, name):
                each.drop_tree()
        words = " ".join(main.itertext())
        assert set(WORD.findall(book.in_latin(words))) <= said, page.file
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)
    assert f"made on {Strings({}).day(SETTINGS.today)}" in text


@of_real_copy
def test_cards_hold_the_practice_and_the_help(disk: Site) -> None:
    site = disk
    given = cards.documents(site)
    assert len(given) == len(site.catalog[PRACTICES])
    for id, practice in site.catalog[PRACTICES].items():
        markup = given[f"cards/{id}-{{paper}}.pdf"].html
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
        print_pdfs({"cards/x.pdf": long}, offline_site)


NUMBERED = """<html><head><style>
@page { size: 100mm 50mm; margin: 5mm } h1 { break-before: page; margin: 0 }
a::after { content: "000"; font-variant-numeric: tabular-nums }
</style></head><body><p>%s</p><h1 id="far">Far</h1>%s<h1 id="end">End</h1></body></html>"""


def drawn(page: object) -> str:
    """The text of a page that was laid out."""
    boxes = page._page_box.descendants()  # type: ignore[attr-defined]
    return "".join(box.text for box in boxes if getattr(box, "text", None))


def test_page_numbers_are_those_of_the_pages() -> None:
    links = "".join(f'<a href="#{id}" data-page="{id}">{id}</a>, ' for id in ("far", "end"))
    document = laid_out(Path.cwd(), "x.pdf", Sheet(NUMBERED % (links, "word " * 5000)))
    last = len(document.pages)
    assert last > 5
    assert drawn(document.pages[0]).rstrip() == f"far2, end{last},"


def test_what_follows_a_short_number_moves_up_to_it() -> None:
    link = '<a href="#end" data-page="end">word</a>, more'
    sheets = [Sheet(NUMBERED % (text, "")) for text in (link, link.replace("word", "a word"))]
    for sheet in sheets:
        page = laid_out(Path.cwd(), "x.pdf", sheet).pages[0]
        boxes = [box for box in page._page_box.descendants() if getattr(box, "text", None)]
        number, after = next(
            pair for pair in itertools.pairwise(boxes) if pair[0].text.strip().isdigit()
        )
        digit = number.width / 3
        assert after.position_x - number.position_x == pytest.approx(digit, rel=0.1)


TALL = """<html><head><style>section { break-before: page }</style></head><body><p>First</p>
<section id="short">short<i id="short-end"></i></section>
<section id="tall">%s<i id="tall-end"></i></section></body></html>"""


def test_a_part_that_is_too_long_is_set_smaller_so_that_it_fits_its_page() -> None:
    lines = "<br>".join(["line"] * 52)  # a page holds fewer of them at their size
    loose = laid_out(Path.cwd(), "x.pdf", Sheet(TALL % lines))
    assert len(loose.pages) == 4
    fitted = laid_out(Path.cwd(), "x.pdf", Sheet(TALL % lines, fit=("short", "tall")))
    assert len(fitted.pages) == 3
    sizes = {
        box.text: box.style["font_size"]
        for page in fitted.pages
        for box in page._page_box.descendants()
        if getattr(box, "text", None)
    }
    assert sizes["line"] < sizes["short"] == sizes["First"]


def test_one_layout_fits_all_papers_of_a_kind() -> None:
    for names in (tuple(PAPERS), BOOKLET):
        width, height = page_size(names)
        for name in names:
            assert SIZES[name].page[0] >= width
            assert SIZES[name].page[1] >= height


@pytest.mark.parametrize("name", SIZES)
def test_a_document_is_the_same_on_paper_each_time(name: str) -> None:
    document, written = pikepdf.new(), BytesIO()
    for _ in range(5):
        document.add_blank_page()
    document.docinfo["/Title"] = "Five"
    document.Root.Lang = "en"
    document.save(written)
    assert on_paper(written.getvalue(), name) == on_paper(written.getvalue(), name)


@pytest.mark.parametrize("count", range(1, 23))
def test_folded_sheets_lie_in_the_order_of_their_pages(count: int) -> None:
    sides = list(folded_order(count))
    assert len(sides) == 2 * -(-count // 4)
    # The pile, folded: right halves of the fronts and left halves of the backs, then back again.
    fronts, backs = sides[::2], sides[1::2]
    ahead = [
        page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])
    ]
    behind = [
        page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])
    ]
    read = [page for page in ahead + behind[::-1] if page is not None]
    assert read == list(range(count))
    assert behind[0] == count - 1  # the last page is the back of the booklet


def test_a_page_is_as_large_as_its_paper_holds_with_its_links_and_places() -> None:
    source = """<html lang="en"><head><title>Two</title><style>@page { margin: 10mm }
    h1 { break-before: page }</style></head><body><p><a href="#end">On</a><h1 id="end">End</h1>"""
    made = print_pdfs({"{paper}.pdf": Sheet(source, papers=BOOKLET)}, Path().resolve())
    small, *large = (made[PurePosixPath(f"{paper}.pdf")] for paper in ("a5", "a4", "letter"))
    width, height = (edge * POINTS for edge in page_size(BOOKLET))
    for content, paper in zip(large, PAPERS.values(), strict=True):
        by = min(paper[0] / width, paper[1] / height)
        assert by > 1.3
        assert places_in(content) == pytest.approx([by * at for at in places_in(small)], abs=0.5)


def places_in(content: bytes) -> list[float]:
    """Where the words and links of a document are, and where its names and its outline lead to."""
    edges = [edge for _, text, _ in read(content) for edge in text.get_charbox(0)]
    with opened(content) as pdf, pdf.open_outline() as outline:
        for page in pdf.pages:
            edges += [float(edge) for link in page.get("/Annots", []) for edge in link.Rect]
        places: list[Any] = [*list(pdf.Root.Names.Dests.Names)[1::2], outline.root[0].destination]
        return edges + [float(at) for place in places for at in list(place)[2:4]]


def test_the_folded_booklet_has_two_pages_on_a_side(small_copies: Made) -> None:
    with opened(small_copies[PurePosixPath("booklet-a5.pdf")]) as pdf:
        count = len(pdf.pages)
    for name, paper in (("fold-a4", (842, 595)), ("fold-letter", (792, 612))):
        content = small_copies[PurePosixPath(f"booklet-{name}.pdf")]
        with opened(content) as pdf:
            assert {size(page) for page in pdf.pages} == {paper}
            assert len(pdf.pages) == 2 * -(-count // 4)
            assert pdf.Root.Lang == "en"
        words = "".join(text.get_text_range() for _, text, _ in read(content))
        a5 = small_copies[PurePosixPath("booklet-a5.pdf")]
        for _, text, _ in read(a5):
            assert text.get_text_range(0, 40).split("\r\n")[0] in words


def test_each_practice_has_one_page_of_the_booklet_and_help_its_last(
    small_copies: Made, small_release: Path
) -> None:
    catalog = load(small_release)
    pages = [
        text.get_text_range() for _, text, _ in read(small_copies[PurePosixPath("booklet-a5.pdf")])
    ]
    for practice in catalog[PRACTICES].values():
        own = [page for page in pages if page.startswith(practice.title)]
        assert len(own) == 1
        assert practice.summary in " ".join(own[0].split())
    helped = pages.index(next(page for page in pages if page.startswith("Help now, by country")))
    said = " ".join(pages[helped:]).replace("\r\n", " ")
    for country in catalog[HELPLINES].values():
        for line in country.shown(SETTINGS.today).lines:
            assert line.expires
            until = f"Good until {Strings({}).day(line.expires)}"
            assert until in said[said.index(line.name) :]


def test_every_helpline_of_the_book_says_until_when_it_is_good(
    books: Made, small_release: Path
) -> None:
    said = " ".join(
        text.get_text_range() for _, text, _ in read(books[PurePosixPath("ripple-a4.pdf")])
    )
    said = " ".join(said.split())
    for country in load(small_release)[HELPLINES].values():
        for line in country.shown(SETTINGS.today).lines:
            assert line.expires
            after = said[said.index(f"{line.name} ") :]
            assert f"Good until {Strings({}).day(line.expires)}" in after


FULL = 0.5  # of a page, from its top


def emptier(content: bytes) -> dict[int, str]:
    """The pages that are less than half full, by number, with the words that follow on the next."""
    found: dict[int, str] = {}
    document = PdfDocument(content)
    pages = list(document)
    for number, (page, following) in enumerate(itertools.pairwise(pages), 1):
        _, bottom, _, top = page.get_mediabox()
        lows = [each.get_bounds()[1] for each in page.get_objects(max_depth=1)]
        lowest = min((low for low in lows if low - bottom > FOOT), default=top)
        if (top - lowest) / (top - bottom) < FULL:
            found[number] = following.get_textpage().get_text_range()
    return found


FOOT = 62  # points from the bottom: the number of the page stands there


def heads(pdf: pikepdf.Pdf, levels: int) -> set[str]:
    """What the outline names, down to a level: parts, and the pages in them."""
    with pdf.open_outline() as outline:
        names = {item.title for item in outline.root}
        if levels > 1:
            names |= {child.title for item in outline.root for child in item.children}
    return names


def half_empty(content: bytes) -> list[tuple[int, str]]:
    """Pages less than half full where neither a part nor a practice ends."""
    with opened(content) as pdf:
        names = {"".join(name.split()) for name in heads(pdf, 2)}
    # A page begins with its running heads, or with the title itself.
    return [
        (number, begins[:60])
        for number, begins in emptier(content).items()
        if not any("".join(begins.split())[: len(name) * 3 + 40].count(name) for name in names)
    ]


def test_no_page_is_more_than_half_empty_within_a_part_or_practice(books: Made) -> None:
    for file, content in books.items():
        assert half_empty(content) == [], file


@pytest.mark.audit
def test_the_whole_book_is_well_set(disk: Site) -> None:
    made = print_pdfs(book.documents(disk), disk.folder)
    titles = {practice.title for practice in disk.catalog[PRACTICES].values()}
    for file, content in made.items():
        assert half_empty(content) == [], file
        with opened(content) as pdf:
            assert titles <= heads(pdf, 2)
            assert len(pdf.pages) < MOST_PAGES


@pytest.mark.audit
def test_each_practice_fits_one_page_of_the_booklet(disk: Site) -> None:
    made = print_pdfs(booklet.documents(disk), disk.folder)
    titles = [practice.title for practice in disk.catalog[PRACTICES].values()]
    starts = [
        text.get_text_range().split("\r\n")[0]
        for _, text, _ in read(made[PurePosixPath("booklet-a5.pdf")])
    ]
    at = sorted(starts.index(title) for title in titles)
    assert at == list(range(at[0], at[0] + len(titles)))
