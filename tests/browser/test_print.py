"""Words on screen are words on paper, for every kind of page; and help is on paper, too."""

import re
import unicodedata
from collections import Counter
from pathlib import Path, PurePosixPath

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINES, SECTIONS
from tests.audit.pages import KINDS, calling
from tests.helpers.picks import Guided, first
from tests.helpers.projects import SETTINGS
from tests.helpers.reader import Device
from tests.helpers.sites import ADDRESS

PAGES = {
    "home": "",
    "help": "help/",
    "list of practices": "practices/",
    "list of articles": "articles/",
    "needs": "needs/",
    "ripples": "ripples/",
    "ripple tables": "ripples/at-home/",
    "evidence": "evidence/",
    "claims": "evidence/claims/",
    "studies": "evidence/studies/",
    "effects": "evidence/effects/",
    "finder of acts": "acts/",
    "acts": "acts/for-yourself/",
    "rhythm": "rhythm/",
    "month": "rhythm/gentle/",
    "prose": "about/privacy/",
    "glossary": "about/words/",
    "fields": "contribute/fields/",
    "data": "contribute/data/",
    "download": "download/",
    "organizations": "give/",
}
MARGIN = "12.7mm"  # half an inch, the widest that a browser takes by itself
RECORDS = ("practices", "articles", "needs")  # folders whose pages are of one kind
# Kinds that are printed each time: help, what carries it, tables, pictures, and a single sheet.
QUICK = ("help", "practices", "articles", "ripple tables", "claims", "month")
# Left out on purpose: ways through the site, buttons and their explanations, signs beside headings,
# pictures (a table says the same), and what surrounds a month that is printed as one sheet.
FURNITURE = ", ".join(
    (
        *(".rp-path", ".rp-toc", "button", "select", "label", "svg", "template", "script"),
        *(".rp-exit", ".rp-exit-note", ".headerlink", ".footnote-backref", ".rp-jump", ".rp-more"),
        *(".rp-begin", ".rp-explorer", ".rp-here__choice", ".rp-week__more", "[href^='webcal:']"),
        *(".rp-text:has(> .rp-month) > :not(h1, .rp-month)", "body:has(.rp-month) .rp-footer"),
    )
)
TEXTS = """furniture => {
  const folded = document.querySelectorAll("details:not([open])");
  folded.forEach(details => { details.open = true; });
  const foot = document.querySelectorAll(".rp-footer__row > p");
  const places = [document.querySelector("main"), ...foot];
  const texts = places.flatMap(place => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      if (!holder.checkVisibility() || holder.closest(furniture)) continue;
      found.push(walker.currentNode.data);
    }
    return found;
  });
  folded.forEach(details => { details.open = false; }); // as a reader prints it
  return texts;
}"""


def plain(text: str) -> str:
    """The letters and digits of a text, in small letters: how lines break does not count."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text)).casefold()


def drawn(text: str) -> bool:
    """Whether every machine has a font for a text."""
    return all(unicodedata.name(sign, "").startswith("LATIN") or sign.isdigit() for sign in text)


def paper(page: Page) -> str:
    """The letters and digits of the page as it is printed."""
    document = PdfDocument(page.pdf(format="A4"))
    sheets = [sheet.get_textpage().get_text_bounded() for sheet in document]
    document.close()
    return plain("".join(sheets).replace("\\ufffe", ""))


def kinds() -> list[ParameterSet]:
    """One page of each kind; those that need not be printed each time are for the audit."""
    names = [*PAGES, *RECORDS]
    audit = pytest.mark.audit
    return [pytest.param(name, marks=() if name in QUICK else audit) for name in names]


def lost(page: Page, address: str, hidden: str = "") -> dict[str, int]:
    """The texts on screen that are not on paper as often; `hidden` is left out on purpose."""
    page.goto(address)
    texts = Counter(filter(drawn, map(plain, page.evaluate(TEXTS, FURNITURE))))
    del texts[""]
    assert sum(texts.values()) > 10
    if hidden:
        page.evaluate("name => { document.querySelector(name).hidden = true; }", hidden)
    printed = paper(page)
    return {text: count for text, count in texts.items() if printed.count(text) < count}


@pytest.mark.proves("Tables are whole, and nothing of the text is folded away.")
@pytest.mark.parametrize("kind", kinds())
def test_words_on_screen_are_words_on_paper(
    page: Page, address: str, site: Path, kind: str
) -> None:
    place = PAGES[kind] if kind in PAGES else f"{kind}/{a_page_of(site / kind)}/"
    assert lost(page, address + place) == {}


def a_page_of(folder: Path) -> str:
    """The name of the first page in a folder of the built site."""
    return min(path.parent.name for path in folder.glob("*/index.html"))


def test_what_is_hidden_would_be_missed(page: Page, address: str) -> None:
    missed = lost(page, f"{address}about/privacy/", hidden="article p:nth-of-type(2)")
    assert "whoeverhoststhefiles" in missed


def has_card(catalog: Catalog, practice: Guided) -> bool:
    """Whether a practice shows the card that leads to help."""
    calls = catalog.texts[PurePosixPath(practice.file)].calls
    return any(call.name == "care_card" for call in calls)


def test_a_printed_practice_with_a_care_card_has_numbers_and_its_day(
    page: Page, address: str, practices: list[Guided], catalog: Catalog
) -> None:
    with_card = first(each for each in practices if has_card(catalog, each))
    page.goto(address + with_card.address)
    expect(page.locator(".rp-paper")).to_be_hidden()
    printed = paper(page)
    for country in catalog[HELPLINES].values():
        assert plain(country.emergency.numbers[0].number) in printed
        assert plain(country.country) in printed
        lines = [line for line in country.shown(SETTINGS.today).lines if line.phone]
        assert not lines or plain(lines[0].phone[0].number) in printed
    for words in ("Made on", "Last read through on", "Words and data: CC BY 4.0", ADDRESS):
        assert plain(words) in printed
    without = first(each for each in practices if not has_card(catalog, each))
    page.goto(address + without.address)
    expect(page.locator(".rp-care:not(.rp-search .rp-care)")).to_have_count(0)
    expect(page.locator(".rp-paper")).to_have_count(0)


# ---------- How it looks on paper ----------


@pytest.mark.proves("Tables are whole, and nothing of the text is folded away.")
@pytest.mark.parametrize("kind", ["ripples/", "contribute/fields/"])
def test_wide_tables_are_whole_on_paper(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 with its margins, at 96 dpi
    page.goto(address + kind)
    page.emulate_media(media="print")
    cut = page.evaluate(
        """() => [...document.querySelectorAll("table, th, td")].filter(e => {
          const box = e.getBoundingClientRect();
          return box.width === 0 || box.right > innerWidth + 1 || box.left < -1;
        }).map(e => e.textContent.slice(0, 60))"""
    )
    assert cut == []
    assert page.evaluate("document.querySelectorAll('table').length") > 0
    hidden = page.evaluate("getComputedStyle(document.querySelector('header')).display")
    assert hidden == "none"


@pytest.mark.parametrize("paper", ["A4", pytest.param("Letter", marks=pytest.mark.audit)])
@pytest.mark.parametrize("kind", ["help/", calling("log_sheet"), "ripples/at-home/"])
def test_no_word_passes_the_margin(page: Page, address: str, kind: str, paper: str) -> None:
    page.goto(address + kind)
    edges = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")
    document = PdfDocument(page.pdf(format=paper, margin=edges))  # type: ignore[arg-type]
    margin = 10 / 25.4 * 72
    for sheet in document:
        text, width = sheet.get_textpage(), sheet.get_width()
        boxes = [text.get_rect(at) for at in range(text.count_rects())]
        assert boxes
        assert min(left for left, *_ in boxes) > margin - 1
        assert max(right for _, _, right, _ in boxes) < width - margin + 1
    document.close()


def test_each_way_to_a_helpline_has_a_line_of_its_own_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}help/")
    page.emulate_media(media="print")
    lines = page.evaluate(
        """() => [...document.querySelectorAll(".rp-ways")].filter(ways => ways.children.length > 1)
          .map(ways => [...ways.children].map(way => way.getBoundingClientRect().top))"""
    )
    assert lines
    assert [tops for tops in lines if len(set(tops)) < len(tops)] == []


# They print in ways of their own, which tests of theirs look at.
SHEETS = {calling(name) for name in ("log", "look_back", "log_sheet", "month_sheet", "my_week")}


@pytest.mark.audit
@pytest.mark.proves("Tables are whole, and nothing of the text is folded away.")
def test_nothing_in_the_text_is_hidden_on_paper(page: Page, address: str) -> None:
    page.emulate_media(media="print")
    for kind in sorted({*KINDS} - SHEETS):
        page.goto(address + kind)
        folded = page.evaluate(
            """() => [...document.querySelectorAll("article :is(p, li, dd, h2)")]
              .filter(e => !e.closest("details, nav, .rp-exit-note, .rp-answers, .rp-begin"))
              .filter(e => !e.closest(".rp-explorer, .rp-steps__calendar, .rp-copy"))
              .filter(e => e.getClientRects().length === 0)
              .map(e => e.textContent.slice(0, 60))"""
        )
        assert folded == [], kind


# ---------- What is handed on: a path, a plan for a group ----------


@pytest.mark.audit
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("folder", ["groups", "paths"])
def test_each_plan_is_two_sheets_and_each_path_no_more(
    page: Page, address: str, site: Path, folder: str, paper: str
) -> None:
    names = sorted(path.parent.name for path in (site / folder).glob("*/index.html"))
    assert len(names) > 3
    edges = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)
    for name in names:
        page.goto(f"{address}{folder}/{name}/")
        document = PdfDocument(page.pdf(format=paper, margin=edges))  # type: ignore[arg-type]
        count = len(document)
        document.close()
        assert count == 2 or (count == 1 and folder == "paths"), name


# ---------- The steps of a practice on one sheet ----------

PRINTED = "window.print = () => {}"  # the test makes the paper itself
PRINT = "Print the steps"


def sheets(page: Page, paper: str) -> list[str]:
    """The letters and digits of each sheet that the button makes."""
    page.get_by_role("button", name=PRINT).click()
    edges = dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)
    document = PdfDocument(page.pdf(format=paper, margin=edges))  # type: ignore[arg-type]
    found = [plain(sheet.get_textpage().get_text_bounded()) for sheet in document]
    document.close()
    return found


@pytest.mark.parametrize("most", [3, pytest.param(None, marks=pytest.mark.audit)])
def test_the_steps_of_every_practice_are_one_sheet(
    page: Page, address: str, practices: list[Guided], catalog: Catalog, most: int | None
) -> None:
    page.add_init_script(PRINTED)
    longest_first = sorted(practices, key=lambda each: -len("".join(each.record.gate) + each.page))
    for practice in longest_first[:most]:
        record = practice.record
        said = [
            practice.title,
            *record.gate,
            *(step.text_content() for step in practice.steps),
            catalog.text("minutes", count=record.minutes),
            catalog.text("practice.paper"),
            catalog.text.all("practice.frame")[0],
        ]
        page.goto(address + practice.address, wait_until="domcontentloaded")
        for paper in ("A4", "Letter"):
            (sheet, *more) = sheets(page, paper)
            assert more == [], f"{practice.id} on {paper}"
            assert [text for text in said if plain(text) not in sheet] == [], practice.id


def test_the_sheet_has_what_to_do_and_its_cost_and_no_evidence(
    page: Page, address: str, practice: Guided, catalog: Catalog
) -> None:
    page.add_init_script(PRINTED)
    page.goto(address + practice.address)
    page.get_by_role("button", name=PRINT).click()
    page.emulate_media(media="print")
    on_paper = """() => [...document.querySelectorAll("[data-section]")]
      .filter(part => part.getClientRects().length).map(part => part.dataset.section)"""
    printed = [key for key, kind in catalog[SECTIONS].items() if kind.card]
    shown = page.evaluate(on_paper)
    assert set(shown) <= {"gate", "always", *printed}
    assert {"gate", "steps", "smaller", "always"} <= set(shown)
    assert {"leave", "cost"} & set(shown)
    for other in (".footnote", ".footnote-ref", ".rp-claim", ".rp-related", ".rp-details"):
        expect(page.locator(f".rp-text {other}").first).to_be_hidden()


def test_the_ordinary_print_is_whole_after_the_sheet(
    page: Page, address: str, practice: Guided
) -> None:
    page.add_init_script(PRINTED)
    page.goto(address + practice.address)
    before = paper(page)
    (sheet,) = sheets(page, "A4")
    assert len(sheet) < len(before)
    assert paper(page) == before


def test_without_scripts_no_button_prints(device: Device, address: str, practice: Guided) -> None:
    page = device(java_script_enabled=False)
    page.goto(address + practice.address)
    expect(page.locator(".rp-print")).to_be_hidden()
