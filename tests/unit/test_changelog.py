"""The changelog, as a release makes it from the subjects of commits."""

import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.projects import ROOT

CLIFF = Path(sys.executable).with_name("git-cliff")
PERSON = {"NAME": "Nobody", "EMAIL": "nobody@example.org", "DATE": "2027-01-05T12:00:00Z"}
SUBJECTS = {
    "v1.0": ["practices: add wave-to-a-neighbor", "catalog: report all faults at once"],
    "v1.1": ["guide: begin with help", "guide: merge one step at a time"],
    "": ["help: check the numbers of one country\n\nA body that nobody needs here."],
}


def run(folder: Path, *command: str) -> str:
    """What a command prints, run in a folder by somebody with no settings of their own."""
    people = {
        f"GIT_{who}_{what}": PERSON[what] for who in ("AUTHOR", "COMMITTER") for what in PERSON
    }
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **people}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_changelog_tells_each_release_to_readers_first(tmp_path: Path) -> None:
    run(tmp_path, "git", "init", "--quiet")
    for tag, subjects in SUBJECTS.items():
        for subject in subjects:
            run(tmp_path, "git", "commit", "--quiet", "--allow-empty", "-m", subject)
        if tag:
            run(tmp_path, "git", "tag", tag)
    cliff = [str(CLIFF), "--offline", "--config", str(ROOT / "cliff.toml")]
    assert run(tmp_path, *cliff) == (
        "# Changelog\n\n"
        "What changed from release to release, the newest first.\n\n"
        "## Not released yet\n\n"
        "### Words and data\n\n"
        "- help: check the numbers of one country\n\n"
        "## v1.1, 2027-01-05\n\n"
        "### The site and its copies\n\n"
        "- guide: begin with help\n\n"
        "## v1.0, 2027-01-05\n\n"
        "### Words and data\n\n"
        "- practices: add wave-to-a-neighbor\n\n"
        "### For those who build Ripple\n\n"
        "- catalog: report all faults at once"
    )
    assert run(tmp_path, *cliff, "--latest", "--strip", "all") == (
        "## v1.1, 2027-01-05\n\n### The site and its copies\n\n- guide: begin with help"
    )
