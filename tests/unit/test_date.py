"""The time of a build: that of the last commit, but never one of a repository around the folder."""

import os
import subprocess
import time
from pathlib import Path

from tests.helpers.projects import ROOT

DAY = 1_000_000_000  # in 2001


def date(folder: Path) -> int:
    """The time that the Makefile takes in a folder."""
    command = ["sh", str(ROOT / "tools" / "date.sh")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return int(done.stdout)


def repository(folder: Path) -> Path:
    """A repository with one commit of long ago."""
    given = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for who in ("AUTHOR", "COMMITTER"):
        given |= {f"GIT_{who}_NAME": "A", f"GIT_{who}_EMAIL": "a@example.org"}
        given |= {f"GIT_{who}_DATE": f"{DAY} +0000"}
    commit = ("commit", "--quiet", "--allow-empty", "--message", "all: begin")
    for command in (("init", "--quiet"), commit):
        subprocess.run(["git", *command], cwd=folder, env=os.environ | given, check=True)  # noqa: S607
    return folder


def test_the_time_is_that_of_the_last_commit(tmp_path: Path) -> None:
    assert date(repository(tmp_path)) == DAY


def test_a_folder_within_another_repository_does_not_get_its_time(tmp_path: Path) -> None:
    inside = repository(tmp_path) / "ripple"
    inside.mkdir()
    assert abs(date(inside) - time.time()) < 60


def test_without_a_commit_the_time_is_now(tmp_path: Path) -> None:
    assert abs(date(tmp_path) - time.time()) < 60
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)  # noqa: S607
    assert abs(date(tmp_path) - time.time()) < 60
