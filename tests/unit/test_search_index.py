"""Search is made with the site: what is read of a page, what words mean, and the index of both.

frontend/tests asks an index of four small pages; after a wanted change, write it again:
python -m tests.unit.test_search_index
"""

import json
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.catalog import Catalog
from macros.catalog.load import load
from macros.catalog.models.search import Search
from macros.check import Opener
from macros.editions.search import index, pages
from macros.editions.search.files import texts, write_search
from macros.editions.search.language import Language, is_slip, stem
from macros.editions.search.pages import Page, Part, known, known_by_place, parts
from macros.editions.site import Site
from tests.helpers.projects import FIXTURE, ROOT, SETTINGS, copy_of_fixture, open_project

SMALL = ROOT / "frontend" / "tests" / "small-index.json"
PAGES = (
    Page(
        "practices/wave/",
        *("Practice", 3, {"lonely": "lonely"}, "", "1 minute, low energy"),
        ["nobody talks to me", "i feel invisible"],
        [
            Part("", "Wave to a neighbor", "A wave."),
            Part("#steps", "Steps", "Raise a hand & smile."),
        ],
    ),
    Page(
        "articles/why-wave/",
        facts="about 2 minutes",
        parts=[
            Part("", "Why wave", "Waves are small."),
            Part("#long", "In the long run", f"{'word ' * 30}seldom {'word ' * 60}"),
        ],
    ),
    Page(
        "help/",
        parts=[
            Part("", "Help now", "Call somebody."),
            Part("#germany", "Germany", "Call 112."),
        ],
    ),
    Page(
        "needs/lonely/", need="lonely", parts=[Part("", "When you are lonely", "You miss people.")]
    ),
)


def small(catalog: Catalog) -> str:
    """The index of the pages above, with all its parts, as frontend/tests reads it."""
    rows = [[*index.row(page), f"passages/{n}"] for n, page in enumerate(PAGES)]
    words = index.split(index.places(PAGES))
    parts = {
        **{f"words/{start}": all for start, all in words.items()},
        **{f"passages/{n}": index.passages(page) for n, page in enumerate(PAGES)},
    }
    names = {start: f"words/{start}" for start in words}
    whole = {**index.heads(catalog, PAGES), "pages": rows, "parts": names}
    return json.dumps({"index": whole, "parts": parts}, indent=1, ensure_ascii=False) + "\n"


def test_the_index_that_scripts_are_tested_with_is_ours() -> None:
    assert SMALL.read_text("utf-8") == small(load(FIXTURE))


def test_a_page_is_read_by_its_headings_and_without_what_nobody_looks_for() -> None:
    page = """<!doctype html><html><body><header>Menu</header><article>
      <h1>Wave <em>now</em></h1><p class="rp-lead">Said above.</p>
      <p>Some w<b>or</b>ds<sup><a class="footnote-ref">1</a></sup> &amp; more.</p>
      <ul><li>One<li>Two</ul>
      <div data-search-exclude>Elsewhere</div><div class="a rp-paper">Printed</div>
      <h2 id="b">Next <a class="headerlink">#</a></h2><h3>No anchor</h3><p>Text</p>
      <div class="footnote"><p>Note</p></div></article><footer>Foot</footer></body></html>"""
    assert parts(page.encode()) == [
        Part("", "Wave now", "Said above. Some words & more. One Two"),
        Part("#b", "Next", "No anchor Text"),
    ]
    assert parts(b"<html><body><p>No article</p></body></html>") == []


def test_a_long_list_shows_no_passages_and_its_headings_count_as_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def page() -> Page:
        return Page("a/", parts=[Part("", "A", "Two words"), Part("#b", "Beans", "Three more")])

    assert index.passages(page())["parts"][1] == ("#b", "Beans", "Three more")
    assert (page().stems["bean"], page().stems["word"]) == (pages.HEADING, 1)
    monkeypatch.setattr(pages, "LONGEST", 15)
    assert index.passages(page())["parts"] == [("", "A", ""), ("#b", "Beans", "")]
    assert page().stems["bean"] == 1


def test_sayings_and_facts_come_from_the_catalog(tmp_path: Path) -> None:
    project = open_project(copy_of_fixture(tmp_path))
    online, disk = Site(tmp_path / "online", project), Site(tmp_path / "disk", project)
    disk.folder.mkdir()
    (disk.folder / "help.html").touch()
    wave = known(online, PurePosixPath("docs/practices/wave-to-a-neighbor.md"))
    said = ["nobody sees me", "I feel invisible", "alone on my street"]
    assert (wave["said"], wave["facts"]) == (said, "1 minute, low energy")
    article = known(online, PurePosixPath("docs/articles/why-wave.md"))
    assert article["facts"] == "about 1 minute"
    assert known_by_place(online)["practices/wave-to-a-neighbor/"]["said"] == said
    assert known_by_place(disk)["practices/wave-to-a-neighbor.html"]["said"] == said
    need = known(online, PurePosixPath("docs/needs/lonely.md"))
    assert need == {"said": [], "need": "lonely"}
    assert known(online, PurePosixPath("docs/help.md")) == {"said": []}
    assert known(online, PurePosixPath("docs/gone.md")) == {}


@pytest.mark.parametrize("on_disk", [False, True])
def test_files_take_the_place_of_what_the_builder_made(tmp_path: Path, *, on_disk: bool) -> None:
    site = Site(tmp_path / "site", open_project(copy_of_fixture(tmp_path)))
    (site.folder / "search").mkdir(parents=True)
    (site.folder / "search" / "search_index.json").touch()
    (site.folder / "search.json").touch()
    place = site.folder / ("help.html" if on_disk else "help/index.html")
    place.parent.mkdir(exist_ok=True)
    place.write_text("<article><h1>Help now</h1><p>Call somebody.</p></article>", "utf-8")
    write_search(site)
    written = {p.relative_to(site.folder / "search").as_posix() for p in site.folder.rglob("*.js*")}
    assert written == texts(site).keys()
    (passages,) = (name for name in written if name.startswith("passages/"))
    text = (site.folder / "search" / passages).read_text("utf-8")
    whole = '{"parts":[["","Help now","Call somebody."]],"said":[]}'
    name = passages.partition(".")[0]
    assert text == (f'rippleSearch.parts["{name}"] = {whole};\n' if on_disk else whole)
    assert name in (site.folder / "search" / f"index.js{'' if on_disk else 'on'}").read_text(
        "utf-8"
    )


def test_words_have_stems_and_a_spelling_is_put_right() -> None:
    assert stem("worries") == stem("worry")
    assert stem("stopping") == stem("stopped")
    words = {"kinds": {}, "skip": ["i"], "spellings": {"want to": ["wanna"]}, "slips": ["suicide"]}
    same = {"reconciling": ["make up"], "deciding": ["make up my mind"], "afraid": ["scared"]}
    language = Language(Search.model_validate({**words, "same": same}))
    assert language.spelled("I WANNA  sucide") == "i want to suicide"
    made_up = language.meanings("i make up")
    assert [(m.stem, m.groups, m.said) for m in made_up] == [
        ("i", (), False),
        (stem("make"), ("~reconciling",), True),
        ("up", ("~reconciling",), True),
    ]
    decided = language.meanings("make up my mind")  # hides what is within it
    assert {name for m in decided for name in m.groups} == {"~deciding"}
    assert [m.said for m in language.meanings("i")] == [True]  # where nothing else is said
    assert language.meanings("") == []


def test_the_index_holds_each_word_and_each_phrase_once(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    same = {"sad": ["cry", "cries", "crying", "blue"], "afraid": ["worry", "worries", "cry"]}
    words = {"kinds": {}, "skip": ["i"], "spellings": {"you": ["u"]}, "slips": ["suicide"]}
    (root / "data" / "search.yml").write_text(json.dumps({**words, "same": same}), "utf-8")
    heads = index.heads(
        load(root), [Page("a/", said=["I cry", "u cry"], parts=[Part("", "Cry, cry")])]
    )
    assert heads["words"]["same"] == {"sad": ["cry", "blue"], "afraid": ["worry", "cry"]}
    # The numbers of groups are those of their names in order; words that are often said come first.
    assert heads["meanings"] == ["cry 1 0", "i", "you"]
    assert heads["sayings"] == ["1 0,2 0,0 0"]


def test_needs_are_named_by_id_and_sought_by_what_readers_see(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    search = root / "languages" / "de" / "data" / "search.yml"
    search.write_text("same: {lonely: [einsam]}\nskip: [mit]\n", "utf-8")
    opener = Opener()
    (german,) = opener.languages(opener.open(root, SETTINGS))
    assert german.problems == ()
    site = Site(tmp_path / "site", german.project)
    wave = known(site, PurePosixPath("docs/practices/wave-to-a-neighbor.md"))
    assert wave["tags"] == {"lonely": "allein"}
    page = Page("a/", tags=wave["tags"], parts=[Part("", "Winken")])
    need = Page("b/", need="lonely", parts=[Part("", "Wenn du")])
    heads = index.heads(german.project.catalog, [page, need])
    assert heads["words"]["labels"] == {"lonely": "allein"}
    assert heads["words"]["same"] == {"lonely": ["einsam"]}
    assert index.row(page)[5] == ["lonely"]
    assert page.stems["allein"] == pages.NEED
    assert "lon" not in page.stems and "lonely" not in page.stems
    assert "allein 0" in heads["meanings"]  # a word of the group, said of the page of the need


def test_a_slip_is_one_letter_wrong_missing_too_many_or_swapped_with_the_next() -> None:
    assert all(is_slip(word, "suicide") for word in ("suicidd", "suicde", "suiccide", "suicdie"))
    assert not any(is_slip(w, "suicide") for w in ("duicide", "sucde", "homicide", "suicidal"))


def test_parts_are_split_by_as_few_letters_as_their_size_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "LARGEST", 12)
    all = {"a": "1", "ab": "1", "abc": "1 2 3 4 5 6 7 8", "abd": "1", "b": "1", "ba": "2"}
    assert index.split(all) == {
        "a": {"a": "1"},
        "ab": {"ab": "1"},
        "abc": {"abc": all["abc"]},
        "abd": {"abd": "1"},
        "b": {"b": "1", "ba": "2"},
    }


if __name__ == "__main__":
    SMALL.write_text(small(load(FIXTURE)), "utf-8")
