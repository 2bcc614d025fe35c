"""What benchmarks measure: projects of the size they say, sound, with the same words; and locks."""

import json
from pathlib import Path

import pytest

from benchmarks import others, projects, sites
from macros.check import check
from tests.builds.test_builders import article, pages, visible
from tests.helpers.projects import ROOT


@pytest.mark.parametrize("size", [100, 130])
def test_a_generated_project_has_its_size_and_no_problem(size: int, tmp_path: Path) -> None:
    root = projects.sized(tmp_path / "project", size)
    assert len(projects.pages(root)) == size
    assert [str(problem) for problem in check(root)[1]] == []


def test_a_project_cannot_be_smaller_than_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a project can be made smaller by 29 pages at most"):
        projects.sized(tmp_path / "project", 50)


def test_plain_pages_say_the_same_words(tmp_path: Path) -> None:
    root, plain = sites.ready(tmp_path)
    look, stock = others.look(plain, tmp_path / "look"), others.stock(plain, tmp_path / "stock")
    ours, theirs = pages(sites.built(root)), pages(sites.built(look))
    assert ours.keys() == theirs.keys()
    for page in ours.keys() - {"404.html"}:
        assert visible(article(theirs[page])) == visible(article(ours[page])), page
    assert pages(sites.built(stock)).keys() == ours.keys()
    hugo = others.hugo(plain, tmp_path / "hugo")
    assert len(list((hugo / "content").rglob("*.md"))) == len(projects.pages(ROOT))


def test_the_lock_of_lighthouse_has_sums_and_names_no_host() -> None:
    lock = json.loads((ROOT / "benchmarks" / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "integrity" not in package] == []
