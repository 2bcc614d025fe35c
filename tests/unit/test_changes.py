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
