"""The real content: no problem, nothing missing, and what is made of it is as it says."""

import json
import re
from pathlib import PurePosixPath

import jsonschema
import pytest

from macros.__main__ import app
from macros.catalog import generated_files as made
from macros.catalog.kinds import KINDS
from macros.catalog.models.care import SURE
from macros.catalog.reading.source import read_data
from macros.catalog.reports import coverage
from macros.components.help_words import FOR_ANYONE, FOR_SOME
from macros.components.reviews import NATIVE
from tests.helpers.markup import markup_faults
from tests.helpers.projects import ROOT, problems, real_catalog


def test_the_real_content_has_no_problem() -> None:
    assert problems(ROOT) == []


def test_no_kind_of_practice_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert coverage.faults(real_catalog()) == []
    app(["coverage", "--root", str(ROOT)], standalone_mode=False)
    assert capsys.readouterr().out.endswith("Nothing is missing.\n")


def test_pages_become_only_what_is_allowed() -> None:
    found = {
        str(file): faults
        for file, reading in real_catalog().texts.items()
        if (faults := markup_faults(reading))
    }
    assert found == {}


def test_files_made_from_data_are_as_the_data_is() -> None:
    files = made.files(real_catalog())
    assert files is not None
    assert {file.name for file in files} >= {"danger-words.js"}
    for file, text in files.items():
        written = (ROOT / file).read_text("utf-8")
        assert written == text, f"{file} is old; run: make schema"


def test_every_data_file_passes_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    seen = set()
    for schema, pattern in settings["yaml.schemas"].items():
        validator = jsonschema.Draft202012Validator(json.loads((ROOT / schema).read_text("utf-8")))
        for path in ROOT.glob(pattern):
            data = read_data(ROOT, PurePosixPath(path.relative_to(ROOT).as_posix())).data
            as_editors_see_it = json.loads(json.dumps(data, default=str))
            assert [error.message for error in validator.iter_errors(as_editors_see_it)] == [], path
            seen.add(path)
    assert seen == set((ROOT / "data").rglob("*.yml"))


def test_every_kind_of_data_has_a_schema_in_the_editor() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    places = {pattern.removesuffix("/*.yml") for pattern in settings["yaml.schemas"].values()}
    assert places == {
        kind.place.removesuffix("/{id}.yml") for kind in KINDS if kind.place.startswith("data/")
    }


def test_the_reference_names_every_kind_of_record() -> None:
    reference = (ROOT / "docs" / "contribute" / "fields.md").read_text("utf-8")
    named = set(re.findall(r'field_table\("([a-z]+)"\)', reference))
    assert named >= {kind.singular for kind in KINDS}


# Words that mean something to the code: a list may explain them anew, but not lose them.
MEANT = {
    "measures": ("ratio",),
    "grades": ("unsupported",),
    "ways": ("helpful", "harmful"),
    "confidences": (SURE,),
    "costs": ("free",),
    "modes": ("both",),
    "services": (*FOR_ANYONE, *FOR_SOME),
    "roles": (NATIVE,),
}


@pytest.mark.parametrize("name", MEANT)
def test_words_that_the_code_knows_are_in_their_list(name: str) -> None:
    assert set(MEANT[name]) - set(real_catalog().words(name)) == set()


def test_words_that_skeletons_state_are_in_their_lists() -> None:
    text = (ROOT / "macros" / "skeletons" / "ripple.yml").read_text("utf-8")
    catalog = real_catalog()
    for name in ("whom", "when", "way"):
        stated = set(re.findall(rf"(?m)^ +{name}: (.+)$", text))
        assert stated
        assert stated - set(catalog.words("ways" if name == "way" else name)) == set()
