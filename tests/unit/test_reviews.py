"""Who reviewed a page is said from records, and nobody is named who did not."""

from pathlib import Path, PurePosixPath

import pytest

from macros.catalog.load import load
from macros.components.reviews import review_sentences, reviews_so_far
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
