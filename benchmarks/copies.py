"""What the zip weighs beside a stock Material build of the same content, and what each copy weighs.

Run: make bench. Stock is Material with its own templates, search and `offline` plugin, zipped
whole and as hard as ours; only its fonts from elsewhere are off, which makes it smaller.
"""

import os
import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from benchmarks import others, projects, sites
from macros.catalog.load import load
from macros.components.context import now
from macros.components.downloads import size
from macros.editions import complete
from macros.editions.copies import checksums as copies
from macros.editions.copies import zip_file as archive
from macros.editions.site import Site

MOST = 0.5
OFFLINE = {"OFFLINE": "true"}


def stock(place: Path) -> Path:
    """A copy of the project with Material as it comes, and with macros."""
    root = projects.own(place)
    for folder in others.ASSETS:
        shutil.rmtree(root / "docs" / "assets" / folder)
    os.environ |= OFFLINE  # read while the settings are loaded
    others.written(root, others.bare(others.settings(), font=False))
    return root


def zipped(folder: Path) -> int:
    """The size of a folder as a zip file."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as whole:
        for path in sorted(folder.rglob("*")):
            whole.write(path, path.relative_to(folder))
    return len(packed.getvalue())


def main() -> None:
    """Build both, and print their sizes and those of all copies."""
    with tempfile.TemporaryDirectory() as folder:
        theirs = zipped(sites.built(stock(Path(folder) / "stock"), **OFFLINE))
        root = projects.own(Path(folder) / "ours")
        site = Site(sites.built(root, **OFFLINE), load(root), "", now())
        complete(site)
        made = copies.files(site)
    ours = len(made[archive.FILE])
    print("| copy | size | beside stock |")
    print("|---|---:|---:|")
    print(f"| stock Material, offline, zipped | {size(theirs)} | 1.00 |")
    for file, content in sorted(made.items()):
        if len(file.parts) == 1:
            print(f"| {file} | {size(len(content))} | {len(content) / theirs:.2f} |")
    for group in sorted({file.parts[0] for file in made if len(file.parts) > 1}):
        weights = [len(content) for file, content in made.items() if file.parts[0] == group]
        mean = size(sum(weights) // len(weights))
        print(f"| {group}/, {len(weights)} files, {mean} on average | {size(sum(weights))} | |")
    print(f"\nThe zip is {ours / theirs:.3f} of stock; the aim is at most {MOST}.")
    sys.exit(ours > MOST * theirs)


if __name__ == "__main__":
    main()
