"""Search: what people type at night, asked of its engine; the box and words of danger."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from macros.catalog.checks.danger_rules import DangerRules
from macros.catalog.kinds import ARTICLES, DANGER, PAGES, PRACTICES, SEARCH, WORD_CLASSES
from tests.helpers.picks import Guided, first
from tests.helpers.projects import real_catalog
from tests.helpers.reader import BLOCKED, PHONE, Device, Heard, search, violations
from tests.helpers.search_box import ask, missed, opened, phrases, queries
from tests.helpers.search_engine import Ask, Found, engine, pages
from tests.helpers.server import served
from tests.helpers.sites import BOTH_BUILDERS

ENOUGH = 0.95  # of all questions
ENOUGH_ELSEWHERE = 0.9  # of those in another language
ALIKE = 0.98  # of all questions, asked of the site and of the copy on a disk
MOST = 20  # results in the box
QUERIES = queries()
PHRASES = phrases()


@pytest.fixture(scope="module", params=["online", "disk"])
def box(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """An open search box: of the site as served, and of the copy on a disk with no network."""
    context = browser.new_context(viewport=PHONE)
    if request.param == "online":
        yield opened(context.new_page(), request.getfixturevalue("address"))
    else:
        context.set_offline(True)
        place: Path = request.getfixturevalue("offline_site")
        yield opened(context.new_page(), (place / "index.html").as_uri())
    context.close()


@pytest.fixture(scope="module")
def asked(site: Path) -> Iterator[Ask]:
    """The engine of search with the pages of the site."""
    with engine(site) as ask_engine:
        yield ask_engine


@pytest.fixture
def page(device: Device) -> Page:
    """A page on a phone."""
    return device(viewport=PHONE)


# ---------- What is found ----------


def test_people_find_what_they_need(asked: Ask) -> None:
    answers = asked(QUERIES)
    without = missed(QUERIES, map(pages, answers))
    assert len(QUERIES) >= 90
    assert 1 - len(without) / len(QUERIES) >= ENOUGH, without
    assert [query for query, answer in zip(QUERIES, answers, strict=True) if not answer] == []


@pytest.mark.audit
def test_people_find_what_they_need_in_spanish(whole_site: Path) -> None:
    asked = queries("es")
    with engine(whole_site / "es") as ask_in_spanish:
        without = missed(asked, map(pages, ask_in_spanish(asked)))
    assert len(asked) >= 90
    assert 1 - len(without) / len(asked) >= ENOUGH_ELSEWHERE, without


def test_the_box_shows_what_its_engine_finds(box: Page, request: pytest.FixtureRequest) -> None:
    place = "site" if box.url.startswith("http") else "offline_site"
    check_box(box, request.getfixturevalue(place))


@pytest.mark.audit
def test_the_box_works_where_zensical_built_the_site(page: Page, zensical_site: Path) -> None:
    with served(zensical_site) as address:
        check_box(opened(page, address), zensical_site)


def check_box(box: Page, site: Path) -> None:
    """Ask a few questions in both ways; the box has no room for all pages of the first."""
    few = ["kindness", *list(QUERIES)[:: len(QUERIES) // 5]]
    with engine(site) as asked:
        found = asked(few)
    assert len(found[0]) > MOST
    shown = [
        [Found(page=page, kind=kind) for page, kind in zip(one["pages"], one["kinds"], strict=True)]
        for one in ask(box, few)
    ]
    assert shown == [answer[:MOST] for answer in found]


def test_words_of_danger_show_the_card_and_keep_the_results(box: Page) -> None:
    # How many phrases are read rightly is shown by frontend/tests; here, that the card follows.
    catalog = real_catalog()
    words = catalog.only(SEARCH)
    assert words is not None
    rules = DangerRules(words, catalog[WORD_CLASSES], catalog[DANGER])
    asked = [*PHRASES["danger"][::10], *PHRASES["harmless"][::10]]
    answers = dict(zip(asked, ask(box, asked), strict=True))
    meant = {phrase for phrase in asked if rules.dangers(phrase)}
    assert {phrase for phrase, answer in answers.items() if answer["care"]} == meant
    assert [phrase for phrase in meant if not answers[phrase]["pages"]] == []


def test_the_page_of_help_is_among_the_first_results_for_danger(box: Page) -> None:
    asked = ("i want to die", "suicide", "he hits me", "overdose", "self harm")
    assert [a["pages"][:3] for a in ask(box, asked) if "help" not in a["pages"][:3]] == []


def test_titles_and_sayings_answer_before_the_places_of_words_are_read(
    page: Page, address: str
) -> None:
    waiting: list[Route] = []
    page.route("**/search/words/*", lambda route: waiting.append(route))  # noqa: PLW0108
    opened(page, address)
    page.get_by_role("searchbox").fill("lonely at night")
    results = page.locator(".rp-search__results")
    expect(results.get_by_role("link").first).to_be_visible()
    expect(results).to_have_attribute("aria-busy", "true")
    for route in waiting:
        route.abort()  # what is known has to do
    expect(results).to_have_attribute("aria-busy", "false")
    expect(results.get_by_role("link").first).to_be_visible()


def test_passages_are_read_for_what_is_shown_and_move_nothing(page: Page, address: str) -> None:
    waiting: list[Route] = []
    page.route("**/search/passages/*", lambda route: waiting.append(route))  # noqa: PLW0108
    opened(page, address)
    page.get_by_role("searchbox").fill("raise a hand")
    words = page.locator(".rp-search__words")
    expect(page.locator(".rp-search__results")).to_have_attribute("aria-busy", "false")
    page.wait_for_timeout(300)
    assert 0 < len(waiting) <= 10  # a few at a time, the first results first
    tops = "all => all.map(e => Math.round(e.getBoundingClientRect().top))"
    before = words.evaluate_all(tops)[:3]
    shown = words.all_text_contents()
    for route in waiting:
        route.continue_()
    expect(words).not_to_have_text(shown)
    assert words.evaluate_all(tops)[:3] == before


@pytest.mark.audit
def test_the_copy_on_a_disk_finds_the_same_first(asked: Ask, offline_site: Path) -> None:
    # A few texts differ there, such as where the copies are; so pages that answer almost equally
    # well may change places, though hardly ever among the first three, and never the first.
    with engine(offline_site) as asked_on_disk:
        answers = [map(pages, asked(QUERIES)), map(pages, asked_on_disk(QUERIES))]
    both = list(zip(QUERIES, *answers, strict=True))
    assert [query for query, here, there in both if here[0] != there[0]] == []
    changed = [query for query, here, there in both if here[:3] != there[:3]]
    assert len(changed) <= len(QUERIES) * (1 - ALIKE), changed


def test_results_say_what_they_are_and_how_long_they_take(asked: Ask) -> None:
    check_kinds(asked)


@pytest.mark.audit
def test_results_say_so_where_zensical_built_the_site(zensical_site: Path) -> None:
    with engine(zensical_site) as asked:
        check_kinds(asked)


def check_kinds(asked: Ask) -> None:
    """Ask for pages by their titles, and look at what their results say."""
    catalog = real_catalog()
    wanted = {
        f"practices/{id}": f"Practice, {practice.minutes} minute"
        f"{'s' if practice.minutes > 1 else ''}, {practice.effort} energy"
        for id, practice in catalog[PRACTICES].items()
    }
    titles = [practice.title for practice in catalog[PRACTICES].values()]
    titles += [article.title for article in catalog[ARTICLES].values()]
    titles.append(catalog[PAGES]["evidence/studies"].title)
    kinds = {found["page"]: found["kind"] for answer in asked(titles) for found in answer[:MOST]}
    assert {name: kinds.get(name) for name in wanted} == wanted
    articles = {id: kinds.get(f"articles/{id}", "") for id in catalog[ARTICLES]}
    assert {
        n: k for n, k in articles.items() if not re.fullmatch(r"Article, about \d+ minutes?", k)
    } == {}
    assert kinds["evidence/studies"] == "Evidence"


def test_every_page_finds_itself_by_what_people_say(asked: Ask) -> None:
    catalog = real_catalog()
    folders = (("practices", catalog[PRACTICES]), ("articles", catalog[ARTICLES]))
    said = sorted(
        (f"{folder}/{id}", words)
        for folder, records in folders
        for id, record in records.items()
        for words in record.words
    )
    answers = asked(words for _, words in said)
    # Some words stand on several pages; each of these pages has to be in sight.
    lost = [
        (name, words)
        for (name, words), answer in zip(said, answers, strict=True)
        if name not in pages(answer)[:5]
    ]
    assert lost == []


def test_a_word_need_not_be_typed_to_its_end(asked: Ask) -> None:
    catalog = real_catalog()
    titles = [practice.title for practice in catalog[PRACTICES].values()]
    parts = [title[: len(title) * 3 // 4] for title in titles]
    assert [title for title, answer in zip(titles, asked(parts), strict=True) if not answer] == []
    needs = [need for need in catalog.words("needs") if len(need) > 5]
    names = [f"needs/{need.replace(' ', '-')}" for need in needs]
    answers = map(pages, asked(need[:-2] for need in needs))
    assert [name for name, found in zip(names, answers, strict=True) if name not in found[:5]] == []


def test_practices_and_articles_come_before_evidence_for_everyday_words(asked: Ask) -> None:
    words = ["lonely", "cant sleep", "burnout", "angry", "say no", "volunteering"]
    firsts = [[found["kind"] for found in answer[:3]] for answer in asked(words)]
    assert [kinds for kinds in firsts if "Evidence" in kinds] == []


# ---------- In the dialog ----------


def a_word_of_one_page(practices: list[Guided]) -> tuple[str, Guided]:
    """A long word of the steps of one practice that no other page of a practice has."""
    words = [set(re.findall(r"[a-z]{9,}", each.page.lower())) for each in practices]
    for practice in practices:
        said = " ".join(step.text_content() for step in practice.steps)
        for word in re.findall(r"[a-z]{9,}", said):
            if sum(word in others for others in words) == 1:
                return word, practice
    pytest.fail("no practice has a word of its own")


def test_a_word_of_its_body_finds_a_practice(
    page: Page, address: str, practices: list[Guided]
) -> None:
    word, practice = a_word_of_one_page(practices)
    page.goto(address)
    search(page, word)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ pages?"))
    results = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link")
    result = results.filter(has_text=practice.title).first
    expect(result).to_be_visible()
    result.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(practice.title)


@pytest.mark.proves("The menu and search can be reached, used and left with keys alone.")
def test_it_works_by_keyboard_alone_and_says_how_many(page: Page, address: str) -> None:
    page.goto(address)
    opener = page.get_by_role("button", name="Search")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_have_accessible_name(re.compile("Search"))
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("kindness")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+"))
    for _ in range(40):  # Tab never leaves the dialog for the page behind it
        page.keyboard.press("Tab")
        inside = (
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert page.evaluate(inside)
    page.get_by_role("searchbox").focus()
    page.keyboard.press("ArrowDown")
    result = dialog.get_by_role("listitem").get_by_role("link").first
    expect(result).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_it_works_where_storage_is_blocked(page: Page, address: str) -> None:
    heard = Heard(page)
    page.add_init_script(BLOCKED)
    page.goto(address)
    search(page, "kindness")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    assert heard.errors == []


def test_nothing_found_leads_on_to_the_needs(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("searchbox").fill("xyzzyplugh")
    status = page.get_by_role("dialog").get_by_role("status")
    expect(status).to_have_text("No page found with these words. Perhaps one of these comes close.")
    links = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link")
    needs = real_catalog().words("needs")
    names = [PurePosixPath(link).stem for link in links.evaluate_all("all => all.map(a => a.href)")]
    assert names == [need.replace(" ", "-") for need in needs]
    links.first.click()
    expect(page).to_have_url(f"{address}needs/{names[0]}/")


def test_the_card_comes_before_any_page_is_known(page: Page, address: str) -> None:
    page.add_init_script("window.fetch = () => new Promise(() => {})")  # the index never comes
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("i want to die")
    expect(card(page)).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Search is being prepared.")


def card(page: Page) -> Locator:
    """The care card of the dialog."""
    return page.get_by_role("dialog").locator(".rp-care")


def test_the_card_is_that_of_pages_and_stands_above_the_results(page: Page, address: str) -> None:
    catalog = real_catalog()
    with_card = first(
        id
        for id in sorted(catalog[ARTICLES])
        for call in catalog.texts[PurePosixPath(f"docs/articles/{id}.md")].calls
        if call.name == "care_card"
    )
    page.goto(f"{address}articles/{with_card}/")
    shown = page.locator("main .rp-care")
    words = shown.locator("p").all_text_contents()
    links = shown.get_by_role("link").evaluate_all("all => all.map(a => a.href)")
    opened(page, address)
    page.get_by_role("searchbox").fill("he hits me")
    dialog = page.get_by_role("dialog")
    own = dialog.locator(".rp-care")
    expect(own).to_be_visible()
    assert own.locator("p:visible").all_text_contents() == words
    assert own.get_by_role("link").evaluate_all("all => all.map(a => a.href)") == links
    result = dialog.get_by_role("listitem").first
    top, below = own.bounding_box(), result.bounding_box()
    assert top and below and top["y"] + top["height"] <= below["y"]
    # Said politely, once: the region is there beforehand, and stays as it is while typing goes on.
    assert own.evaluate("e => e.parentElement.getAttribute('aria-live')") == "polite"
    own.evaluate(
        "e => { window.same = 0; new MutationObserver(all => window.same += all.length)"
        ".observe(e, {attributes: true, childList: true, subtree: true}) }"
    )
    page.get_by_role("searchbox").press_sequentially(" when he is drunk")
    assert page.evaluate("window.same") == 0
    own.get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")


def test_the_card_begins_with_the_emergency_number_where_a_life_may_be_at_risk(
    page: Page, address: str
) -> None:
    opened(page, address)
    first = card(page).locator("p:visible").first
    page.get_by_role("searchbox").fill("she is not breathing")
    expect(first).to_contain_text("Call the emergency number first")
    page.get_by_role("searchbox").fill("he hits me")
    expect(card(page)).to_be_visible()
    expect(first).not_to_contain_text("Call the emergency number first")


def test_the_card_comes_before_what_finds_pages(page: Page, address: str) -> None:
    def never(route: Route) -> None:
        """Leave it unanswered."""

    page.route("**/search-engine.js*", never)
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("i want to die")
    expect(card(page)).to_be_visible()


def test_the_card_goes_when_the_words_go(page: Page, address: str) -> None:
    opened(page, address)
    own = page.get_by_role("dialog").locator(".rp-care")
    page.get_by_role("searchbox").fill("i want to die")
    expect(own).to_be_visible()
    page.get_by_role("searchbox").fill("i want to diet")
    expect(own).to_be_hidden()
    page.get_by_role("searchbox").fill("i want to die")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Search").click()
    expect(own).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_have_value("")


@pytest.mark.parametrize("scheme", ["dark", pytest.param("light", marks=pytest.mark.audit)])
def test_axe_finds_nothing_with_the_card(device: Device, address: str, scheme: str) -> None:
    page = opened(device(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce"), address)
    page.get_by_role("searchbox").fill("i want to die")
    expect(page.get_by_role("dialog").locator(".rp-care")).to_be_visible()
    assert violations(page, "search, with the card") == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("name", BOTH_BUILDERS)
def test_what_people_say_is_for_search_and_stands_on_no_page(
    name: str, request: pytest.FixtureRequest
) -> None:
    place: Path = request.getfixturevalue(name)
    for id, record in real_catalog()[PRACTICES].items():
        page = (place / "practices" / id / "index.html").read_text("utf-8")
        assert f"{record.words[0]}; {record.words[1]}" not in page, id


@pytest.mark.parametrize("said", ["isComposing: true", "keyCode: 229"], ids=["now", "as Safari"])
def test_keys_that_put_a_word_together_move_nothing(page: Page, address: str, said: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    box = page.get_by_role("searchbox")
    box.fill("help")
    expect(page.locator(".rp-search__results a").first).to_be_visible()
    for key in ("Escape", "ArrowDown", "ArrowUp"):
        box.evaluate(
            f"(box, key) => box.dispatchEvent("
            f"new KeyboardEvent('keydown', {{ key, {said}, bubbles: true }}))",
            key,
        )
        expect(page.locator("dialog.rp-search")).to_have_attribute("open", "")
        expect(box).to_be_focused()
