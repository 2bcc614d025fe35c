"""The door for people: `python -m macros check`, `build`, `new` and others."""

import os
import sys
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from macros.catalog import generated_files
from macros.catalog.checks.wording import findings
from macros.catalog.kinds import HELPLINES, LANGUAGES
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reports import coverage as coverage_table
from macros.catalog.reports import evidence, habits, near_copies, reading_ease
from macros.catalog.reports.confirmations import advice, how_to_confirm
from macros.catalog.reports.due import due as what_is_due
from macros.check import OPENER, Checked
from macros.editions.beside import complete as complete_site
from macros.editions.folders import put_in_place
from macros.editions.site import Site
from macros.languages.overlay import codes, lay, project_of
from macros.languages.refresh import refresh as refresh_sums
from macros.project import Project
from macros.settings import Settings, SettingsError
from macros.skeletons import begin, kinds_to_begin
from macros.skeletons import language as begin_language

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
ROOT = typer.Option(Path(), help="The folder that holds mkdocs.yml.", show_default=False)


class Format(StrEnum):
    """How problems are printed."""

    text = "text"
    github = "github"


@app.command()
def check(format: Format = Format.text, root: Path = ROOT) -> None:
    """Report every problem of the project, one line each; and what a confirmation still needs."""
    checked = _opened(root)
    problems = [*checked.problems, *_problems_of_languages(checked)]
    for problem in problems:
        print(problem.annotation() if format is Format.github else problem)
    for hint in advice(checked.project.catalog):
        print(hint.annotation("notice") if format is Format.github else hint)
    if problems:
        sys.exit(1)
    print("No problems.")


@app.command()
def build(on_disk: bool = False, copies: bool = False, root: Path = ROOT) -> None:
    """Check, build and complete the site, and put it in the place of the last one.

    With --on-disk, the copy that opens from a disk; with --copies, the site with all its copies.
    """
    # A builder is loaded only where something is built.
    from macros.release import (  # noqa: PLC0415
        ReleaseError,
        build_site,
        build_with_copies,
        one_at_a_time,
    )

    with one_at_a_time(root.resolve()):
        checked = _opened(root)
        languages = OPENER.languages(checked)
        if problems := [p for each in (checked, *languages) for p in each.problems]:
            sys.exit("\n".join(map(str, problems)))
        if copies and checked.project.settings.show_unconfirmed:
            sys.exit(
                "SHOW_UNCONFIRMED is for previews, and copies are handed on; make them without"
            )
        others = [each.project for each in languages]
        try:
            if not copies:
                place = build_site(checked.project, others, on_disk=on_disk)
                print(f"{place.name}/ is ready")
                return
            for file, size in build_with_copies(checked.project, others).items():
                print(f"{size:>10,}  {file}")
            print("site/ is ready, with its copies in site/downloads/")
        except ReleaseError as error:
            sys.exit(str(error))


@app.command()
def serve(port: int = 8000, root: Path = ROOT) -> None:
    """Show a preview that follows every edit; the last good pages stay while something is wrong."""
    # A builder is loaded only where something is built.
    from macros.preview import serve as serve_preview  # noqa: PLC0415

    serve_preview(root.resolve(), port)


@app.command()
def complete(folder: Path, place: Path | None = None, root: Path = ROOT) -> None:
    """Write into a built site what its builder cannot make, and take out what no page uses.

    With --place, put it in the place of the last one.
    """
    project = _sound(root)
    if not (folder / "index.html").is_file():
        sys.exit(f"{folder} holds no built site; run: make site")
    at, top = folder.resolve(), root.resolve()
    built: dict[str, Path] = {}
    for code in codes(top) if at.is_relative_to(top) else ():
        # Each language is built into the same folder of its own project.
        inside = project_of(code, top) / at.relative_to(top)
        if inside.is_dir():
            built[code] = inside
        else:
            print(f"{inside} holds no built site; it is left out", file=sys.stderr)
    languages = OPENER.languages(Checked(project, ()), [*built])
    others = [Site(built[each.laid.code], each.project) for each in languages]
    complete_site(Site(folder, project), others)
    if place:
        put_in_place(folder, place)
        print(f"{place.name}/ is ready")


@app.command()
def schema(root: Path = ROOT) -> None:
    """Write what is made from data: schemas for editors, and the words of danger for browsers."""
    checked = _opened(root)
    files = generated_files.files(checked.project.catalog)
    wrong = {problem.file for problem in checked.problems} & set(generated_files.SOURCES)
    if files is None or wrong:
        names = ", ".join(map(str, generated_files.SOURCES))
        sys.exit(f"there are problems in {names}; run: python -m macros check")
    for file in generated_files.write(root.resolve(), files):
        print(f"wrote {file}")


@app.command()
def refresh(
    language: str,
    file: Annotated[Path | None, typer.Argument()] = None,
    part: Annotated[str, typer.Argument()] = "",
    root: Path = ROOT,
) -> None:
    """Note in a translation which English its parts are of: in all files, in one, or of one part.

    Parts that have no note get one; where the English has changed since, name the part.
    """
    english = _sound(root).catalog
    name = PurePosixPath(file.as_posix()) if file else None
    try:
        changed = refresh_sums(english, language, name, part)
    except ValueError as error:
        sys.exit(str(error))
    for each in changed:
        print(f"refreshed {each}")
    if not changed:
        print("No note is missing. `make due` names the parts whose English has changed since.")


@app.command()
def new(kind: str, title: str, country: str = "", root: Path = ROOT) -> None:
    """Write a new record with blanks to fill in: its title; for a study its DOI or BibTeX file; for
    a language its code.

    A helpline also needs --country and two letters, such as gb.
    """
    project = _opened(root).project
    kinds = kinds_to_begin()
    if kind not in (*kinds, LANGUAGES.singular):
        hint = suggestion(kind, kinds) or f"; known are: {', '.join(kinds)}"
        sys.exit(f"there is no `{kind}` to begin{hint}")
    try:
        if kind == LANGUAGES.singular:
            file, text = begin_language(project.catalog, title)
            (root / file).write_text(text, "utf-8")
            print(
                f"{file}: its texts go to languages/{title}/; docs/contribute/translate.md says how"
            )
            return
        file, text = begin(project.catalog, kinds[kind], title, country, project.settings.today)
    except ValueError as error:
        sys.exit(str(error))
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    print(f"{file}: fill in its blanks, then run: make check")


@app.command()
def coverage(root: Path = ROOT) -> None:
    """Print which needs the practices answer, and what is still missing."""
    catalog = _sound(root).catalog
    print("\n".join(coverage_table.lines(catalog)))
    if faults := coverage_table.faults(catalog):
        sys.exit("\n".join(("", *faults)))
    print("Nothing is missing.")


@app.command()
def due(root: Path = ROOT, address: str = "") -> None:
    """Print what is due: what is near its date, withdrawn studies, translations that grew old.

    With the address under which a file is edited, such as …/edit/main, each line is a link to it.
    """
    project = _sound(root)
    found = [
        *what_is_due(project.catalog, project.settings.today),
        *(old for code in codes(root) for old in lay(code, project.catalog).drift),
    ]
    for problem in found:
        link = f"- [ ] [{problem.file}]({address}/{problem.file}): {problem.message}"
        print(link if address else problem)
    if not found:
        print("Nothing is due.")


@app.command()
def report(root: Path = ROOT) -> None:
    """Print what a reader should weigh: wordings, evidence, habits, reading ease, near copies."""
    project = _sound(root)
    catalog = project.catalog
    lines = sorted(set(findings(catalog, "advice")))
    print(*lines, f"{len(lines)} wordings to weigh.", "", sep="\n")
    print(*evidence.lines(catalog, project.settings.today), "", sep="\n")
    print(*habits.lines(catalog), sep="\n")
    print(*reading_ease.lines(catalog), "", *near_copies.lines(catalog), sep="\n")


@app.command()
def confirm(country: str, person: str = "Your name", root: Path = ROOT) -> None:
    """Print what to open and compare to confirm a country, such as us, and what to write then."""
    project = _sound(root)
    known = project.catalog[HELPLINES]
    if country not in known:
        hint = suggestion(country, known) or f"; known are: {', '.join(known)}"
        sys.exit(f"there is no country `{country}`{hint}")
    print(*how_to_confirm(project.catalog, country, person, project.settings.today), sep="\n")


def _opened(root: Path) -> Checked:
    """The project in a folder with its problems; settings that cannot be used end the program."""
    try:
        settings = Settings.from_environment(os.environ)
    except SettingsError as error:
        sys.exit(str(error))
    return OPENER.open(root.resolve(), settings)


def _problems_of_languages(checked: Checked) -> list[Problem]:
    """Everything wrong with the translations of a project without problems."""
    return [problem for each in OPENER.languages(checked) for problem in each.problems]


def _sound(root: Path) -> Project:
    """The project in a folder without a problem; any other project ends the program."""
    checked = _opened(root)
    if checked.problems:
        sys.exit("there are problems; run: python -m macros check")
    return checked.project


if __name__ == "__main__":
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # messages hold more than ASCII
    app()
