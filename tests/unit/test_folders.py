"""A build in the place of the last one: at once, whole, and readable for whoever serves it."""

import os
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from macros.editions import folders


def built(folder: Path, words: str) -> Path:
    """A folder that holds a page and a folder with a file."""
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(words, "utf-8")
    (folder / "assets" / "site.css").write_text(words, "utf-8")
    return folder


def test_a_build_takes_the_place_of_the_last(tmp_path: Path) -> None:
    place = tmp_path / "site"
    for words in ("first", "second"):
        new = built(tmp_path / "build" / "site", words)
        assert folders.put_in_place(new, place) == place
        assert (place / "index.html").read_text("utf-8") == words
        assert list((tmp_path / "build").iterdir()) == []


def can_exchange(folder: Path) -> bool:
    """Whether the system and the file system of a folder can exchange two folders."""
    for name in ("one", "other"):
        (folder / name).mkdir()
    return folders.exchange(folder / "one", folder / "other")


def test_there_is_a_site_at_every_moment(tmp_path: Path) -> None:
    if not can_exchange(tmp_path):
        pytest.skip("this file system cannot exchange two folders")
    place = built(tmp_path / "site", "first")
    page, done = place / "index.html", Event()
    seen: list[bool] = []

    def watch() -> None:
        while not done.is_set():
            seen.append(page.exists())
            sleep(0)  # lets the other thread go on

    watcher = Thread(target=watch)
    watcher.start()
    for number in range(50):
        folders.put_in_place(built(tmp_path / "build", str(number)), place)
    done.set()
    watcher.join()
    assert page.read_text("utf-8") == "49"
    assert seen.count(False) == 0 < len(seen)


def test_the_last_site_comes_back_where_there_is_no_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "exchange", lambda _one, _other: False)
    place = built(tmp_path / "site", "first")
    new = built(tmp_path / "build", "second")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == new:
            raise OSError("no")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(OSError, match="no"):
            folders.put_in_place(new, place)
    assert (place / "index.html").read_text("utf-8") == "first"
    folders.put_in_place(new, place)
    assert (place / "index.html").read_text("utf-8") == "second"


def test_everybody_may_read_what_was_built_in_private(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        place = folders.put_in_place(built(tmp_path / "build", "words"), tmp_path / "site")
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (place, *place.rglob("*"))}
    assert modes == {"site": 0o755, "assets": 0o755, "index.html": 0o644, "site.css": 0o644}
