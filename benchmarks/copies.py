"""What the zip weighs beside a stock Material build of the same content, and what each copy weighs.

Run: make bench. Stock is Material with its own templates, search and `offline` plugin, zipped
whole and as hard as ours; only its fonts from elsewhere are off, which makes it smaller.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from macros.catalog.loading import load
from macros.components.context import now
from macros.components.downloads import size
from macros.editions import archive, complete, copies
from macros.editions.site import Site

ROOT = Path(__file__).parent.parent
MOST = 0.5
# What stock Material does without: our look, our programs, our settings of them.
OURS = ("theme", "extra_css", "extra_javascript", "extra", "watch")
ASSETS = ("fonts", "scripts", "styles")


def project(place: Path) -> Path:
    """A copy of the project with Material as it comes."""
    for folder in ("data", "docs", "macros"):
        shutil.copytree(ROOT / folder, place / folder)
    for folder in ASSETS:
        shutil.rmtree(place / "docs" / "assets" / folder)
    os.environ["OFFLINE"] = "true"  # read while the settings are loaded
    settings = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), get_yaml_loader())  # noqa: S506
    kept = {key: value for key, value in settings.items() if key not in OURS}
    kept["site_dir"] = "../stock"
    kept["theme"] = {"name": "material", "font": False}
    (place / "mkdocs.yml").write_text(yaml.safe_dump(kept), "utf-8")
    return place


def built(root: Path, place: Path) -> Path:
    """The offline build of a project."""
    settings = {"OFFLINE": "true", "SITE_DIR": str(place), "PYTHONPATH": "."}
    environment = {**os.environ, **settings, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=root, env=environment, check=True)
    return place


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
        stock = zipped(built(project(Path(folder) / "project"), Path(folder) / "stock"))
        site = Site(built(ROOT, Path(folder) / "ours"), load(ROOT), "", now())
        complete(site)
        made = copies.files(site)
    ours = len(made[archive.FILE])
    print("| copy | size | beside stock |")
    print("|---|---:|---:|")
    print(f"| stock Material, offline, zipped | {size(stock)} | 1.00 |")
    for file, content in sorted(made.items()):
        if len(file.parts) == 1:
            print(f"| {file} | {size(len(content))} | {len(content) / stock:.2f} |")
    for group in sorted({file.parts[0] for file in made if len(file.parts) > 1}):
        weights = [len(content) for file, content in made.items() if file.parts[0] == group]
        mean = size(sum(weights) // len(weights))
        print(f"| {group}/, {len(weights)} files, {mean} on average | {size(sum(weights))} | |")
    print(f"\nThe zip is {ours / stock:.3f} of stock; the aim is at most {MOST}.")
    sys.exit(ours > MOST * stock)


if __name__ == "__main__":
    main()
