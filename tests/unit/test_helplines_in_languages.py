"""Helplines on pages of another language: named, ordered and said in it, and as sure as before."""

from pathlib import Path, PurePosixPath

import pytest
from lxml.html import fragment_fromstring

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINES
from macros.catalog.load import load
from macros.catalog.strings import Strings
from macros.check import CheckedLanguage, Opener
from macros.components.calls import CALLS
from macros.components.context import Context
from macros.components.countries import countries_of, languages_of
from macros.editions.beside.printed_help import END, add_help
from macros.editions.parts.essentials import numbers
from macros.editions.parts.templates import fill
from macros.editions.site import Site
from macros.languages.helplines import texts_of
from macros.project import Project
from tests.helpers.projects import SETTINGS, copy_of_fixture

TEXTS = """texts:
  all emergencies: alle Notfälle
  Every day: Jeden Tag
  Free: Kostenlos
  Arabic: Arabisch
  Example Charity: Ein Verein
"""
COUNTRY = """country: {name}
languages: [{languages}]
emergency:
  numbers: [{{number: "{number}", use: all emergencies}}]
  confidence: high
  read: [{{source: table, day: 2026-10-07}}]
"""
COUNTRIES = {
    "at": ("Austria", "de"),
    "br": ("Brazil", ""),
    "eg": ("Egypt", "ar"),
    "gb": ("United Kingdom", ""),
    "us": ("United States", "ar"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The fixture with more countries, and German texts of helplines."""
    root = copy_of_fixture(tmp_path)
    for number, (code, (name, languages)) in enumerate(COUNTRIES.items(), 200):
        text = COUNTRY.format(name=name, languages=languages, number=number)
        (root / f"data/helplines/{code}.yml").write_text(text, "utf-8")
    (root / "languages/de/data/helpline-texts.yml").write_text(TEXTS, "utf-8")
    return root


def in_german(root: Path) -> CheckedLanguage:
    opener = Opener()
    (found,) = opener.languages(opener.open(root, SETTINGS))
    assert found.problems == ()
    return found


def names(catalog: Catalog) -> list[str]:
    return [country.country for country in countries_of(catalog).values()]


def help_page(project: Project) -> str:
    context = Context(project, PurePosixPath("docs/help.md"))
    return CALLS["helpline_list"](context) + CALLS["night_help"](context)


def change(root: Path, old: str, new: str) -> None:
    file = root / "data/helplines/zz.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_countries_have_their_names_and_those_of_the_language_come_first(root: Path) -> None:
    assert names(load(root)) == sorted(["Examplia", *(name for name, _ in COUNTRIES.values())])
    assert names(in_german(root).project.catalog) == [
        "Examplia",
        "Österreich",
        "Ägypten",
        "Brasilien",
        "Vereinigte Staaten",
        "Vereinigtes Königreich",
    ]


def test_a_language_may_name_a_country_itself(root: Path) -> None:
    file = root / "languages/de/data/helpline-texts.yml"
    file.write_text(f"{TEXTS}  United Kingdom: Britannien\n", "utf-8")
    found = in_german(root)
    assert "Britannien" in names(found.project.catalog)
    assert not any("United" in problem.message for problem in found.laid.drift)


def test_pages_and_copies_name_countries_alike(root: Path, tmp_path: Path) -> None:
    for folder in ("", "languages/de/"):  # paper has numbers where there is a care card
        file = root / f"{folder}docs/practices/wave-to-a-neighbor.md"
        end = "{{ practice_end() }}"
        text = file.read_text("utf-8").replace(end, f"{{{{ care_card() }}}}\n\n{end}")
        file.write_text(text, "utf-8")
    project = in_german(root).project
    copy = numbers(Site(tmp_path, project))
    shown = help_page(project)
    for name in ("Österreich", "Ägypten", "Vereinigtes Königreich"):
        assert name in shown and name in copy
    assert "Austria" not in shown + copy and "Egypt" not in shown + copy
    page = tmp_path / "practices/wave-to-a-neighbor/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>A page.</p>{END}", "utf-8")
    add_help(Site(tmp_path, project))
    assert "Ägypten" in page.read_text("utf-8")


def test_texts_are_said_in_the_language_and_lines_stay_as_they_were(root: Path) -> None:
    found = in_german(root)
    project, english = found.project, load(root)
    assert {id: each.mark for id, each in project.catalog[HELPLINES].items()} == {
        id: each.mark for id, each in english[HELPLINES].items()
    }
    for text in (help_page(project), numbers(Site(root, project))):
        assert "alle Notfälle" in text and "Jeden Tag." in text
        assert "Every day" not in text and "all emergencies" not in text
        assert "0800 123" in text
    shown = help_page(project)
    assert "Kostenlos." in shown and "Ein Verein." in shown
    # What is not translated is marked as English.
    assert '<span lang="en">Anyone</span>.' in shown
    assert '<span lang="en">English</span>, Arabisch.' in shown
    assert 'lang="en"' not in help_page(Project(SETTINGS, english))


def test_where_a_line_was_read_is_said_in_the_language(root: Path) -> None:
    texts = root / "languages/de/data/helpline-texts.yml"
    texts.write_text(f"{TEXTS}  in a made-up table: in einer erfundenen Tafel\n", "utf-8")
    found = in_german(root)
    shown = help_page(found.project)
    assert "in einer erfundenen Tafel (2026-10-07)" in shown
    assert "in a made-up table" not in shown
    # What is not translated is marked as English, and told.
    assert '<span lang="en">on a made-up page</span> (2026-10-07)' in shown
    assert any("`on a made-up page` stands in English" in each.message for each in found.laid.drift)


def test_no_english_of_a_helpline_stands_unmarked_in_another_language(root: Path) -> None:
    (root / "languages/de/data/helpline-texts.yml").write_text("texts: {}\n", "utf-8")
    project = in_german(root).project
    page = fragment_fromstring(help_page(project), create_parent=True)
    for marked in page.xpath('.//*[@lang="en"]'):
        marked.drop_tree()
    left = page.text_content()
    english = {text for country in load(root)[HELPLINES].values() for text in texts_of(country)}
    assert "in a made-up table" in english
    assert [text for text in english if text in left] == []


def test_texts_of_helplines_and_words_of_help_are_counted(root: Path) -> None:
    counts = in_german(root).laid.translation.counts
    said, every = counts["data/helplines/zz.yml"]
    assert 0 < said < every
    # Its one use is translated, and the table that it was read in is not.
    assert counts["data/helplines/br.yml"] == [1, 2]
    said, every = counts["data/help-words/de.yml"]
    assert 0 < said <= every


def test_a_text_whose_english_changes_is_english_at_once(root: Path) -> None:
    change(root, "hours: Every day", "hours: Every night, from 8 p.m.")
    found = in_german(root)
    shown = help_page(found.project)
    assert '<span lang="en">Every night, from 8 p.m.</span> ' in shown
    assert "Jeden Tag" not in shown.partition("Once Line")[0]
    told = [str(problem) for problem in found.laid.drift]
    file = "languages/de/data/helpline-texts.yml"
    missing = "stands in English on pages of this language; add it under `texts`"
    assert f"{file}:1: `Every night, from 8 p.m.` {missing}" in told
    change(root, "cost: Free", "cost: Free at night")
    told = [str(problem) for problem in in_german(root).laid.drift]
    assert f"{file}:4: no helpline says `Free` any more; take it out" in told


def test_a_note_is_said_sentence_by_sentence_or_not_at_all() -> None:
    strings = Strings({}, "de", {"It is new.": "Sie ist neu.", "Open to 8 p.m.": "Bis 8 Uhr."})
    assert strings.line("It is new. Open to 8 p.m.") == "Sie ist neu. Bis 8 Uhr."
    assert strings.line("It is new. Nobody knows.") is None
    assert strings.line("Open to 8 p.m. every day") is None
    assert Strings({}).line("It is new.") == "It is new."


def test_plain_text_has_no_marks(root: Path) -> None:
    catalog = in_german(root).project.catalog
    shown = [country.shown(SETTINGS.today) for country in countries_of(catalog).values()]
    values = {"countries": shown, "text": catalog.text, "label_of": catalog.label}
    text = fill("countries.txt", **values)
    assert "Jeden Tag." in text
    assert "<" not in text


@pytest.mark.parametrize(
    ("code", "languages", "found"),
    [
        ("gb", [], ["en"]),
        ("us", ["es"], ["en", "es"]),
        ("in", ["hi"], ["hi", "en"]),
        ("at", ["de"], ["de"]),
        ("zz", ["de", "ar"], ["de", "ar"]),
    ],
)
def test_on_such_pages_english_is_one_of_the_languages_of_a_country(
    root: Path, code: str, languages: list[str], found: list[str]
) -> None:
    english = load(root)
    country = english[HELPLINES]["zz"].model_copy(update={"languages": languages})
    assert languages_of(english, code, country) == languages
    assert languages_of(in_german(root).project.catalog, code, country) == found


def test_a_british_card_in_german_says_what_to_do_in_english(root: Path) -> None:
    shown = help_page(in_german(root).project)
    card = shown.partition('<h3 id="gb"')[2]
    assert '<p lang="en" dir="ltr">' in card
    assert "not yet read" not in card and 'href="tel:203"' in card
