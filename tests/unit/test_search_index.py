"""The index of search weighs less, and knows what pages do not show."""

import json
from pathlib import Path

from macros.editions.beside.search_index import completed, sought
from macros.editions.site import Site
from tests.helpers.projects import copy_of_fixture, open_project


def test_an_index_keeps_words_leaves_notes_out_and_takes_sayings_in() -> None:
    steps = "<p>Some <em>words</em> &amp; more.</p> <ol> <li>Step</li> </ol>"
    parts = [
        {"location": "a.html", "text": steps},
        {"location": "a.html#b", "text": "<p>Text</p> <ol> <li><p>Note ↩</p></li> </ol>"},
        {"location": "a.html#where-to-go-from-here", "text": "Elsewhere"},
        {"location": "contribute/fields.html", "text": "Each record"},
        {"location": "contribute/fields.html#act", "text": "key"},
    ]
    added = {"a.html": {"said": ["one", "two"], "facts": "1 minute"}}
    for name in ("docs", "items"):
        plain = json.dumps({"config": {}, name: parts})
        for before, after in (("", ""), ("var __index = ", ";")):
            text = completed(f"{before}{plain}{after}", added)
            assert text.startswith(before)
            assert text.endswith(after)
            read = json.loads(text[len(before) : len(text) - len(after)])
            assert read[name] == [
                {"location": "a.html", "text": "Some words &amp; more. Step", **added["a.html"]},
                {"location": "a.html#b", "text": "Text"},
                {"location": "contribute/fields.html", "text": "Each record"},
            ]


def test_sayings_and_facts_come_from_the_catalog(tmp_path: Path) -> None:
    project = open_project(copy_of_fixture(tmp_path))
    online, disk = Site(tmp_path / "online", project), Site(tmp_path / "disk", project)
    disk.folder.mkdir()
    (disk.folder / "help.html").touch()
    wave = {
        "said": ["nobody sees me", "I feel invisible", "alone on my street"],
        "facts": "1 minute, low energy",
    }
    assert sought(online)["practices/wave-to-a-neighbor/"] == wave
    assert sought(disk)["practices/wave-to-a-neighbor.html"] == wave
    assert sought(online)["articles/why-wave/"]["facts"] == "about 1 minute"
