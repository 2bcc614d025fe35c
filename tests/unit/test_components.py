"""Each component against its golden file.

After a wanted change, write the golden files again: python -m tests.unit.test_components
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.load import load
from macros.components.article_length import Length
from macros.components.calls import CALLS
from macros.components.context import Context
from macros.components.related import related
from macros.project import Project, keep
from macros.settings import Settings
from tests.helpers.projects import DAY, ROOT, SETTINGS, copy_of_fixture

GOLDEN = ROOT / "tests" / "unit" / "golden"
PAGES = {
    "practice_facts": "practices/wave-to-a-neighbor",
    "byline": "articles/why-wave",
    "page_illustration": "articles/index",
    "article_end": "articles/why-wave",
    "practice_end": "practices/sit-for-a-minute",
    "path_steps": "paths/two-weeks",
    "phrase_list": "words/ask-about-dying",
}
ARGUMENTS: dict[str, tuple[object, ...]] = {
    "pause": (90,),
    "ripple_table": ("wave",),
    "ripple_explorer": ("wave",),
    "ripple_share": ("wave",),
    "claim_card": ("small-lift",),
    "claim_list": ("limited",),
    "effect_list": ("ratio",),
    "act_list": ("friend",),
    "practice_cards": ("lonely",),
    "facet_list": ("needs",),
    "answer_list": ("lonely",),
    "phrases": ("no-to-a-neighbor",),
    "try_this": ("wave-to-a-neighbor",),
    "month_sheet": ("gentle",),
    "word_list": ("grades",),
    "data_table": ("practices",),
    "field_table": ("ripple",),
}


def shown(root: Path, settings: Settings = SETTINGS) -> Iterator[tuple[str, str]]:
    """Every call of the fixture, in golden order: its name and its text."""
    project = keep(Project(settings, load(root)))
    for name, call in CALLS.items():
        page = PAGES.get(name, "practices/wave-to-a-neighbor")
        context = Context(project, PurePosixPath(f"docs/{page}.md"))
        yield name, call(context, *ARGUMENTS.get(name, ())) + "\n"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What every call of the fixture shows."""
    return dict(shown(copy_of_fixture(tmp_path_factory.mktemp("components"))))


@pytest.mark.parametrize("name", CALLS)
def test_component(name: str, texts: dict[str, str]) -> None:
    assert texts[name] == (GOLDEN / f"{name}.html").read_text("utf-8")


def test_every_golden_file_belongs_to_a_call() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == CALLS.keys()


def test_an_expired_line_shows_no_number_and_leaves_no_blank(tmp_path: Path) -> None:
    late = Settings(datetime(2100, 1, 1, tzinfo=UTC))  # all have expired
    text = dict(shown(copy_of_fixture(tmp_path), late))["helpline_list"]
    assert "0800" not in text
    assert 'href="tel:112"' in text
    assert "https://findahelpline.com/" in text
    assert "[Old Line](https://example.org/old)" in text


def test_related_pages_come_with_a_reason(tmp_path: Path) -> None:
    project = Project(SETTINGS, load(copy_of_fixture(tmp_path)))
    context = Context(project, PurePosixPath("docs/articles/why-wave.md"))
    claim = "“Waving to somebody may lift a mood a little” (evidence: limited)"
    reason = f"Something to do about the claim: {claim}"
    shown = [
        (item.title, item.kind, item.minutes, item.reason) for item in related(context, lambda _: 7)
    ]
    assert shown == [
        ("Sit for a minute", "Rest", 2, reason),
        ("Wave to a neighbor", "Words", 1, reason),
    ]


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (1250, 7)])
def test_reading_time_is_rounded_up(words: int, minutes: int) -> None:
    assert Length(words).minutes == minutes


if __name__ == "__main__":
    import os
    import tempfile

    os.environ["SOURCE_DATE_EPOCH"] = DAY
    with tempfile.TemporaryDirectory() as folder:
        for name, text in shown(copy_of_fixture(Path(folder))):
            (GOLDEN / f"{name}.html").write_text(text, "utf-8")
