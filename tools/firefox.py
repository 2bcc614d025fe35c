"""Where Firefox is: the Extended Support Release, which changes seldom and is in Debian."""

import os
import shutil
import subprocess

NAME = "firefox-esr"


def path() -> str:
    """Where it is: what FIREFOX says, or firefox-esr. Raises FileNotFoundError where none is."""
    found = shutil.which(os.environ.get("FIREFOX") or NAME)
    if found is None or not version(found).endswith("esr"):
        raise FileNotFoundError(
            "no Firefox ESR; on Debian run: sudo apt-get install firefox-esr; elsewhere install it,"
            " and put its whole path into FIREFOX"
        )
    return found


def version(firefox: str) -> str:
    """The version of a Firefox, such as 140.5.0esr."""
    done = subprocess.run([firefox, "--version"], capture_output=True, text=True, check=True)
    return done.stdout.split()[-1]
