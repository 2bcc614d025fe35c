"""Where Firefox is."""

import os
import shutil

NAMES = ("firefox-esr", "firefox")


def path() -> str:
    """Where Firefox is. Raises FileNotFoundError where there is none."""
    names = (os.environ.get("FIREFOX", ""), *NAMES)
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        raise FileNotFoundError("no Firefox; on Debian run: sudo apt-get install firefox-esr")
    return found
