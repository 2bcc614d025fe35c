"""Footnotes get their text from the study's record."""

from pathlib import Path

import markdown
import pytest

from tests.helpers.projects import copy_of_fixture, open_project, problems

EXTENSIONS = ["footnotes", "macros.components.markdown.citations"]
NOTE = (
    "Lark, A. B., &amp; Wren, C. (2020). An example of a study. <em>Journal of Examples</em>,"
    ' 12(3), 45-67. <a href="https://doi.org/10.1234/example.2020">doi.org/10.1234/example.2020</a>'
    " Randomized trial, 1,200 people. Nobody was followed for more than a day."
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path) -> None:
    open_project(copy_of_fixture(tmp_path))


def test_a_citation_becomes_a_note_with_the_text_of_its_record() -> None:
    html = markdown.markdown("Fact.[^lark2020] Again.[^lark2020]", extensions=EXTENSIONS)
    assert html.count('<sup id="fnref') == 2
    assert html.count('<li id="fn:lark2020">') == 1
    assert NOTE in html


def test_notes_stand_in_the_order_of_the_page() -> None:
    html = markdown.markdown("One.[^wren2010] Two.[^lark2020]", extensions=EXTENSIONS)
    assert html.index('id="fn:wren2010"') < html.index('id="fn:lark2020"')


def test_a_page_without_citations_is_left_alone() -> None:
    assert markdown.markdown("Plain.", extensions=EXTENSIONS) == "<p>Plain.</p>"


def test_a_citation_in_code_is_shown_and_makes_no_note() -> None:
    html = markdown.markdown("Write `[^lark2020]` after it.", extensions=EXTENSIONS)
    assert html == "<p>Write <code>[^lark2020]</code> after it.</p>"


def test_an_id_with_hyphens_in_brackets_is_no_note(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path / "hyphens")
    studies, page = root / "data" / "studies", root / "docs" / "index.md"
    text = (studies / "wren2010.yml").read_text("utf-8")
    (studies / "wren-2011.yml").write_text(text, "utf-8")
    page.write_text(page.read_text("utf-8") + "\nA fact.[wren-2011] A [well-known] one.\n", "utf-8")
    assert problems(root) == [
        "docs/index.md:8: `[wren-2011]` would be printed as it stands; write [^wren-2011]"
    ]
