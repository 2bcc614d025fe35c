"""A translation laid over English: what stands in the project that is made, and what grew old."""

from pathlib import Path, PurePosixPath

import pytest
import yaml

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import DANGER, LANGUAGE, PHRASES, PRACTICES, RIPPLES, SEARCH, kind_of
from macros.catalog.load import load
from macros.check import CheckedLanguage, Opener
from macros.languages.drift import short_sum
from macros.languages.refresh import refresh
from macros.languages.shape import Entries, Fields, Items, Leaf, shape_of, texts_in
from macros.skeletons import language
from tests.helpers.projects import SETTINGS, copy_of_fixture

PAGE = "docs/practices/wave-to-a-neighbor.md"
GERMAN = f"languages/de/{PAGE}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_fixture(tmp_path)


def german(root: Path) -> CheckedLanguage:
    """The fixture in German, without a problem."""
    opener = Opener()
    (found,) = opener.languages(opener.open(root, SETTINGS))
    assert found.problems == ()
    return found


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def lines(root: Path, file: str) -> list[str]:
    """A page of the German project, without its facts."""
    text = (root / "build/languages/de" / file).read_text("utf-8")
    return text.split("---\n", 2)[2].splitlines()


def test_a_page_has_english_facts_and_german_texts(root: Path) -> None:
    catalog = german(root).project.catalog
    practice, english = catalog[PRACTICES]["wave-to-a-neighbor"], load(root)[PRACTICES]
    assert practice.title == "Dem Nachbarn winken"
    assert practice.minutes == english["wave-to-a-neighbor"].minutes
    assert practice.claims == english["wave-to-a-neighbor"].claims
    assert practice.words[0] == "keiner sieht mich"
    assert catalog.language == "de"


def test_headings_keep_the_ids_of_their_english_twins(root: Path) -> None:
    german(root)
    assert "## Kürzer { #a-shorter-version }" in lines(root, PAGE)
    assert "Nicke." in lines(root, PAGE)


def test_what_is_not_translated_stands_there_in_english(root: Path) -> None:
    laid = german(root).laid
    for file in ("docs/help.md", "data/acts.yml", "docs/practices/sit-for-a-minute.md"):
        assert (laid.root / file).read_bytes() == (root / file).read_bytes()
    assert not laid.translation.has(PurePosixPath("docs/help.md"))
    assert laid.translation.has(PurePosixPath(PAGE))


def test_words_of_a_list_are_ids_with_labels(root: Path) -> None:
    catalog = german(root).project.catalog
    assert catalog.label("needs", "lonely") == "allein"
    assert catalog.label("needs", "angry") == "angry"
    assert catalog.terms and catalog.terms.needs["lonely"].meaning == "Dir fehlen Menschen."
    assert catalog.words("needs") == load(root).words("needs")


def test_the_words_of_a_language_are_its_own(root: Path) -> None:
    english, catalog = load(root), german(root).project.catalog
    assert english[DANGER]
    assert english[LANGUAGE]
    assert not catalog[DANGER]
    assert not catalog[LANGUAGE]
    search = catalog.only(SEARCH)
    assert search and not search.skip and search.kinds == english[SEARCH]["search"].kinds
    assert english.editorial.care.words and not catalog.editorial.care.words
    assert catalog.editorial.care.calls == english.editorial.care.calls


def test_a_second_look_writes_nothing(root: Path) -> None:
    laid = german(root).laid
    before = {path: path.stat().st_mtime_ns for path in laid.root.rglob("*")}
    german(root)
    assert {path: path.stat().st_mtime_ns for path in laid.root.rglob("*")} == before


def test_what_is_taken_away_goes(root: Path) -> None:
    laid = german(root).laid
    (root / GERMAN).unlink()
    german(root)
    assert (laid.root / PAGE).read_bytes() == (root / PAGE).read_bytes()


def test_a_sum_knows_words_and_not_lines() -> None:
    assert short_sum(["A  text\nof two lines."]) == short_sum(["A text of two lines."])
    assert short_sum(["A text."]) != short_sum(["A text!"])
    assert short_sum(["a", "b"]) != short_sum(["a b"])
    assert short_sum(["a"]).isalpha()  # no number, no date, whatever YAML makes of it


def test_a_change_in_english_makes_one_part_old(root: Path) -> None:
    change(root, PAGE, "Nod.", "Nod twice.")
    found = german(root)
    assert found.laid.translation.old == {PAGE: ["text.a-shorter-version"]}
    assert found.laid.translation.english == {}
    assert "Nicke." in lines(root, PAGE)
    (told,) = found.laid.drift
    assert str(told).startswith(
        f"{GERMAN}:10: `text.a-shorter-version`: the English has changed since; when this says the"
        " same again, write `a-shorter-version: "
    )
    assert str(told).endswith(f" refresh de {PAGE} text.a-shorter-version")


def test_an_old_part_that_keeps_people_safe_is_english(root: Path) -> None:
    change(root, PAGE, "Stay in. Let", "Stay in, and lie down. Let")
    found = german(root)
    part = "text.not-today"
    assert found.laid.translation.old == found.laid.translation.english == {PAGE: [part]}
    here = lines(root, PAGE)
    assert "## Heute nicht { #not-today }" in here
    assert "Stay in, and lie down. Let the light fall on your face." in here
    assert "Bleib drinnen. Lass dir Licht ins Gesicht fallen." not in here
    assert here.index("Nicke.") < here.index("Ob es anhält.")


def test_problems_below_an_english_part_keep_their_lines(root: Path) -> None:
    change(root, PAGE, "Stay in. Let", "Stay in.\n\nAnd lie down.\n\nLet")
    change(root, GERMAN, "Ob es anhält.", "Ob es anhält. [Hier](nirgends.md)")
    opener = Opener()
    (found,) = opener.languages(opener.open(root, SETTINGS))
    number = (
        (root / GERMAN).read_text("utf-8").splitlines().index("Ob es anhält. [Hier](nirgends.md)")
    )
    assert {str(problem).split(": ")[0] for problem in found.problems} <= {
        f"{GERMAN}:{number + 1}",
        f"{GERMAN}:{number - 1}",
    }


def test_a_part_is_refreshed_by_name(root: Path) -> None:
    change(root, PAGE, "Nod.", "Nod twice.")
    file, part = PurePosixPath(PAGE), "text.a-shorter-version"
    assert refresh(load(root), "de") == []  # an old part is never called new by itself
    assert refresh(load(root), "de", file, part) == [PurePosixPath(GERMAN)]
    assert german(root).laid.drift == ()


def test_missing_sums_are_filled_in(root: Path) -> None:
    text = (root / GERMAN).read_text("utf-8")
    head, _, rest = text.partition("translates:")
    (root / GERMAN).write_text(head + rest[rest.index("---\n") :], "utf-8")
    assert refresh(load(root), "de", PurePosixPath(GERMAN)) == [PurePosixPath(GERMAN)]
    assert (root / GERMAN).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("dee", None, ""), "there is no folder languages/dee; did you mean `de`?"),
        (("de", "docs/help.md", ""), "there is no translation languages/de/docs/help.md"),
        (("de", PAGE, "titel"), f"{GERMAN} has no part `titel`; did you mean `title`?"),
    ],
)
def test_what_cannot_be_refreshed(
    root: Path, given: tuple[str, str | None, str], message: str
) -> None:
    code, file, part = given
    with pytest.raises(ValueError, match=message.replace("?", r"\?")):
        refresh(load(root), code, PurePosixPath(file) if file else None, part)


@pytest.mark.parametrize(
    ("code", "row"),
    [
        ("fr", "fr:\n  name: Français\n"),
        ("ar", "ar:\n  name: العربية\n  direction: rtl\n"),
        ("pt-br", "pt-br:\n  name: Português (Brasil)\n"),
    ],
)
def test_a_language_is_begun_by_its_code(root: Path, code: str, row: str) -> None:
    file, text = language(load(root), code)
    assert text.endswith(row)
    (root / file).write_text(text, "utf-8")
    assert Opener().open(root, SETTINGS).problems == ()


@pytest.mark.parametrize("code", ["de", "xx-yy-zz", "klingon"])
def test_no_language_is_begun_twice_or_without_a_code(root: Path, code: str) -> None:
    with pytest.raises(ValueError, match=code):
        language(load(root), code)


def test_where_texts_are_is_read_from_the_models() -> None:
    practice = shape_of(PRACTICES)
    assert isinstance(practice, Fields)
    assert practice.keys == {
        "title": Leaf.TEXT,
        "summary": Leaf.TEXT,
        "gate": Items(Leaf.TEXT),
        "words": Leaf.OWN,
        "pass_on": Leaf.TEXT,
        "changes": Items(Fields({"what": Leaf.TEXT})),
    }
    phrase = shape_of(PHRASES)
    assert isinstance(phrase, Fields)
    assert phrase.keys["words"] is Leaf.TEXT and phrase.keys["sought"] is Leaf.OWN
    assert "tone" not in phrase.keys and "medium" not in phrase.keys
    doors = kind_of(PurePosixPath("data/doors.yml"))
    assert doors and isinstance(shape_of(doors), Entries)


def test_texts_are_found_in_order() -> None:
    texts = texts_in(
        shape_of(PRACTICES),
        yaml.safe_load("{title: A, minutes: 3, gate: [B, C], tags: [x], words: [y]}"),
    )
    assert list(texts) == ["A", "B", "C"]


def test_strings_of_a_language_have_its_plurals_and_blanks(root: Path) -> None:
    file = root / "languages/de/data/strings.yml"
    file.write_text(
        "extra:\n  strings:\n    minutes: {one: eine Minute, other: '{count} Minuten'}\n", "utf-8"
    )
    refresh(load(root), "de")
    catalog: Catalog = german(root).project.catalog
    assert catalog.text("minutes", count=1) == "eine Minute"
    assert catalog.text("minutes", count=1200) == "1.200 Minuten"
    assert catalog.text("weeks", count=2) == "2 weeks"


def test_english_may_change_without_a_fault_in_other_languages(root: Path) -> None:
    change(root, PAGE, "Nod.", "Nod.[^wren2010] See [help](../help.md) and {{ pause(5) }}.")
    found = german(root)  # another footnote, link and call: the part does not fit any more
    assert found.laid.translation.english == {PAGE: ["text.a-shorter-version"]}
    assert "## Kürzer { #a-shorter-version }" in lines(root, PAGE)
    assert "Nicke." not in lines(root, PAGE)
    assert "Ob es anhält." in lines(root, PAGE)


def test_a_new_part_of_english_is_english_until_it_is_translated(root: Path) -> None:
    change(root, PAGE, "## Not today", "## How it could look\n\nLike this.\n\n## Not today")
    found = german(root)
    part = "text.how-it-could-look"
    assert found.laid.translation.old == found.laid.translation.english == {PAGE: [part]}
    here = lines(root, PAGE)
    assert (
        here.index("Nicke.")
        < here.index("Like this.")
        < here.index("## Heute nicht { #not-today }")
    )


def test_a_part_that_english_gave_up_goes(root: Path) -> None:
    text = (root / PAGE).read_text("utf-8")
    start, end = text.index("## What is not known"), text.index("{{ practice_end() }}")
    (root / PAGE).write_text(text[:start] + text[end:], "utf-8")
    change(root, "data/sections.yml", "  required: true\n  instead: leave\nwords:", "words:")
    found = german(root)
    assert "Ob es anhält." not in lines(root, PAGE)
    # The call at the end of the page belongs to the part before now.
    assert [str(told).split(";")[0] for told in found.laid.drift] == [
        f"{GERMAN}:13: `text.what-it-can-cost`: the English has changed since",
        f"{GERMAN}:14: `text.what-is-not-known`: English has no such part any more",
    ]


def test_a_list_that_grew_in_english_is_english(root: Path) -> None:
    file = "data/ripples/wave.yml"
    (root / "languages/de" / file).parent.mkdir()
    (root / "languages/de" / file).write_text(
        "effects:\n- effect: Du lächelst.\n- effect: Sie lächelt.\n- effect: Es kostet Zeit.\n"
    )
    refresh(load(root), "de")
    assert german(root).project.catalog[RIPPLES]["wave"].effects[0].effect == "Du lächelst."
    effect = "  - effect: You are seen.\n    whom: you\n    when: at once\n    way: helpful\n"
    change(root, file, "theme:", f"{effect}    basis: [experience]\ntheme:")
    found = german(root)
    assert found.laid.translation.english == {file: ["effects"]}
    assert len(found.project.catalog[RIPPLES]["wave"].effects) == 4
