"""Whatever runs, or decides what readers may be shown, has owners who must agree to its change."""

from fnmatch import fnmatch

import pytest

from tests.helpers.projects import ROOT

OWNERS = [
    line.split()[0]
    for line in (ROOT / ".github" / "CODEOWNERS").read_text("utf-8").splitlines()
    if line and line[0] != "#"
]
# Words, which any maintainer may merge, and what is made or installed here.
WORDS = ("docs", "data", "LICENSE*", "*.md", "CITATION.cff")
MADE = (".git", ".venv", "node_modules", "build", "site*", ".*_cache", ".hypothesis", ".cache")


def owned(file: str) -> bool:
    """Whether a line of CODEOWNERS fits; each begins at the root, and one of a folder ends so."""
    return any(
        fnmatch(file, owner.lstrip("/") + ("*" if owner.endswith("/") else "")) for owner in OWNERS
    )


def test_everything_that_runs_has_owners() -> None:
    names = (f"{path.name}/" if path.is_dir() else path.name for path in ROOT.iterdir())
    mine = [n for n in names if not any(fnmatch(n.rstrip("/"), word) for word in (*WORDS, *MADE))]
    assert len(mine) > 20
    assert [name for name in mine if not owned(name)] == []


@pytest.mark.parametrize(
    "file",
    [
        *("docs/assets/styles/site.css", "docs/assets/scripts/site.js", "docs/help.md"),
        *("docs/assets/manifest.webmanifest", "docs/assets/scripts/danger-words.js"),
        *("data/search.yml", "data/danger.yml", "data/language.yml", "data/editorial.yml"),
        *("data/helplines/us.yml", "data/sources.yml", "data/strings.yml", "data/terms.yml"),
        "data/help-words/de.yml",
        *("package-lock.json", "requirements.txt", "benchmarks/package-lock.json"),
    ],
)
def test_what_can_hurt_has_owners(file: str) -> None:
    assert owned(file)


def test_every_line_of_owners_fits_something() -> None:
    assert [owner for owner in OWNERS if not list(ROOT.glob(owner.strip("/")))] == []
