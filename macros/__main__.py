"""The door for people: `python -m macros check`, `schema`, `complete` and others."""

import sys
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path

import typer

from macros.catalog import generated_files as made
from macros.catalog.catalog import Catalog
from macros.catalog.checks.wording import findings
from macros.catalog.reports import coverage as table
from macros.catalog.reports import due as dates
from macros.catalog.reports import near_copies, reading_ease
from macros.check import check as check_project
from macros.components.context import now, site_address, today
from macros.editions import complete as complete_site
from macros.editions.site import Site
from macros.skeletons import Kind as NewKind
from macros.skeletons import new as begun

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
ROOT = typer.Option(Path(), help="The folder that holds mkdocs.yml.", show_default=False)


class Format(StrEnum):
    """How problems are printed."""

    text = "text"
    github = "github"


@app.command()
def check(format: Format = Format.text, root: Path = ROOT) -> None:
    """Report every problem of the project, one line each."""
    _, problems = check_project(root.resolve())
    for problem in problems:
        print(problem.annotation() if format is Format.github else problem)
    if problems:
        sys.exit(1)
    print("No problems.")


@app.command()
def schema(root: Path = ROOT) -> None:
    """Write what is made from data: schemas for editors, and the words of search for browsers."""
    catalog, problems = check_project(root.resolve())
    files = made.files(catalog)
    if files is None or any(problem.file in made.SOURCES for problem in problems):
        names = ", ".join(map(str, made.SOURCES))
        sys.exit(f"there are problems in {names}; run: python -m macros check")
    for file in made.write(root.resolve(), files):
        print(f"wrote {file}")


@app.command()
def new(kind: NewKind, title: str, country: str = "", root: Path = ROOT) -> None:
    """Write a new record with blanks to fill in: its title, or for a study its DOI or BibTeX file.

    A helpline also needs --country and two letters, such as gb.
    """
    catalog, _ = check_project(root.resolve())
    try:
        file, text = begun(catalog, kind, title, country, today())
    except ValueError as error:
        sys.exit(str(error))
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    print(f"{file}: fill in its blanks, then run: make check")


@app.command()
def complete(folder: Path, root: Path = ROOT) -> None:
    """Write into a built site what its builder cannot make, and take out what no page uses."""
    catalog = _sound(root)
    if not (folder / "index.html").is_file():
        sys.exit(f"{folder} holds no built site; run: make site")
    complete_site(Site(folder, catalog, site_address(), now()))


@app.command()
def editions(root: Path = ROOT) -> None:
    """Build the site with its copies in downloads/, and put both in place at once."""
    # What makes copies is installed by `make editions` only.
    from macros.editions.release import MakingError, make  # noqa: PLC0415

    catalog = _sound(root)
    try:
        sizes = make(catalog)
    except MakingError as error:
        sys.exit(str(error))
    for file, size in sizes.items():
        print(f"{size:>10,}  {file}")
    print("site/ is ready, with its copies in site/downloads/")


@app.command()
def coverage(root: Path = ROOT) -> None:
    """Print which needs the practices answer, and what is still missing."""
    catalog = _sound(root)
    print("\n".join(table.lines(catalog)))
    if faults := table.faults(catalog):
        sys.exit("\n".join(("", *faults)))
    print("Nothing is missing.")


@app.command()
def due(root: Path = ROOT, address: str = "") -> None:
    """Print what is due: helplines and pages near their date, and studies that were withdrawn.

    With the address under which a file is edited, such as …/edit/main, each line is a link to it.
    """
    catalog = _sound(root)
    found = dates.due(catalog, today())
    for problem in found:
        link = f"- [ ] [{problem.file}]({address}/{problem.file}): {problem.message}"
        print(link if address else problem)
    if not found:
        print("Nothing is due.")


@app.command()
def report(root: Path = ROOT) -> None:
    """Print what a reader should weigh: wordings, how hard pages read, texts nearly the same."""
    catalog = _sound(root)
    lines = sorted(set(findings(catalog, "advice")))
    print(*lines, f"{len(lines)} wordings to weigh.", "", sep="\n")
    print(*reading_ease.lines(catalog), "", *near_copies.lines(catalog), sep="\n")


@app.command()
def publishable(root: Path = ROOT) -> None:
    """Succeed only when a person has opened each helpline's own page."""
    catalog = _sound(root)
    if catalog.confirmation is None:
        sys.exit(
            "Not published: nobody has yet opened each helpline's own page. When you have, say so"
            " in data/confirmation.yml (person, opened, statement) and commit it."
        )
    print(f"Confirmed by {catalog.confirmation.person} on {catalog.confirmation.opened}.")


def _sound(root: Path) -> Catalog:
    """The catalogue of a project without a problem; any other project ends the program."""
    catalog, problems = check_project(root.resolve())
    if problems:
        sys.exit("there are problems; run: python -m macros check")
    return catalog


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # messages hold more than ASCII
    app()
