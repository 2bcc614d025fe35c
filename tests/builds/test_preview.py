"""The preview: an edit is seen soon, and the last good page answers while something is wrong."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from tests.helpers.projects import buildable, copy_of_fixture

PATIENCE = 60  # seconds, on a machine that has much else to do
HELP, PRACTICE = "help/", "practices/wave-to-a-neighbor/"


@dataclass(frozen=True)
class Shown:
    """A project that is shown, where it is shown, and what stands on the terminal."""

    root: Path
    address: str
    terminal: Path

    def page(self, place: str) -> str:
        """What a page says."""
        with urlopen(f"{self.address}{place}", timeout=PATIENCE) as answer:  # noqa: S310
            return str(answer.read().decode())

    def said(self) -> str:
        """What the program has printed."""
        return self.terminal.read_text("utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        """Put other words into a file."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def looks(self) -> int:
        """How often the program has looked at the project and said what it found."""
        return self.said().count("No problems.") + self.said().count("The last good page stays")


def wait(until: Callable[[], bool]) -> None:
    """Wait for something that happens soon."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.1)


def free_port() -> int:
    """A port that no program uses."""
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """The small project in a preview."""
    folder = tmp_path_factory.mktemp("preview")
    root, port = buildable(copy_of_fixture(folder)), free_port()
    terminal = folder / "terminal"
    environment = {**os.environ, "PYTHONPATH": ".", "NO_MKDOCS_2_WARNING": "1", "POLICY": "false"}
    with terminal.open("w") as output:
        program = subprocess.Popen(
            [sys.executable, "-m", "macros", "serve", "--port", str(port)],
            cwd=root,
            env=environment,
            stdout=output,
            stderr=output,
        )
        try:
            found = Shown(root, f"http://localhost:{port}/", terminal)
            wait(lambda: "The preview is at" in found.said() or program.poll() is not None)
            yield found
        finally:
            program.terminate()
            program.wait()


EDITS = {
    "a page": ("docs/help.md", "title: Help now", "title: Help at once", HELP, "Help at once"),
    "a record": ("data/helplines/zz.yml", "Example Line", "Sample Line", HELP, "Sample Line"),
    "a string": (
        "data/strings.yml",
        '"{count} minute',
        '"{count} tiny minute',
        PRACTICE,
        "tiny minute",
    ),
    "a template": (
        "macros/components/templates/practice_facts.html",
        "<ul",
        '<ul data-new=""',
        PRACTICE,
        'data-new=""',
    ),
    "the frame": ("overrides/main.html", "<body", "<body data-old", PRACTICE, "data-old"),
}


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_is_seen(shown: Shown, what: str) -> None:
    file, old, new, place, mark = EDITS[what]
    assert mark not in shown.page(place)
    shown.edit(file, old, new)
    wait(lambda: mark in shown.page(place))
    shown.edit(file, new, old)
    wait(lambda: mark not in shown.page(place))


FAULTS = {
    "a page": ("docs/help.md", "summary:", "summery:", "docs/help.md:"),
    "a call": ("docs/help.md", "{{ helpline_list() }}", "{{ helpline_lst() }}", "there is no call"),
    "a record": ("data/helplines/zz.yml", "hours:", "hrs:", "data/helplines/zz.yml:"),
    "settings": ("mkdocs.yml", "plugins:", "plugins: [", "mkdocs.yml"),
    "the frame": ("overrides/main.html", "</body>", "{% if %}</body>", "main.html:"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_the_last_good_page_answers_while_something_is_wrong(shown: Shown, what: str) -> None:
    file, old, new, line = FAULTS[what]
    good, before, said = shown.page(HELP), shown.looks(), len(shown.said())
    shown.edit(file, old, new)
    wait(lambda: shown.looks() > before)
    assert words(shown.page(HELP)) == words(good)
    assert "Wave to a neighbor" in shown.page(PRACTICE)
    assert line in shown.said()[said:]
    assert "Traceback" not in shown.said()[said:]
    before = shown.looks()
    shown.edit(file, new, old)
    wait(lambda: shown.looks() > before)
    assert words(shown.page(HELP)) == words(good)


def test_what_editors_leave_behind_is_not_shown_and_stops_nothing(shown: Shown) -> None:
    names = (".help.md.swp", "help.md~", "#help.md#", "4913", "Thumbs.db")
    said = len(shown.said())
    for name in names:
        (shown.root / "docs" / name).write_bytes(b"\x00a draft")
    shown.edit("docs/help.md", "title: Help now", "title: Help anyhow")
    wait(lambda: "Help anyhow" in shown.page(HELP))
    for name in names:
        with pytest.raises(HTTPError, match="404"):
            shown.page(quote(name))
        (shown.root / "docs" / name).unlink()
    shown.edit("docs/help.md", "title: Help anyhow", "title: Help now")
    wait(lambda: "Help anyhow" not in shown.page(HELP))
    assert "The last good page stays" not in shown.said()[said:]


def words(page: str) -> str:
    """A page without the script that loads it again, which carries a time."""
    return page.rsplit("<script>", 1)[0]


def test_a_page_that_is_gone_is_gone(shown: Shown) -> None:
    path = shown.root / "docs" / "articles" / "for-a-while.md"
    text = (shown.root / "docs" / "articles" / "why-wave.md").read_text("utf-8")
    before = shown.looks()
    path.write_text(text.replace("title: ", "title: Not ").replace("What a", "Not what a"), "utf-8")
    wait(lambda: shown.looks() > before)
    assert "Not " in shown.page("articles/for-a-while/")
    before = shown.looks()
    path.unlink()
    wait(lambda: shown.looks() > before)
    with pytest.raises(HTTPError, match="404"):
        shown.page("articles/for-a-while/")


def test_search_knows_the_new_words(shown: Shown) -> None:
    def index() -> str:
        try:
            return shown.page("search/index.json")
        except HTTPError:
            return ""  # it is made once every page was built

    shown.edit("docs/help.md", "title: Help now", "title: Help xylophone")
    wait(lambda: "xylophone" in index())
    shown.edit("docs/help.md", "title: Help xylophone", "title: Help now")
    wait(lambda: "xylophone" not in shown.page("search/index.json"))
