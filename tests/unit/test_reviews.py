"""Who reviewed a page is said from records, and nobody is named who did not."""

from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.catalog import Catalog
from macros.catalog.load import load
from macros.check import Opener
from macros.components.reviews import review_sentences, reviews_so_far, unread, unread_so_far
from macros.editions.parts.imprint import imprint
from macros.editions.site import Site
from macros.project import Project
from tests.helpers.projects import SETTINGS, copy_of_fixture

NOBODY = "Not yet reviewed by a clinician, nor by someone speaking from lived experience."
ARTICLE = PurePosixPath("docs/articles/why-wave.md")
PRACTICE = PurePosixPath("docs/practices/wave-to-a-neighbor.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_fixture(tmp_path)


def review(root: Path, id: str, role: str, more: str = "") -> None:
    """Add a review of the article."""
    text = f"page: articles/why-wave.md\nday: 2026-11-22\nrole: {role}\n{more}"
    file = root / "data/reviews" / f"{id}.yml"
    file.write_text(f"{text}interest: none\nnote: Read whole.\n", "utf-8")


def test_absence_is_said_for_each_page(root: Path) -> None:
    catalog = load(root)
    assert review_sentences(catalog, PRACTICE) == NOBODY
    assert review_sentences(catalog, ARTICLE) == (
        "Reviewed by a clinician on November 21, 2026."
        " Not yet reviewed by someone speaking from lived experience."
    )


def test_a_name_is_said_where_it_is_given(root: Path) -> None:
    review(root, "second", "lived experience", "name: A. Reader\n")
    catalog = load(root)
    assert review_sentences(catalog, ARTICLE) == (
        "Reviewed by a clinician on November 21, 2026."
        " Reviewed by A. Reader, someone speaking from lived experience on November 22, 2026."
    )
    assert reviews_so_far(catalog) == "Some pages were reviewed; each says by whom."


def test_a_check_by_the_makers_is_no_review(root: Path) -> None:
    (root / "data/reviews/wave-by-a-nurse.yml").unlink()
    review(root, "facts", "fact check")
    assert review_sentences(load(root), ARTICLE) == (
        "Facts checked by the people who make Ripple on November 22, 2026; that isn't a review. "
        + NOBODY
    )


def test_copies_say_it_of_the_whole_site(root: Path) -> None:
    def said() -> str:
        return imprint(Site(root, Project(SETTINGS, load(root))))[-1]

    assert said().endswith("treat. Not yet reviewed by someone speaking from lived experience.")
    (root / "data/reviews/wave-by-a-nurse.yml").unlink()
    assert said().endswith(f"treat. {NOBODY}")


def german(root: Path) -> Catalog:
    """The fixture in German, where one practice is translated."""
    opener = Opener()
    (found,) = opener.languages(opener.open(root, SETTINGS))
    assert found.problems == ()
    return found.project.catalog


def review_in_german(root: Path, role: str) -> None:
    text = "page: practices/wave-to-a-neighbor.md\nday: 2026-11-22\n"
    folder = root / "languages/de/data/reviews"
    folder.mkdir(exist_ok=True)
    (folder / "one.yml").write_text(f"{text}role: {role}\ninterest: none\nnote: Whole.\n", "utf-8")


def test_a_translated_page_that_no_native_speaker_has_read_says_so(root: Path) -> None:
    catalog = german(root)
    said = "No native speaker has read this page in this language yet."
    assert unread(catalog, PRACTICE) == said
    assert unread(catalog, ARTICLE) == ""  # it is not translated
    assert unread(load(root), PRACTICE) == unread_so_far(load(root)) == ""
    every = "No native speaker has read these pages in this language yet."
    assert unread_so_far(catalog) == every
    assert imprint(Site(root, Project(SETTINGS, catalog)))[-1].endswith(every)


@pytest.mark.parametrize(("role", "is_read"), [("native speaker", True), ("clinician", False)])
def test_a_native_speaker_takes_that_away(root: Path, role: str, is_read: bool) -> None:
    review_in_german(root, role)
    catalog = german(root)
    assert (unread(catalog, PRACTICE) == "") == is_read
    assert (unread_so_far(catalog) == "") == is_read
    assert ("native speaker on" in review_sentences(catalog, PRACTICE)) == is_read
