"""A kind of record is stated once: one model and one row make it known everywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.catalog.kinds import ARTICLES, HELPLINES, KINDS, PAGES, PRACTICES, STUDIES, kind_of
from tests.helpers.projects import buildable, copy_of_fixture

MODEL = '''"""Songs that people hum."""

from pydantic import ConfigDict, Field

from macros.catalog.models.fields import PracticeId, Record, Sentence, Text


class Song(Record):
    """A song to hum."""

    model_config = ConfigDict(title="song")

    title: Text = Field(description="Its title.")
    why: Sentence = Field(description="Why to hum it.")
    goes_with: list[PracticeId] = Field(default=[], description="Practices that it goes with.")
'''
ROW = """from macros.catalog.models.songs import Song

SONGS = Kind("songs", "song", Song, "data/songs/{id}.yml", open_data=True, wording=True)

# Every kind above"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a kind more: its model, its row, and one record."""
    root = buildable(copy_of_fixture(tmp_path))
    (root / "macros/catalog/models/songs.py").write_text(MODEL, "utf-8")
    kinds = root / "macros/catalog/kinds.py"
    kinds.write_text(kinds.read_text("utf-8").replace("# Every kind above", ROW), "utf-8")
    song(root, "title: A slow one\nwhy: It is slow.\ngoes_with: [wave-to-a-neighbor]\n")
    return root


def song(root: Path, text: str) -> None:
    """Write the record of the new kind."""
    (root / "data/songs").mkdir(exist_ok=True)
    (root / "data/songs/slow.yml").write_text(text, "utf-8")


def run(root: Path, *arguments: str) -> str:
    """What a program of the project prints, on either way."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_its_records_are_checked(root: Path) -> None:
    assert run(root, "-m", "macros", "check") == "No problems.\n"
    song(
        root, "title: A slow one\nwhy: Commit suicide.\ngoes_with: [wave-to-a-neighbr]\ntempo: 3\n"
    )
    assert run(root, "-m", "macros", "check").splitlines() == [
        "data/songs/slow.yml:3: `goes_with, entry 1`: there is no practice `wave-to-a-neighbr`;"
        " did you mean `wave-to-a-neighbor`?",
        "data/songs/slow.yml:4: `tempo` is not a known key; known are: title, why, goes_with",
    ]


def test_editors_get_its_schema(root: Path) -> None:
    run(root, "-m", "macros", "schema")
    schema = json.loads((root / "schemas/song.json").read_text("utf-8"))
    assert list(schema["properties"]) == ["title", "why", "goes_with"]


def test_it_is_open_data_and_in_the_reference(root: Path) -> None:
    program = (
        "from macros.components.reference import fields\n"
        "from macros.catalog.open_data import OPEN_KINDS\n"
        "print([kind.name for kind in OPEN_KINDS][-1], [f.name for f in fields('song')])"
    )
    assert run(root, "-c", program) == "songs ['title', 'why', 'goes_with']\n"


def test_each_file_has_one_kind() -> None:
    for kind in KINDS:
        file = kind.file("any-id")
        assert kind_of(file) is kind
        assert kind.id_in(file) == ("any-id" if kind.is_folder else file.stem)


def test_the_first_page_of_a_folder_is_a_page() -> None:
    assert kind_of(PRACTICES.file("index")) is PAGES
    assert kind_of(ARTICLES.file("index")) is PAGES
    assert kind_of(STUDIES.file("index")) is STUDIES


def test_no_kind_is_named_twice() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert len({kind.singular for kind in KINDS}) == len(KINDS)
    assert HELPLINES in KINDS
