"""The way in and the finders: from a feeling to the first step, with and without scripts."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from macros.catalog.finder import FACETS, acts, answers, page_of
from macros.catalog.kinds import ACTS, DOORS, PRACTICES
from macros.catalog.kinds import NEEDS as NEED_PAGES
from tests.helpers.projects import ROOT, real_catalog
from tests.helpers.reader import NO_TRACES, PHONE, TRACES, Device, on_disk, violations

CATALOG = real_catalog()
NEEDS = CATALOG[NEED_PAGES]


@pytest.fixture
def page(device: Device, address: str) -> Page:
    """The page of things to do, on a phone."""
    page = device(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{address}practices/")
    return page


def shows(page: Page, titles: list[str]) -> None:
    """The practices in sight are these, in this order."""
    expect(page.locator(".rp-answers [data-item]:visible .rp-title")).to_have_text(titles)


def gentlest(facet: str, word: str) -> list[str]:
    return [practice.title for _, practice in answers(CATALOG, {facet: word})]


# ---------- From a feeling to the first step ----------


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.proves(
    "The steps of a practice are a list, and the choices on the front page lead to prepared pages."
)
def test_two_taps_lead_from_a_feeling_to_a_practice(
    device: Device, address: str, scripts: bool
) -> None:
    page = device(viewport=PHONE, has_touch=True, is_mobile=True, java_script_enabled=scripts)
    for need in list(NEEDS.values())[::4]:
        page.goto(address)
        page.locator(".rp-needs").get_by_role("link", name=need.label, exact=True).tap()
        picks = page.locator(".rp-picks .rp-title a")
        expect(picks).to_have_text([CATALOG[PRACTICES][id].title for id in need.picks])
        picks.first.tap()
        expect(page.get_by_role("heading", level=1)).to_have_text(
            CATALOG[PRACTICES][need.picks[0]].title
        )
        expect(page.locator(".rp-begin")).to_be_in_viewport()


def test_doors_lead_to_their_pages(device: Device, address: str) -> None:
    page = device(viewport=PHONE, has_touch=True, is_mobile=True)
    for door in CATALOG[DOORS].values():
        page.goto(address)
        page.locator(".rp-doors").get_by_role("link", name=door.title).tap()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.url == f"{address}{door.page.removesuffix('index.md').replace('.md', '/')}"


# ---------- Choices ----------


def test_other_choices_refine_and_the_address_says_all(page: Page, address: str) -> None:
    start = f"{address}practices/"
    for facet, word in (("needs", "lonely"), ("lengths", "two minutes"), ("efforts", "low")):
        page.locator(f'[data-facet="{facet}"] [data-word="{word}"] a').tap()
    wanted = {"needs": "lonely", "lengths": "two minutes", "efforts": "low"}
    found = [practice.title for _, practice in answers(CATALOG, wanted)]
    shows(page, found)
    expect(page).to_have_url(f"{start}#needs=lonely&lengths=two+minutes&efforts=low")
    again = page.context.new_page()
    again.goto(page.url)
    shows(again, found)
    page.go_back()
    expect(page).to_have_url(f"{start}#needs=lonely&lengths=two+minutes")
    page.locator('[data-word="lonely"] a').tap()  # a second tap takes it back
    expect(page).to_have_url(f"{start}#lengths=two+minutes")
    assert page.evaluate(TRACES) == NO_TRACES


def test_practices_chosen_by_hand_come_first(page: Page, address: str) -> None:
    for word in CATALOG.words("needs"):
        page.goto(f"{address}practices/#{urlencode({'needs': word})}")
        shows(page, [practice.title for _, practice in answers(CATALOG, {"needs": word})])


def test_the_answers_are_announced_by_moving_to_them(page: Page, address: str) -> None:
    page.goto(f"{address}acts/")
    page.get_by_role("link", name="Stuck", exact=True).tap()
    heading = page.get_by_role("heading", name="that fit")
    expect(heading).to_be_focused()
    expect(page.get_by_role("link", name="Stuck", exact=True)).to_have_attribute(
        "aria-current", "true"
    )


def test_others_come_three_at_a_time_and_start_again(page: Page, address: str) -> None:
    page.goto(f"{address}acts/")
    page.locator('[data-word="lonely"] a').tap()
    cards = page.locator(".rp-answers [data-item]:visible")
    expect(cards).to_have_count(3)
    first = cards.evaluate_all("cs => cs.map(c => c.dataset.item)")
    assert first == [id for id, _ in acts(CATALOG, {"needs": "lonely"})][:3]
    page.get_by_role("link", name="Show others").tap()
    expect(cards.first).not_to_have_attribute("data-item", first[0])
    page.get_by_role("link", name="Start again").tap()
    expect(cards).to_have_count(0)


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
    for kind in ("practices/#needs=lonely", "practices/#needs=sad&efforts=high", "acts/#one=x"):
        page.goto("about:blank")
        page.goto(address + kind)
        assert violations(page, kind) == []


def test_the_finder_works_from_a_disk(device: Device, offline_site: Path) -> None:
    page = device(viewport=PHONE, offline=True)
    page.goto(on_disk(offline_site, "practices/"))
    need = CATALOG.words("needs")[0]
    page.locator(f'[data-word="{need}"] a').click()
    shows(page, [practice.title for _, practice in answers(CATALOG, {"needs": need})])
    page.locator(".rp-answers [data-item]:visible a").first.click()
    expect(page.locator(".rp-begin")).to_be_in_viewport()


def test_every_need_has_its_page() -> None:
    for need in CATALOG.words("needs"):
        text = (ROOT / page_of(need)).read_text("utf-8")
        assert f'{{{{ answer_list("{need}") }}}}' in text


def test_its_questions_are_headings(page: Page) -> None:
    questions = page.locator(".rp-question")
    names = questions.all_inner_texts()
    assert names
    for name in names:
        expect(page.get_by_role("heading", name=name, level=2)).to_have_count(1)
