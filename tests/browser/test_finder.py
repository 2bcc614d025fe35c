"""The front door and the finders: from a feeling to the first step, with and without scripts."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.catalog.finder import FACETS, answers, page_of
from macros.catalog.kinds import ACTS
from tests.helpers.projects import ROOT, real_catalog
from tests.helpers.reader import NO_TRACES, PHONE, TRACES, Device, on_disk, violations

CATALOG = real_catalog()
QUESTIONS = {"needs": "What do you need?", "lengths": "How long have you got?"}
QUESTIONS["efforts"] = "How much energy?"
CHOICES = [(facet, word) for facet in QUESTIONS for word in CATALOG.words(facet)]


@pytest.fixture
def page(device: Device, address: str) -> Page:
    """The front page on a phone."""
    page = device(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(address)
    return page


def shows(page: Page, titles: list[str]) -> None:
    """The practices in sight are these, in this order."""
    expect(page.locator(".rp-answers [data-item]:visible .rp-title")).to_have_text(titles)


def gentlest(facet: str, word: str) -> list[str]:
    return [practice.title for _, practice in answers(CATALOG, {facet: word})]


# ---------- From a feeling to the first step ----------


def some_and_all(words: list[Any]) -> list[Any]:
    """The first and the last; all of them, for the audit."""
    every = pytest.param(words, id="all", marks=pytest.mark.audit)
    return [pytest.param([words[0], words[-1]], id="some"), every]


@pytest.mark.parametrize("choices", some_and_all(CHOICES))
def test_two_taps_lead_to_the_first_step(
    page: Page, address: str, choices: list[tuple[str, str]]
) -> None:
    for facet, word in choices:
        page.goto(address)
        page.get_by_role("group", name=QUESTIONS[facet]).get_by_role(
            "link", name=word.capitalize(), exact=True
        ).tap()
        shows(page, gentlest(facet, word)[:3])
        first = page.locator(".rp-answers [data-item]:visible a").first
        expect(first).to_be_in_viewport()
        first.tap()
        expect(page.get_by_role("heading", name="Steps")).to_be_in_viewport()
        expect(page.locator("#steps ~ ol > li").first).to_be_in_viewport()


@pytest.mark.proves(
    "The steps of a practice are a list, and the choices on the front page lead to prepared pages."
)
@pytest.mark.parametrize("choices", some_and_all(CHOICES))
def test_without_scripts_links_lead_there_too(
    device: Device, address: str, choices: list[tuple[str, str]]
) -> None:
    page = device(viewport=PHONE, java_script_enabled=False)
    for facet, word in choices:
        page.goto(address)
        page.get_by_role("group", name=QUESTIONS[facet]).get_by_role(
            "link", name=word.capitalize(), exact=True
        ).click()
        name = gentlest(facet, word)[0]
        page.locator("article").get_by_role("link", name=name, exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        if facet != "needs":  # a list by time or energy leads to the page, and its steps are next
            page.goto(page.url + "#steps")
        expect(page.get_by_role("heading", name="Steps")).to_be_in_viewport()


# ---------- Choices ----------


def test_other_choices_refine_and_the_address_says_all(page: Page, address: str) -> None:
    for facet, word in (("needs", "lonely"), ("lengths", "two minutes"), ("efforts", "low")):
        page.get_by_role("group", name=QUESTIONS[facet]).get_by_role(
            "link", name=word.capitalize(), exact=True
        ).tap()
    wanted = {"needs": "lonely", "lengths": "two minutes", "efforts": "low"}
    found = [practice.title for _, practice in answers(CATALOG, wanted)]
    shows(page, found[:3])
    expect(page).to_have_url(f"{address}#needs=lonely&lengths=two+minutes&efforts=low")
    again = page.context.new_page()
    again.goto(page.url)
    shows(again, found[:3])
    page.go_back()
    expect(page).to_have_url(f"{address}#needs=lonely&lengths=two+minutes")
    page.get_by_role("link", name="Lonely", exact=True).tap()  # a second tap takes it back
    expect(page).to_have_url(f"{address}#lengths=two+minutes")
    assert page.evaluate(TRACES) == NO_TRACES


def test_the_answers_are_announced_by_moving_to_them(page: Page) -> None:
    page.get_by_role("link", name="Stuck", exact=True).tap()
    heading = page.get_by_role("heading", name="that fit")
    expect(heading).to_be_focused()
    expect(page.get_by_role("link", name="Stuck", exact=True)).to_have_attribute(
        "aria-current", "true"
    )


def test_others_come_three_at_a_time_and_start_again(page: Page) -> None:
    page.get_by_role("link", name="Lonely", exact=True).tap()
    found = gentlest("needs", "lonely")
    page.get_by_role("link", name="Show others").tap()
    shows(page, found[3:6])
    page.get_by_role("link", name="Start again").tap()
    shows(page, [])


def test_a_dead_end_offers_the_nearest(page: Page, address: str) -> None:
    wanted = {"needs": "grieving", "efforts": "high"}
    assert answers(CATALOG, wanted) == []
    page.goto(f"{address}practices/#needs=grieving&efforts=high")
    expect(page.get_by_role("heading", name="Nothing fits all of that")).to_be_visible()
    near = {*gentlest("needs", "grieving"), *gentlest("efforts", "high")}
    shows(page, [practice.title for _, practice in answers(CATALOG, {}) if practice.title in near])
    expect(page.locator(".rp-why:visible").first).to_have_text(
        "Fits: grieving. Does not fit: high energy."
    )


def test_every_count_is_what_the_choice_shows(page: Page, address: str) -> None:
    page.goto(f"{address}practices/#needs=angry")
    for facet in FACETS:
        for word in CATALOG.words(facet):
            if facet == "needs":
                continue
            link = page.locator(f'[data-facet="{facet}"] [data-word="{word}"] a')
            count = len(answers(CATALOG, {"needs": "angry", facet: word}))
            expect(link.locator(".rp-count")).to_have_text(f" {count}")


def test_all_practices_stand_there_before_a_choice(page: Page, address: str) -> None:
    page.goto(f"{address}practices/")
    shows(page, [practice.title for _, practice in answers(CATALOG, {})])
    page.get_by_role("link", name="Burned out").tap()
    page.get_by_role("button", name="Show").tap()
    expect(page.get_by_role("heading", name="that fit")).to_be_focused()


def test_one_small_act_for_me_and_another(page: Page, address: str) -> None:
    page.goto(f"{address}acts/")
    page.get_by_role("group", name="Whom is it for?").get_by_role("link", name="Self").tap()
    cards = page.locator(".rp-answers [data-item]:visible")
    expect(cards).to_have_count(3)
    page.get_by_role("link", name="One for me").tap()
    expect(cards).to_have_count(1)
    first = cards.get_attribute("data-item") or ""
    page.get_by_role("link", name="Another one").tap()
    expect(cards).not_to_have_attribute("data-item", first)
    assert CATALOG[ACTS][cards.get_attribute("data-item") or ""].whom == "self"
    page.go_back()
    expect(cards).to_have_attribute("data-item", first)


def test_axe_finds_nothing_in_the_answers(page: Page, address: str) -> None:
    for kind in ("#needs=lonely", "practices/#needs=sad&efforts=high", "acts/#one=x"):
        page.goto("about:blank")
        page.goto(address + kind)
        assert violations(page, kind) == []


def test_the_finder_works_from_a_disk(device: Device, offline_site: Path) -> None:
    page = device(viewport=PHONE, offline=True)
    page.goto(on_disk(offline_site, ""))
    need = CATALOG.words("needs")[0]
    page.get_by_role("link", name=need.capitalize(), exact=True).click()
    shows(page, gentlest("needs", need)[:3])
    page.locator(".rp-answers [data-item]:visible a").first.click()
    expect(page.get_by_role("heading", name="Steps")).to_be_in_viewport()


def test_every_need_has_its_page() -> None:
    for need in CATALOG.words("needs"):
        text = (ROOT / page_of(need)).read_text("utf-8")
        assert f'{{{{ answer_list("{need}") }}}}' in text
