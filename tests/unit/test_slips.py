"""A file that cannot be read is nobody else's fault: one slip, and only lines of that file."""

from pathlib import Path
from typing import Any

import pytest

from macros.catalog.kinds import HELPLINE_TEXTS, KINDS, Kind, kind_of
from macros.catalog.load import load
from tests.helpers.projects import copy_of_fixture, problems

# The last breaks what only a record of its kind can break: a key that is not known.
SLIPS = {
    "a bracket without its end": "slip: [",
    "a key without its colon": "slip",
    "a key that is not known": "slip: yes",
}


# What depends on files that many read: parts that a call shows, a month with acts for oneself.
MORE = {
    "docs/articles/why-wave.md": "\n[An act](../index.md#nod), [a word](../index.md#alone).\n",
    "data/acts.yml": """
nod:
  text: Nod to a friend.
  minutes: 1
  cost: free
  effort: low
  setting: [home]
  whom: friend
  tags: [lonely]
""",
    "data/months.yml": """
steady:
  meaning: For other times.
  efforts: [low]
  costs: [free]
  run: 1
  yourself: 1
  days:
    2: wave
""",
    "data/editorial.yml": "oneself: friend\n",
}


IN_ENGLISH = [kind for kind in KINDS if kind is not HELPLINE_TEXTS]  # only languages have those


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_of_fixture(tmp_path_factory.mktemp("slips"))
    for name, text in MORE.items():
        with (root / name).open("a", encoding="utf-8") as file:
            file.write(text)
    assert problems(root) == []
    return root


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
@pytest.mark.parametrize("kind", IN_ENGLISH, ids=lambda kind: kind.name)
def test_a_slip_is_told_of_its_own_file_alone(kind: Kind[Any], slip: str, project: Path) -> None:
    files = [file for file in load(project).sources if kind_of(file) is kind]
    assert files, f"the small project has no {kind.name}"
    for file in files:
        path = project / file
        text = path.read_text("utf-8")
        before, end, after = text.rpartition("\n---") if kind.is_page else (text.rstrip(), "", "\n")
        path.write_text(f"{before}\n{slip}{end}{after}", "utf-8")
        said = problems(project)
        path.write_text(text, "utf-8")
        assert said and [line for line in said if not line.startswith(f"{file}:")] == []
