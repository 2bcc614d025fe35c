"""What an edit costs a preview: one file is read, and the page asked for is built, and no other.

Seconds depend on the machine and on what else it does; this does not.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands import build

from macros import preview
from macros.catalog import load
from tests.helpers.projects import buildable, copy_of_fixture


class NoThread:
    """Stands for what is built when nobody asks."""

    def __init__(self, **_given: object) -> None: ...

    def start(self) -> None:
        """Build nothing."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, in which the work is done."""
    root = buildable(copy_of_fixture(tmp_path))
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The pages that are built and the files that are read, from now on."""
    done: dict[str, list[str]] = {"built": [], "read": []}

    def noting(key: str, work: Callable[..., object], name: Callable[..., str]) -> object:
        def noted(*given: object) -> object:
            done[key].append(name(*given))
            return work(*given)

        return noted

    monkeypatch.setattr(preview, "Thread", NoThread)
    build_page = noting("built", build._build_page, lambda page, *_: page.file.src_uri)
    monkeypatch.setattr(preview, "_build_page", build_page)
    for name in ("read_page", "read_data"):
        read = noting("read", getattr(load, name), lambda _, file: str(file))
        monkeypatch.setattr(load, name, read)
    return done


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/help.md", "title: Help now", "title: Help at once"),
        ("data/helplines/zz.yml", "Example Line", "Sample Line"),
    ],
)
def test_an_edit_is_one_file_read_and_one_page_built(
    root: Path, counted: dict[str, list[str]], file: str, old: str, new: str
) -> None:
    shown = preview.Preview(root, root / "build" / "preview")
    shown.look()
    assert len(counted["read"]) > 20  # all of them, once
    for done in counted.values():
        done.clear()
    text = (root / file).read_text("utf-8")
    (root / file).write_text(text.replace(old, new), "utf-8")
    shown.look()
    shown.page("/help/")
    assert counted == {"built": ["help.md"], "read": [file]}
    page = root / "build" / "preview" / "help" / "index.html"
    assert new.removeprefix("title: ") in page.read_text("utf-8")
