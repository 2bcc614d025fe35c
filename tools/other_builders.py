"""Whether the site can leave its builder: each other one has to show the same words on every page.

Run: python -m tools.other_builders [--newest], after `python -m macros check`, which lays out the
languages. A builder that `make site` and `make site-zensical` do not install gets an environment of
its own, which is thrown away. Prints one line a difference; fails where there is one.
"""

import os
import subprocess
import sys
import tempfile
import venv
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from shutil import copy, rmtree

from lxml import html

from macros.languages.overlay import codes, project_of

ROOT = Path(__file__).parents[1]
WORK = Path("build", "other-builders")  # inside each project: Zensical builds nowhere else
NOT_WORDS = ("script", "style", "template")
# What would make a build differ from one with no setting.
UNSET = ("SITE_URL", "REPOSITORY", "CONTACT", "OFFLINE", "DOWNLOADS", "POLICY", "SHOW_UNCONFIRMED")

MKDOCS = ("mkdocs", "build", "--strict", "--quiet")
PROPERDOCS = ("properdocs", "build", "--strict", "--quiet")
ZENSICAL = ("zensical", "build", "--strict", "--clean")
PLAIN = "mkdocs-plain.yml"

Words = dict[str, list[str]]


@dataclass(frozen=True)
class Builder:
    """A way from sources to pages, and what it takes besides what is installed here."""

    name: str
    command: Sequence[str]
    settings: str = "mkdocs.yml"
    packages: Sequence[str] = ()


DEFAULT = Builder("mkdocs", MKDOCS)
OTHERS = (
    Builder("plain", MKDOCS, PLAIN, ("--require-hashes", "-r", "requirements-plain.txt")),
    Builder(
        "properdocs", PROPERDOCS, PLAIN, ("--require-hashes", "-r", "requirements-properdocs.txt")
    ),
    Builder("zensical", ZENSICAL),
)
# Of everything, whatever is newest and goes together.
NEWEST = Builder("zensical-newest", ZENSICAL, packages=("-r", "requirements.in", "zensical"))


def words(site: Path) -> Words:
    """The words of each page of a built site, those of its frame too."""
    return {
        page.relative_to(site).as_posix(): _words(page) for page in sorted(site.rglob("*.html"))
    }


def _words(page: Path) -> list[str]:
    texts = html.parse(page).getroot().xpath(f"//text()[not({_within(NOT_WORDS)})]")
    return " ".join(texts).split()


def _within(names: Sequence[str]) -> str:
    return " or ".join(f"ancestor::{name}" for name in names)


def differences(ours: Words, theirs: Words) -> Iterator[str]:
    """Each page that only one site has, and of each other the first word that differs."""
    yield from (f"{page}: is missing" for page in ours if page not in theirs)
    yield from (f"{page}: is new" for page in theirs if page not in ours)
    for page in ours:
        pair = ours[page], theirs.get(page, ours[page])
        if pair[0] != pair[1]:
            at = next(n for n, both in enumerate(zip_longest(*pair)) if both[0] != both[1])
            old, new = (" ".join(each[max(0, at - 3) : at + 3]) for each in pair)
            yield f'{page}: "{new}" in place of "{old}"'


def build(builder: Builder, python: str, project: Path) -> Path:
    """Build one project with no setting; return where its pages are."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    kept |= {"PYTHONPATH": ".", "NO_MKDOCS_2_WARNING": "1", "SITE_DIR": str(WORK / builder.name)}
    if not (project / builder.settings).exists():  # one of a language inherits its own settings
        copy(ROOT / builder.settings, project)
    rmtree(project / WORK / builder.name, ignore_errors=True)
    settings = str((project / builder.settings).relative_to(ROOT))
    command = [python, "-m", *builder.command, "--config-file", settings]
    subprocess.run(command, cwd=ROOT, env=kept, check=True, stdout=subprocess.DEVNULL)
    return project / WORK / builder.name


def built(builder: Builder, projects: Sequence[Path]) -> list[Words]:
    """The words of every project, built in an environment that holds only what it has to."""
    with tempfile.TemporaryDirectory() as folder:
        python = sys.executable
        if builder.packages:
            venv.create(folder, with_pip=True)
            python = str(Path(folder, "bin", "python"))
            install = [python, "-m", "pip", "install", "--quiet", *builder.packages]
            subprocess.run(install, cwd=ROOT, check=True)
        return [words(build(builder, python, project)) for project in projects]


def main() -> None:
    """Build with every builder, and print what differs from the default."""
    parser = ArgumentParser(description="Whether every builder shows the same words.")
    parser.add_argument("--newest", action="store_true", help="try the newest Zensical, too")
    newest = parser.parse_args().newest
    projects = [ROOT, *(project_of(code, ROOT) for code in codes(ROOT))]
    ours = built(DEFAULT, projects)
    failed = False
    for builder in (*OTHERS, *([NEWEST] if newest else [])):
        found = [
            f"{builder.name}: {project.name}: {line}"
            for project, old, new in zip(projects, ours, built(builder, projects), strict=True)
            for line in differences(old, new)
        ]
        pages = sum(map(len, ours))
        print(*found, f"{builder.name}: {len(found)} of {pages} pages differ", sep="\n", flush=True)
        failed = failed or bool(found)
    sys.exit(failed)


if __name__ == "__main__":
    main()
