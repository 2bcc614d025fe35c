"""Hostile files stop the checker and both builders; what passes is built."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.catalog.load import LEFT_BEHIND
from tests.helpers.cases import Case, cases
from tests.helpers.projects import buildable, copy_of_fixture

PROGRAMS = {
    "check": ["macros", "check"],
    "mkdocs": ["mkdocs", "build", "--strict"],
    "zensical": ["zensical", "build", "--strict"],
}
# Zensical calls the same macros and reads the same files.
ZENSICAL = pytest.param("zensical", marks=pytest.mark.audit)
PATIENCE = 120  # seconds for a build
CANARY = "ran"  # each payload that could run would leave this file behind
# Zensical itself cannot read its facts, and stops before it asks us.
UNREADABLE = "jinja/a-command-above-a-value-with-a-tag"
SUBJECTS = ("jinja", "html", "links", "invisible", "yaml", "pictures", "files")
HOSTILE = [c for c in cases() if c.subject in SUBJECTS and c.makes_a_file and c.says]
PASSING = [c for c in cases() if c.makes_a_file and not c.says]


def stops_zensical(case: Case) -> bool:
    """Whether Zensical waits for the file or fails at it by itself, before it calls any code of
    ours. `make site-zensical` checks first.
    """
    device = (case.link or "").startswith("/dev/")
    return case.pipe or device or case.encoding != "utf-8" or case.id == UNREADABLE


def project(folder: Path, files: list[Case]) -> Path:
    """The fixture with these files, a last good site in `out`, and all that a builder needs."""
    root = buildable(copy_of_fixture(folder))
    (root / "out").mkdir()
    (root / "out" / "index.html").write_text("the last good site", "utf-8")
    for case in files:
        case.put(root)
    return root


def run(program: str, root: Path) -> tuple[int, str]:
    """How a program ended in a project, and what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *PROGRAMS[program]],
        cwd=root,
        env={**os.environ, "PYTHONPATH": ".", "SITE_DIR": "out", "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout


def made(root: Path) -> list[str]:
    """The files in the folder of the site."""
    out = root / "out"
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


def has_text(root: Path, file: str) -> bool:
    """Whether a file of the site is a page that shows more than its title."""
    article = re.search(rb"(?s)<article.*?</article>", (root / "out" / file).read_bytes())
    return bool(article and re.sub(rb"(?s)<h1>.*?</h1>|<[^>]*>|\s", b"", article[0]))


def test_hostile_files_stand_beside_each_other() -> None:
    files = [case.file for case in HOSTILE]
    assert len(files) == len(set(files)) >= 200


@pytest.mark.parametrize("program", ["check", "mkdocs", ZENSICAL])
def test_hostile_files_stop_a_program_and_nothing_is_made(program: str, tmp_path: Path) -> None:
    files = [case for case in HOSTILE if program != "zensical" or not stops_zensical(case)]
    root = project(tmp_path, files)
    code, output = run(program, root)
    assert code == 1
    assert [line for case in files for line in case.says if line not in output] == []
    assert not (root / CANARY).exists()
    if program == "zensical":
        # It prints a traceback around the lines, and has by then copied pictures and framed what
        # has no text: 404.html, and pages of a title alone.
        assert [file for file in made(root) if file != "404.html" and has_text(root, file)] == []
    else:
        assert "Traceback" not in output
        assert made(root) == ["index.html"]


@pytest.mark.parametrize(
    "program", ["mkdocs", ZENSICAL]
)  # tests/unit asks the checker of each case
def test_what_passes_is_built(program: str, tmp_path: Path) -> None:
    root = project(tmp_path, PASSING)
    code, output = run(program, root)
    assert code == 0, output
    assert not (root / CANARY).exists()
    files = [Path(case.file) for case in PASSING]
    left = {file.name for file in files if LEFT_BEHIND.fullmatch(file.name)}
    kept = (file for file in files if file.suffix == ".md" and file.name not in left)
    assert {f"{file.stem}/index.html" for file in kept} - set(made(root)) == set()
    assert [file for file in made(root) if Path(file).name in left] == []
