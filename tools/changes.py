"""What a proposal changes for readers, in plain words, as Markdown.

Run: python -m tools.changes BEFORE AFTER, two folders that each hold a checkout of the project.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import textstat

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import CLAIMS, HELPLINES, KINDS, RIPPLES
from macros.catalog.load import load
from macros.catalog.models.care import Country
from macros.catalog.models.pages import Article, Practice
from macros.catalog.problems import Problem
from macros.catalog.reports.sentences import sentences
from macros.languages.overlay import FOLDER, codes, lay

WORDS_AND_DATA = ("docs/", "data/", "languages/")
CODE = ("docs/assets/scripts/", "docs/assets/styles/", "docs/assets/fonts/")
PICTURES = (".svg", ".png")
SKIPPED = {
    *(".git", ".venv", ".cache", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"),
    *("build", "node_modules", "site", "site-offline", "site-zensical", "__pycache__"),
}
HELPING = ("quick_exit", "country_first", "helpline_list")  # beside the calls that show care
RECORDS = [kind for kind in KINDS if kind.place.startswith("data/") and kind.name != "terms"]


def summary(before: Path, after: Path) -> str:
    """What changed between two checkouts, for somebody who reads the site."""
    old, new = load(before), load(after)
    files = list(_changed(before, after))
    parts = [
        *_trust(files),
        *_part("Taken away: look at this first", _taken_away(old, new)),
        *_part("Numbers to call", _numbers(old, new)),
        *_part("Cannot be read", (f"- {problem}" for problem in _unread(new))),
        *_part("Pictures", _pictures(files, before, after)),
        *_part("Pages", _pages(old, new)),
        *_part("Records", _records(old, new)),
        *_part("Grades of claims", _grades(old, new)),
        *_part("Translations whose English has changed", _grown_old(old, new)),
    ]
    return "\n".join(parts) + "\n"


def _grown_old(old: Catalog, new: Catalog) -> Iterator[str]:
    """Parts of translations that were up to date before, and are not any more."""
    for code in codes(new.root):
        was = lay(code, old).translation.old if code in codes(old.root) else {}
        laid = lay(code, new)
        for file, parts in sorted(laid.translation.old.items()):
            for part in sorted(set(parts) - set(was.get(file, ()))):
                shown = part in laid.translation.english.get(file, ())
                how = "shows English until then" if shown else "is marked as old"
                yield f"- {FOLDER / code / file}, `{part}`: {how}"


def _changed(before: Path, after: Path) -> Iterator[str]:
    """Files that differ between two folders, apart from what is built or installed."""
    old, new = _files(before), _files(after)
    for file in sorted(old | new):
        paths = [folder / file for folder in (before, after)]
        if file not in old & new or paths[0].read_bytes() != paths[1].read_bytes():
            yield file


def _files(folder: Path) -> set[str]:
    names = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {name.as_posix() for name in names if not SKIPPED & {*name.parts}}


def _trust(files: list[str]) -> list[str]:
    code = [f for f in files if not f.startswith(WORDS_AND_DATA) or f.startswith(CODE)]
    if not code:
        return ["Only words and data change. Nothing here can run.", ""]
    warning = "**This changes more than words and data. Read it as code, before anything else:**"
    return [warning, "", *(f"- `{file}`" for file in code), ""]


def _part(title: str, lines: Iterator[str]) -> list[str]:
    found = list(lines)
    return [f"## {title}", "", *found, ""] if found else []


def _taken_away(old: Catalog, new: Catalog) -> Iterator[str]:
    """Calls that pages no longer make, those that help first, and helplines that are gone."""
    helping = [*old.editorial.care.calls, *HELPING]
    found = []
    for file in old.texts.keys() & new.texts.keys():
        left = Counter(call.name for call in old.texts[file].calls)
        left.subtract(call.name for call in new.texts[file].calls)
        found += [(name not in helping, str(file), name) for name in (+left).elements()]
    for _, page, name in sorted(found):
        yield f"- `{name}` from `{page}`"
    for id, country in sorted(old[HELPLINES].items()):
        if id not in new.known.ids["helplines"]:
            yield f"- {country.country}: every number"


def _numbers(old: Catalog, new: Catalog) -> Iterator[str]:
    """What is dialed for each service, before and after."""
    for id in sorted(old[HELPLINES].keys() & new[HELPLINES].keys()):
        before, after = _dialed(old[HELPLINES][id]), _dialed(new[HELPLINES][id])
        for name in sorted(before.keys() | after.keys()):
            if before.get(name) != after.get(name):
                change = f"{before.get(name, 'none')} → {after.get(name, 'none')}"
                yield f"- {new[HELPLINES][id].country}, {name}: {change}"


def _dialed(country: Country) -> dict[str, str]:
    """Every number of a country, by the service that it reaches."""
    emergency = ", ".join(number.number for number in country.emergency.numbers)
    ways = {
        line.name: [phone.number for phone in line.phone]
        + ([f"text {line.text.number}"] if line.text else [])
        + [way for way in (line.whatsapp, line.chat) if way]
        for line in country.lines
    }
    return {"emergency": emergency, **{name: ", ".join(way) for name, way in ways.items() if way}}


def _unread(new: Catalog) -> list[Problem]:
    """Why a record is neither shown as changed nor as gone."""
    return [problem for problem in new.problems if problem.file in new.sources]


def _pictures(files: list[str], before: Path, after: Path) -> Iterator[str]:
    for file in files:
        if file.startswith("docs/") and file.endswith(PICTURES):
            there = [(folder / file).is_file() for folder in (before, after)]
            how = "New" if not there[0] else "Gone" if not there[1] else "Changed"
            yield f"- {how}: `{file}`"


def _pages(old: Catalog, new: Catalog) -> Iterator[str]:
    for file in sorted(old.every_page.keys() | new.every_page.keys()):
        if file not in new.every_page and file in new.files:
            continue  # it is there, and what is wrong with it is said elsewhere
        if file not in new.every_page:
            yield f"- Gone: {old.every_page[file].title} (`{file}`)"
        elif file not in old.every_page:
            yield f"- New: {_described(new, file)}"
        elif old.sources[file] != new.sources[file]:
            earlier = len(_text(old, file).split())
            yield f"- Changed: {_described(new, file)}; {earlier} words before"


def _described(catalog: Catalog, file: PurePosixPath) -> str:
    text = _text(catalog, file)
    grade = f", reading grade {textstat.flesch_kincaid_grade(text):.1f}" if text else ""
    return f"{catalog.every_page[file].title} (`{file}`), {len(text.split())} words{grade}"


def _text(catalog: Catalog, file: PurePosixPath) -> str:
    return " ".join(sentences(catalog.texts[file]))


def _records(old: Catalog, new: Catalog) -> Iterator[str]:
    for kind in RECORDS:
        earlier, later = old.records[kind.name], new.records[kind.name]
        if not kind.is_folder and not kind.keyed:
            if earlier != later:
                yield f"- Changed: {kind.file()}"
            continue
        for id in sorted(earlier.keys() | later.keys()):
            if id in new.known.ids[kind.name] and id not in later:
                continue  # it is there, and what is wrong with it is said elsewhere
            if earlier.get(id) != later.get(id):
                how = "New" if id not in earlier else "Gone" if id not in later else "Changed"
                yield f"- {how}: {kind.singular} `{id}`"


def _grades(old: Catalog, new: Catalog) -> Iterator[str]:
    for id in sorted(old[CLAIMS].keys() & new[CLAIMS].keys()):
        before, after = old[CLAIMS][id].grade, new[CLAIMS][id].grade
        if before != after:
            leaning = ", ".join(f"`{file}`" for file in _leaning(new, id)) or "nothing"
            changed = f"- {new[CLAIMS][id].statement} **{before} → {after}.**"
            why = new[CLAIMS][id].history[-1].why if new[CLAIMS][id].history else "No reason given."
            yield f"{changed} {why} What leans on it: {leaning}"


def _leaning(catalog: Catalog, claim: str) -> list[PurePosixPath]:
    """Pages and tables that rest on a claim or show it."""
    named = {
        file
        for file, page in catalog.every_page.items()
        if isinstance(page, Practice | Article) and claim in page.claims
    }
    shown = {
        file
        for file, page in catalog.texts.items()
        if any(claim in call.arguments for call in page.calls)
    }
    tables = {
        PurePosixPath("data/ripples", f"{id}.yml")
        for id, ripple in catalog[RIPPLES].items()
        if any(claim in effect.basis for effect in ripple.effects)
    }
    return sorted(named | shown | tables)


if __name__ == "__main__":
    print(summary(*(Path(folder).resolve() for folder in sys.argv[1:3])), end="")
