"""The service worker of "Keep on this device": its program, with a list of what it keeps."""

import json
from pathlib import Path, PurePosixPath

from macros.components.service_worker import WORKER
from macros.editions import folders
from macros.editions.parts.offline_files import kept_on_device
from macros.editions.parts.sums import sum_of
from macros.editions.site import Site

PROGRAM = Path(__file__).with_name("service_worker.js")


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """The worker for a whole site, in all its languages; none for a copy on a disk."""
    if site.on_disk:
        return {}
    kept = {
        _address(file): sum_of(content)
        for file, content in sorted(kept_on_device(folders.read(site.folder)).items())
    }
    listed = f"self.rippleFiles = {json.dumps(kept, indent=0)};\n"
    return {WORKER: (listed + PROGRAM.read_text("utf-8")).encode()}


def _address(file: PurePosixPath) -> str:
    """How a browser asks for a file, from the root of the site: help/ for help/index.html."""
    return str(file).removesuffix("index.html") if file.name == "index.html" else str(file)
