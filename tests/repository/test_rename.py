"""A practice can be renamed by the guide (docs/contribute/index.md, "When a page moves") alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.__main__ import app
from macros.catalog.kinds import ADDRESSES, ARTICLES, PRACTICES, SAFETY
from macros.catalog.load import load
from tests.helpers.picks import first
from tests.helpers.projects import ROOT, copy_of_project, problems, real_catalog
from tests.helpers.search_box import queries

ROUNDS = 5  # of mending what the checker names


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the repository, with the packages of its scripts' side."""
    place = copy_of_project(tmp_path)
    (place / "node_modules").symlink_to(ROOT / "node_modules")  # Node looks for packages there
    return place


def renamed(root: Path, old: str, new: str) -> None:
    """Do what the guide says: the name, the two names in addresses.yml, then what is named."""
    folder = root / "docs" / "practices"
    (folder / f"{old}.md").rename(folder / f"{new}.md")
    if (safety := root / SAFETY.file(old)).is_file():
        safety.rename(root / SAFETY.file(new))
    addresses = root / ADDRESSES.file()
    text = addresses.read_text("utf-8")
    head = "" if re.search(r"(?m)^moved:", text) else "moved:\n"
    addresses.write_text(f"{text}{head}  practices/{old}.md: practices/{new}.md\n", "utf-8")
    for _ in range(ROUNDS):
        named = re.findall(r"(?m)^(\S+?):(\d+): ", "\n".join(problems(root)))
        if not named:
            break
        for file, line in named:
            path, number = root / file, int(line) - 1
            lines = path.read_text("utf-8").split("\n")
            lines[number] = lines[number].replace(old, new)
            path.write_text("\n".join(lines), "utf-8")


@pytest.fixture
def changed(copy: Path) -> Path:
    """The copy, in which a practice that questions ask for has another name."""
    answers = {page for pages in queries().values() for page in pages}
    old = first(id for id in sorted(load(copy)[PRACTICES]) if f"practices/{id}" in answers)
    renamed(copy, old, f"{old}-again")
    return copy


@pytest.mark.audit
def test_a_practice_is_renamed_by_the_guide(changed: Path) -> None:
    assert problems(changed) == []


@pytest.mark.audit
def test_no_test_of_the_content_breaks_by_it(changed: Path) -> None:
    app(["schema", "--root", str(changed)], standalone_mode=False)
    this = f"--ignore=tests/repository/{Path(__file__).name}"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/repository", "-p", "no:cacheprovider", this],
        cwd=changed,
        env={**os.environ, "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_page_that_questions_ask_for_is_there() -> None:
    files = (file.relative_to("docs").with_suffix("") for file in real_catalog().every_page)
    pages = {str(file).removesuffix("/index") for file in files}
    asked = {page for right in queries().values() for page in right}
    assert asked - pages == set()


def test_no_test_names_a_practice_or_an_article() -> None:
    catalog = real_catalog()
    ids = [id for kind in (PRACTICES, ARTICLES) for id in catalog.records[kind.name]]
    name = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ids))})(?![\w-])")
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in (ROOT / "tests").rglob("*.py")
        for match in name.finditer(path.read_text("utf-8"))
    }
    assert found == set()
