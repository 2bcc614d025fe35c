"""Words on screen are words on paper, for every kind of page; and help is on paper, too."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument

from macros.catalog.load import load
from tests.conftest import ADDRESS
from tests.helpers.projects import ROOT

KINDS = {
    "home": "",
    "help": "help/",
    "list of practices": "practices/",
    "practice": "practices/say-no-kindly/",
    "article": "articles/the-two-way-street/",
    "list of articles": "articles/",
    "needs": "needs/",
    "need": "needs/lonely/",
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
# Left out on purpose: ways through the site, buttons and their explanations, signs beside headings,
# pictures (a table says the same), and what surrounds a month that is printed as one sheet.
FURNITURE = ", ".join(
    (
        *(".rp-path", ".rp-toc", "button", "select", "label", "svg", "template", "script"),
        *(".rp-exit", ".rp-exit-note", ".headerlink", ".footnote-backref", ".rp-jump", ".rp-more"),
        *(".rp-begin", ".rp-here__choice", ".rp-week__more", "[href^='webcal:']"),
        *(".rp-text:has(> .rp-month) > :not(h1, .rp-month)", "body:has(.rp-month) .rp-footer"),
    )
)
TEXTS = """furniture => {
  document.querySelectorAll("details").forEach(details => { details.open = true; });
  const foot = document.querySelectorAll(".rp-footer__row > p");
  const places = [document.querySelector("main"), ...foot];
  return places.flatMap(place => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      if (!holder.checkVisibility() || holder.closest(furniture)) continue;
      found.push(walker.currentNode.data);
    }
    return found;
  });
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


def lost(page: Page, address: str, hidden: str = "") -> dict[str, int]:
    """The texts on screen that are not on paper as often; `hidden` is left out on purpose."""
    page.goto(address)
    texts = Counter(filter(drawn, map(plain, page.evaluate(TEXTS, FURNITURE))))
    del texts[""]
    assert sum(texts.values()) > 10
    page.reload()
    if hidden:
        page.evaluate("name => { document.querySelector(name).hidden = true; }", hidden)
    printed = paper(page)
    return {text: count for text, count in texts.items() if printed.count(text) < count}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("place", KINDS.values(), ids=KINDS)
def test_words_on_screen_are_words_on_paper(page: Page, address: str, place: str) -> None:
    assert lost(page, address + place) == {}


def test_what_is_hidden_would_be_missed(page: Page, address: str) -> None:
    missed = lost(page, f"{address}about/privacy/", hidden="article p:nth-of-type(2)")
    assert "whoeverhoststhefiles" in missed


def test_a_printed_practice_with_a_care_card_has_numbers_to_call(page: Page, address: str) -> None:
    page.goto(f"{address}practices/say-no-kindly/")
    expect(page.locator(".rp-paper")).to_be_hidden()
    printed = paper(page)
    for country in load(ROOT).helplines.values():
        assert plain(country.emergency.numbers[0].number) in printed
        assert plain(country.country) in printed
        sure = [line for line in country.lines if line.confidence == "high" and line.phone]
        assert not sure or plain(sure[0].phone[0].number) in printed
    page.goto(f"{address}practices/give-something-small/")
    expect(page.locator(".rp-care:not(.rp-search .rp-care)")).to_have_count(0)
    expect(page.locator(".rp-paper")).to_have_count(0)


def test_paper_carries_its_day_and_its_license(page: Page, address: str) -> None:
    page.goto(f"{address}practices/say-no-kindly/")
    printed = paper(page)
    for words in ("Made on", "Last read through on", "Words and data: CC BY 4.0", ADDRESS):
        assert plain(words) in printed
