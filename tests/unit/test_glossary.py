"""The first use of a word of the glossary leads to its meaning at the end of the page."""

from pathlib import Path

import markdown
import pytest

from tests.helpers.projects import copy_of_fixture

LINK = (
    '<a class="rp-term" href="#word-wave" id="use-wave"'
    ' title="A hand that moves from side to side.">{}</a>'
)
LIST = (
    '<section aria-label="Words used here" class="rp-glossary" data-search-exclude="">'
    '<p>Words used here</p><dl><dt id="word-wave">wave</dt>'
    "<dd>A hand that moves from side to side."
    ' <a class="footnote-backref" href="#use-wave" title="Back to “wave” in the text">↩</a>'
    "</dd></dl></section>"
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(copy_of_fixture(tmp_path))
    return Path.cwd()


def page(text: str) -> str:
    ours = [f"macros.components.markdown.{name}" for name in ("citations", "glossary")]
    return markdown.markdown(text, extensions=["footnotes", "md_in_html", *ours])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A wave is a wave.", f"<p>A {LINK.format('wave')} is a wave.</p>"),
        ("Waves, *wave*.", f"<p>{LINK.format('Waves')}, <em>wave</em>.</p>"),
        ("*An* old wave, so.", f"<p><em>An</em> old {LINK.format('wave')}, so.</p>"),
        ("So *wave*!", f"<p>So <em>{LINK.format('wave')}</em>!</p>"),
    ],
)
def test_the_first_use_is_a_link_to_the_meaning(text: str, shown: str) -> None:
    assert page(text) == f"{shown}\n{LIST}"


@pytest.mark.parametrize(
    "text",
    [
        "A microwave.",
        "Wave-like.",
        "## Wave",
        "[wave](https://example.org/)",
        "`wave`",
        "<p>wave</p>",
    ],
)
def test_headings_links_code_and_parts_of_words_stay_as_they_are(text: str) -> None:
    assert "rp-term" not in page(text)


def test_the_meanings_stand_before_the_sources() -> None:
    html = page("A wave.[^lark2020]")
    assert html.index("Words used here") < html.index('<div class="footnote">')


def test_two_words_in_one_sentence_keep_their_order(project: Path) -> None:
    path = project / "data" / "glossary.yml"
    path.write_text(
        path.read_text("utf-8") + "hand:\n  word: hand\n  meaning: Five fingers.\n", "utf-8"
    )
    html = page("Say hand and wave and go.")
    text = (
        '<p>Say <a class="rp-term" href="#word-hand" id="use-hand" title="Five fingers.">hand</a>'
    )
    assert html.startswith(f"{text} and {LINK.format('wave')} and go.</p>")
    assert html.index('id="word-hand"') < html.index('id="word-wave"')


def test_a_word_that_is_broken_over_two_lines_is_found(project: Path) -> None:
    path = project / "data" / "glossary.yml"
    entry = "tone:\n  word: kind tone\n  meaning: A soft voice.\n"
    path.write_text(path.read_text("utf-8") + entry, "utf-8")
    assert 'href="#word-tone"' in page("A kind\ntone.")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("risk", "It is a ri\u017fk."),  # a letter that small letters do not turn into the word
        ("kind", "Be k\u0131nd."),
        ("wzxhzdk", "Two \\* three."),  # how Markdown names what it has put aside
    ],
)
def test_odd_letters_and_marks_of_markdown_stay(word: str, text: str, project: Path) -> None:
    (project / "data" / "glossary.yml").write_text(
        "odd:\n  word: nothing\n  meaning: So.\n", "utf-8"
    )
    plain = page(text)
    entry = f"odd:\n  word: {word}\n  meaning: So.\n"
    (project / "data" / "glossary.yml").write_text(entry, "utf-8")
    assert page(text) == plain


def test_either_apostrophe_is_found(project: Path) -> None:
    entry = "high:\n  word: helper's high\n  meaning: A glow.\n"
    (project / "data" / "glossary.yml").write_text(entry, "utf-8")
    assert 'href="#word-high"' in page("The helper’s high.")
    assert 'href="#word-high"' in page("The helper's high.")


def test_the_glossary_itself_is_left_alone() -> None:
    text = (
        '<dl class="rp-words-list" markdown="1">\n<dt markdown="span">Wave</dt>\n</dl>\n\nA wave.'
    )
    assert "rp-term" not in page(text)
