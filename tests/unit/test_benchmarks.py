"""What benchmarks measure: sound projects of the size they say, with the same words; and locks."""

import json
import re
from pathlib import Path

import pytest

from benchmarks import projects
from tests.helpers.projects import ROOT, buildable, copy_of_fixture, problems

FRAME = re.compile(
    r'(?s)<h1.*?</h1>|<p class="rp-(?:lead|kicker)">.*?</p>'
    r"|<(nav|details)[^>]*rp-toc.*?</\1>|<[^>]+>"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return buildable(copy_of_fixture(tmp_path))


def words(site: Path) -> dict[str, list[str]]:
    """The words of each article of a built site, but for what its frame adds."""
    found = {}
    for path in site.rglob("*.html"):
        article = re.search(r"(?s)<article.*?</article>", path.read_text("utf-8"))
        body = FRAME.sub(" ", article[0] if article else "")
        found[path.relative_to(site).as_posix()] = re.sub("[#¶↩︎]", " ", body).split()
    return found


@pytest.mark.audit
def test_a_grown_project_has_its_size_and_no_problem(tmp_path: Path) -> None:
    size = len(projects.pages(ROOT)) + 7
    root = projects.sized(tmp_path / "project", size)
    assert len(projects.pages(root)) == size
    assert problems(root) == []


@pytest.mark.audit
def test_stock_material_builds_the_same_words(root: Path, tmp_path: Path) -> None:
    plain = projects.plain(root, tmp_path / "plain")
    assert "{{" not in "".join(page.read_text("utf-8") for page in projects.pages(plain))
    ours = words(root / "site")
    theirs = words(projects.built(projects.stock(root, plain, tmp_path / "stock")))
    assert ours.keys() == theirs.keys()
    for page in ours.keys() - {"404.html"}:
        assert len(ours[page]) > 3, page
        assert [word for word in ours[page] if word not in theirs[page]] == [], page


def test_what_comes_from_npm_has_sums_and_names_no_host() -> None:
    lock = json.loads((ROOT / "benchmarks" / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "integrity" not in package] == []
