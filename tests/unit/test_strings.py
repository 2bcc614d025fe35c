"""Strings that readers see outside of pages: by key, with values and plurals."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.yaml import yaml_load

from macros.catalog.strings import Strings
from tests.helpers.projects import ROOT

TEXT = Strings(
    {
        "leave": "You can stop.",
        "days": {"one": "{count} day", "other": "{count} days"},
        "help": {"call": "Call {number}, {who}."},
        "lines": ["One.", "Two."],
    }
)


def test_a_string_is_found_by_its_key() -> None:
    assert TEXT("leave") == "You can stop."
    assert TEXT("help.call", number="112", who="now") == "Call 112, now."
    assert TEXT.all("lines") == ["One.", "Two."]


@pytest.mark.parametrize(
    ("language", "forms"),
    [("en", {0: "other", 1: "one", 2: "other"}), ("pl", {1: "one", 2: "few"})],
)
def test_a_number_chooses_its_plural(language: str, forms: dict[int, str]) -> None:
    words = {name: f"{{count}} {name}" for name in ("one", "few", "other")}
    for count, form in forms.items():
        assert Strings({"days": words}, language)("days", count=count) == f"{count} {form}"


def test_days_and_numbers_are_written_as_the_language_writes_them() -> None:
    english, spanish, portuguese = (Strings({}, code) for code in ("en", "es", "pt-BR"))
    value = date(2026, 11, 22)
    assert english.day(value) == "November 22, 2026"
    assert spanish.day(value) == "22 de noviembre de 2026"
    assert spanish.month(value) == "noviembre"
    assert (english.number(12345), portuguese.number(12345)) == ("12,345", "12.345")


def test_words_stand_in_a_list_as_the_language_has_it() -> None:
    english, spanish = Strings({}, "en"), Strings({}, "es")
    assert english.listed(["sad"]) == "sad"
    assert english.listed(["sad", "lonely", "stuck"]) == "sad, lonely and stuck"
    assert spanish.listed(["en duelo", "con estrés"]) == "en duelo y con estrés"


def test_a_plural_that_is_not_there_is_the_other() -> None:
    days = {"days": {"one": "{count} día", "other": "{count} días"}}
    assert Strings(days, "es")("days", count=1_000_000) == "1.000.000 días"


@pytest.mark.parametrize("key", ["leav", "help.text", "leave.now"])
def test_a_key_that_is_not_there_is_an_error(key: str) -> None:
    with pytest.raises(KeyError, match=f"data/strings.yml has no `{re.escape(key)}`; add it"):
        TEXT(key)


def written() -> set[str]:
    """Every key that templates, Python and the frame ask for, as they write it."""
    keys = set()
    for folder in ("macros", "overrides"):
        for path in Path(ROOT, folder).rglob("*"):
            if path.suffix in (".py", ".html", ".txt", ".xhtml"):
                text = path.read_text("utf-8")
                # Where more is put behind a dot, what stands before it has to be there.
                keys |= set(re.findall(r'\b(?:text|strings)(?:\.all)?\("([a-z_.]+?)\.?"', text))
                keys |= set(re.findall(r"config\.extra\.strings\.([a-z_.]+)", text))
    return keys


def test_every_key_that_is_asked_for_is_there() -> None:
    tree = yaml.safe_load((ROOT / "data/strings.yml").read_text("utf-8"))["extra"]["strings"]
    keys = written()
    assert keys
    for key in keys:
        Strings(tree).at(key)


def test_every_key_that_scripts_ask_for_is_there() -> None:
    tree = yaml.safe_load((ROOT / "data/strings.yml").read_text("utf-8"))["extra"]["strings"]
    keys = set()
    for path in Path(ROOT, "frontend").rglob("*.js"):
        asked = re.findall(r"\b(?:told|parts)\(([^,)]*)", path.read_text("utf-8"))
        # Where more is put behind a dot, what stands before it has to be there.
        keys |= {
            key
            for each in asked
            for key in re.findall(r"[\"`]([a-z_]+(?:\.[a-z_]+)*)(?:\"|\.\$)", each)
        }
    assert len(keys) > 120
    for key in keys:
        Strings(tree["scripts"] | tree["page_scripts"]).at(key)


def asked_of(script: str) -> set[str]:
    """The groups of strings that a script as it is built asks for, by its own words."""
    bundle = (ROOT / f"docs/assets/scripts/{script}.js").read_text("utf-8")
    return set(re.findall(r"[\"`]([a-z_]+)\.[a-z_$]", bundle))


def test_a_page_gets_the_strings_of_its_scripts() -> None:
    """Each script finds its strings in the page: those of every page, or those of its own."""
    tree = yaml.safe_load((ROOT / "data/strings.yml").read_text("utf-8"))["extra"]["strings"]
    with Path(ROOT, "mkdocs.yml").open("rb") as settings:
        pages = yaml_load(settings)["extra"]["own"]
    own = tree["page_scripts"].keys()
    used = asked_of("practice") & own
    assert used == {"guide"}  # what overrides/main.html hands to a practice
    for page in pages:
        given = set(page.get("strings", ()))
        used |= given
        for script in page.get("scripts", ()):
            assert asked_of(script) & own == given, (page["page"], script)
    assert used == own


def test_no_page_carries_strings_that_none_of_its_scripts_says() -> None:
    """What every page gets is said by the script of every page, which asks for nothing else."""
    tree = yaml.safe_load((ROOT / "data/strings.yml").read_text("utf-8"))["extra"]["strings"]
    asked = asked_of("site")
    assert not asked & tree["page_scripts"].keys()
    groups = {name for name, value in tree["scripts"].items() if isinstance(value, dict)}
    assert groups == asked & groups
