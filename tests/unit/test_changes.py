"""The summary of a proposal, in plain words."""

import shutil
from pathlib import Path

from tests.helpers.projects import copy_of_fixture
from tools.changes import summary

ONLY_WORDS = "Only words and data change. Nothing here can run.\n\n"


def copies(folder: Path) -> tuple[Path, Path]:
    """Two checkouts that are alike."""
    before = copy_of_fixture(folder)
    shutil.copytree(before, folder / "after")
    return before, folder / "after"


def test_nothing_changed(tmp_path: Path) -> None:
    assert summary(*copies(tmp_path)) == ONLY_WORDS


def test_words_and_data(tmp_path: Path) -> None:
    before, after = copies(tmp_path)
    page = after / "docs" / "practices" / "sit-for-a-minute.md"
    page.write_text(page.read_text("utf-8").replace("## Not today\n", "## Not today\n\nOr nod.\n"))
    (after / "docs" / "articles" / "why-wave.md").unlink()
    (after / "docs" / "new.md").write_text(
        "---\ntitle: New\nsummary: It is new.\n---\n\nHello you.\n"
    )
    claim = after / "data" / "claims" / "small-lift.yml"
    text = claim.read_text("utf-8").replace("grade: limited", "grade: strong")
    claim.write_text(text.replace("after: limited", "after: strong"))
    acts = after / "data" / "acts.yml"
    acts.write_text(acts.read_text("utf-8").replace("Wave to a friend.", "Nod to a friend."))
    assert summary(before, after) == (
        ONLY_WORDS + "## Pages\n\n"
        "- Gone: Why wave at all? (`docs/articles/why-wave.md`)\n"
        "- New: New (`docs/new.md`), 2 words, reading grade 2.9\n"
        "- Changed: Sit for a minute (`docs/practices/sit-for-a-minute.md`), 23 words,"
        " reading grade 1.2; 21 words before\n\n"
        "## Records\n\n- Changed: claim `small-lift`\n- Changed: act `wave`\n\n"
        "## Grades of claims\n\n"
        "- Waving to somebody may lift a mood a little. **limited → strong.** A first trial has"
        " looked at waving. What leans on it:"
        " `data/ripples/wave.yml`, `docs/practices/sit-for-a-minute.md`,"
        " `docs/practices/wave-to-a-neighbor.md`\n\n"
    )


def test_what_protects_and_what_is_dialed_is_named_first(tmp_path: Path) -> None:
    before, after = copies(tmp_path)
    page = after / "docs" / "help.md"
    page.write_text(page.read_text("utf-8").replace("{{ helpline_list() }}", "Call somebody."))
    page = after / "docs" / "practices" / "sit-for-a-minute.md"
    page.write_text(page.read_text("utf-8").replace("{{ practice_end() }}", ""))
    country = after / "data" / "helplines" / "zz.yml"
    text = country.read_text("utf-8").replace("0800 123", "0800 124").replace("0800123", "0800124")
    country.write_text(text.replace("0800 999", "0800 998").replace("0800999", "0800998"))
    (after / "docs" / "assets" / "new.svg").write_text("<svg/>")
    told = summary(before, after)
    assert told.startswith(
        ONLY_WORDS + "## Taken away: look at this first\n\n"
        "- `helpline_list` from `docs/help.md`\n"
        "- `practice_end` from `docs/practices/sit-for-a-minute.md`\n\n"
        "## Numbers to call\n\n"
        "- Examplia, Example Line: 0800 123, text 123, https://example.org/chat →"
        " 0800 124, text 123, https://example.org/chat\n"
        "- Examplia, Old Line: 0800 999 → 0800 998\n\n"
        "## Pictures\n\n- New: `docs/assets/new.svg`\n\n"
    )


def test_a_country_that_is_gone_is_named_first(tmp_path: Path) -> None:
    before, after = copies(tmp_path)
    (after / "data" / "helplines" / "zz.yml").unlink()
    assert summary(before, after).startswith(
        ONLY_WORDS + "## Taken away: look at this first\n\n- Examplia: every number\n\n"
    )


def test_what_cannot_be_read_is_not_gone(tmp_path: Path) -> None:
    before, after = copies(tmp_path)
    for file, wrong in {
        "docs/articles/why-wave.md": ("category:", "categories:"),
        "data/helplines/zz.yml": ("country:", "land:"),
        "data/acts.yml": ("text: ", "text "),
    }.items():
        path = after / file
        path.write_text(path.read_text("utf-8").replace(*wrong, 1), "utf-8")
    told = summary(before, after)
    assert "Gone" not in told
    assert "every number" not in told
    assert told.startswith(ONLY_WORDS + "## Cannot be read\n\n- data/acts.yml:3: not YAML: ")
    assert "- data/helplines/zz.yml:1: `land` is not a known key" in told
    assert "- docs/articles/why-wave.md:4: `categories` is not a known key" in told


def test_styles_are_more_than_words(tmp_path: Path) -> None:
    before, after = copies(tmp_path)
    style = after / "docs" / "assets" / "styles" / "site.css"
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_text(".rp-care { display: none }\n")
    assert summary(before, after) == (
        "**This changes more than words and data. Read it as code, before anything else:**\n\n"
        "- `docs/assets/styles/site.css`\n\n"
    )


def test_code_is_named_first(tmp_path: Path) -> None:
    before, after = copies(tmp_path)
    (after / "mkdocs.yml").write_text("site_name: Other\n")
    script = after / "docs" / "assets" / "scripts" / "new.js"
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text("alert(1)\n")
    assert summary(before, after) == (
        "**This changes more than words and data. Read it as code, before anything else:**\n\n"
        "- `docs/assets/scripts/new.js`\n- `mkdocs.yml`\n\n"
    )
