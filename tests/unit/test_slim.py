"""Pages and search weigh less, and say the same."""

import json

from macros.editions.beside import slim


def test_a_page_loses_blank_lines_and_indents_only() -> None:
    html = "<p>\n    One  two\n\n   three</p>\n<pre>\n  kept\n\n  as it is</pre>\n\n\n<p>end</p>\n"
    assert slim.page(html) == (
        "<p>\nOne  two\nthree</p>\n<pre>\n  kept\n\n  as it is</pre>\n<p>end</p>\n"
    )


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
            text = slim.index(f"{before}{plain}{after}")
            assert text.startswith(before)
            assert text.endswith(after)
            read = json.loads(text[len(before) : len(text) - len(after)])
            assert [(part["location"], part["text"]) for part in read[name]] == [
                ("a.html", f"Some words &amp; more. Step{said}"),
                ("a.html#b", "Text"),
                ("contribute/fields.html", "Each record"),
            ]
