"""The index of search weighs less, and says the same."""

import json

from macros.editions.beside.search_index import trimmed


def test_an_index_keeps_words_and_sayings_and_leaves_notes_out() -> None:
    said = "<p>People also say: one; two.</p>"
    steps = "<p>Some <em>words</em> &amp; more.</p> <ol> <li>Step</li> </ol>"
    parts = [
        {"location": "a.html", "text": f"{steps} {said}"},
        {"location": "a.html#b", "text": "<p>Text</p> <ol> <li><p>Note ↩</p></li> </ol>"},
        {"location": "a.html#where-to-go-from-here", "text": "Elsewhere"},
        {"location": "contribute/fields.html", "text": "Each record"},
        {"location": "contribute/fields.html#act", "text": "key"},
    ]
    for name in ("docs", "items"):
        plain = json.dumps({"config": {}, name: parts})
        for before, after in (("", ""), ("var __index = ", ";")):
            text = trimmed(f"{before}{plain}{after}")
            assert text.startswith(before)
            assert text.endswith(after)
            read = json.loads(text[len(before) : len(text) - len(after)])
            assert [(part["location"], part["text"]) for part in read[name]] == [
                ("a.html", f"Some words &amp; more. Step{said}"),
                ("a.html#b", "Text"),
                ("contribute/fields.html", "Each record"),
            ]
