"""A new grade is said wherever readers meet the claim; one change of a file is enough."""

import json
import shutil
from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.load import load
from macros.components.calls import CALLS
from macros.components.context import Context
from macros.editions.beside import feeds
from macros.editions.copies import data_files
from macros.editions.site import Site
from macros.project import Project
from macros.settings import Settings
from tests.helpers.projects import DAY, SETTINGS, copy_of_fixture, problems
from tools.changes import summary

WHY = "Nobody felt it again."
CHANGE = f"""\
  - day: 2026-11-22
    before: limited
    after: unsupported
    why: {WHY}
    studies: [wren2010]
"""
SAID = "We changed our mind on November 22, 2026: limited before, unsupported now."


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """The fixture; a claim more, so that its practices do not rest on this one alone."""
    root = copy_of_fixture(tmp_path)
    steady = root / "data/claims/steady.yml"
    text = (root / "data/claims/small-lift.yml").read_text("utf-8").split("history:")[0]
    steady.write_text(text.replace("may lift a mood a little", "is friendly"), "utf-8")
    for page in (root / "docs/practices").glob("*-*.md"):
        text = page.read_text("utf-8")
        page.write_text(text.replace("claims: [small-lift]", "claims: [small-lift, steady]"))
    ripple = root / "data/ripples/wave.yml"
    ripple.write_text(ripple.read_text("utf-8").replace("small-lift", "steady"), "utf-8")
    assert problems(root) == []
    return root


@pytest.fixture
def after(before: Path, tmp_path: Path) -> Path:
    """The same with another grade for the claim, and the reason."""
    root = shutil.copytree(before, tmp_path / "after")
    claim = root / "data/claims/small-lift.yml"
    text = claim.read_text("utf-8").replace("grade: limited", "grade: unsupported")
    text = text.replace("supports: [lark2020]\nqualifies: [wren2010]", "qualifies: [lark2020]")
    claim.write_text(text + CHANGE, "utf-8")
    assert problems(root) == []
    return root


def shown(root: Path, page: str, call: str, *arguments: str, day: str = DAY) -> str:
    """What a call shows on a page of the project, built on a day."""
    settings = Settings.from_environment({"SOURCE_DATE_EPOCH": day})
    context = Context(Project(settings, load(root)), PurePosixPath("docs", page))
    return CALLS[call](context, *arguments)


def site(root: Path) -> Site:
    """The site of the project, with an address."""
    settings = Settings.from_environment(
        {"SOURCE_DATE_EPOCH": DAY, "SITE_URL": "https://example.org/"}
    )
    return Site(root / "site", Project(settings, load(root)))


def test_the_list_of_claims_tells_every_change_with_its_studies(after: Path) -> None:
    text = shown(after, "evidence/claims.md", "claim_list", "unsupported")
    assert f"{SAID} {WHY} What did it: [Wren and others (2010)](studies.md#wren2010)." in text
    first = "We changed our mind on November 21, 2026: unsupported before, limited now."
    assert text.index(SAID) < text.index(first)  # the newest first
    assert "New studies were last searched for on November 20, 2026." in text


def test_a_card_says_so_for_a_year(before: Path, after: Path) -> None:
    arguments = ("practices/wave-to-a-neighbor.md", "claim_card", "small-lift")
    assert SAID not in shown(before, *arguments)
    assert SAID in shown(after, *arguments)
    day = 24 * 60 * 60
    assert SAID in shown(after, *arguments, day=str(int(DAY) + 364 * day))
    assert "We changed" not in shown(after, *arguments, day=str(int(DAY) + 365 * day))


@pytest.mark.parametrize(
    ("page", "end"),
    [("practices/wave-to-a-neighbor.md", "practice_end"), ("articles/why-wave.md", "article_end")],
)
def test_every_page_that_rests_on_it_says_so(after: Path, page: str, end: str) -> None:
    assert (
        "We changed our mind about what this page rests on: “Waving to somebody may lift a mood a"
        " little” (limited before, unsupported now), "
        "[November 22, 2026](../evidence/claims.md#small-lift)."
    ) in shown(after, page, end)


def test_the_feed_of_changes_has_an_entry(before: Path, after: Path) -> None:
    title = "We changed our mind: Waving to somebody may lift a mood a little"

    def items(root: Path) -> list[str]:
        files = feeds.files(site(root))
        return files[PurePosixPath("feeds/changes.xml")].decode("utf-8").split("<item>")[1:]

    assert len(items(after)) == len(items(before)) + 1
    newest = next(item for item in items(after) if "claims/small-lift@2026-11-22" in item)
    assert f"<title>{title}</title>" in newest
    assert "<link>https://example.org/evidence/claims/#small-lift</link>" in newest
    assert f"{SAID} {WHY}" in newest


def test_open_data_holds_the_history(after: Path) -> None:
    file = next(file for file in data_files.files(site(after)) if file.name == "claims.json")
    claim = json.loads(data_files.files(site(after))[file])["claims"]["small-lift"]
    assert claim["history"][-1] == {
        "day": "2026-11-22",
        "before": "limited",
        "after": "unsupported",
        "why": WHY,
        "studies": ["wren2010"],
    }


def test_the_summary_of_a_proposal_names_it_first_to_last(before: Path, after: Path) -> None:
    text = summary(before, after)
    assert f"**limited → unsupported.** {WHY} What leans on it: " in text
    for file in ("docs/articles/why-wave.md", "docs/practices/wave-to-a-neighbor.md"):
        assert f"`{file}`" in text.split("## Grades of claims")[1]


def test_the_days_of_the_tests_are_those_of_the_change() -> None:
    assert SETTINGS.today.isoformat() == "2026-11-22"
