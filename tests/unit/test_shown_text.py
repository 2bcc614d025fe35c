"""Prose without the signs of Markdown: the words that a reader sees, each with its place."""

import pytest

from macros.catalog.reading.shown_text import shown_text


@pytest.mark.parametrize(
    ("prose", "text"),
    [
        ("a *b* **c** ***d*** e", "a b c d e"),
        ("_a_ b_c __d__", "a b_c d"),
        ("**a *b* c**, (*d*)", "a b c, (d)"),
        ("a [b *c*](d.md#e) f ![g](h.svg)", "a b c f g"),
        ('a [b](c.md "d e") f', 'a b "d e") f'),
        ("a.[^smith2020] b[^x-1]", "a. b"),
        (r"2\. \*a\* b", "2. *a* b"),
        ("* a\n* b * c\n\n2 * 3 * 4", "* a\n* b * c\n\n2 * 3 * 4"),
        ("a [b] and [ ] c", "a [b] and [ ] c"),
        ("", ""),
    ],
)
def test_signs_are_taken_out_and_words_stay(prose: str, text: str) -> None:
    assert shown_text(prose).text == text


def test_each_word_has_the_place_where_it_is_written() -> None:
    prose = "one *two* [three](x.md)\nfour.[^a] **five** six"
    shown = shown_text(prose)
    for word in ("one", "two", "three", "four", "five", "six"):
        assert shown.place(shown.text.index(word)) == prose.index(word)
    assert shown_text("plain").place(3) == 3
