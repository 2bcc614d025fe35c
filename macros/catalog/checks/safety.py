"""What keeps readers safe is still said where data/safety says that it is."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from macros.catalog.catalog import Catalog
from macros.catalog.checks.structure import by_section, section_key
from macros.catalog.kinds import ARTICLES, PAGES, PRACTICES, SAFETY, SECTIONS, STRINGS, Kind
from macros.catalog.models.search import normalize
from macros.catalog.problems import Problem, suggestion

HELP = PAGES.file("help")
OF: tuple[Kind[Any], ...] = (PRACTICES, ARTICLES, PAGES)  # what a record of safety may be about


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Facts that are said no longer, or elsewhere than their record says."""
    frame, help = _frame(catalog), _help(catalog)
    for id, safety in catalog[SAFETY].items():
        source = catalog.source(SAFETY, id)
        kind = next((kind for kind in OF if kind.file(id) in catalog.texts), None)
        if kind is None:
            pages = [page for kind in OF for page in catalog.records[kind.name]]
            message = f"there is no page `{id}`{suggestion(id, pages)}"
            yield source.problem((), f"{message}; name this file as the page is named")
            continue
        file = kind.file(id)
        if catalog.texts[file].faults or file not in catalog.every_page:
            continue  # what is wrong with it is told elsewhere
        said = {**_places(catalog, file), **help, **(frame if kind is PRACTICES else {})}
        for number, fact in enumerate(safety.facts):
            place = ("facts", number, "stands")
            if fact.stands not in said:
                known = ", ".join(sorted({*said, *catalog[SECTIONS]}))
                wrong = fact.stands not in catalog[SECTIONS]
                not_one = f"`{fact.stands}` is not one of {known}"
                message = not_one if wrong else f"{file} has no part `{fact.stands}`"
                yield source.problem(place, f"{message}; say where the fact stands now")
                continue
            for words in fact.words:
                if normalize(words) not in said[fact.stands]:
                    message = f"`{words}` is not said in `{fact.stands}` of {file}"
                    todo = "say it there, or write here where and how the fact is said now"
                    yield source.problem(place, f"{message}; {todo}")


def _places(catalog: Catalog, file: PurePosixPath) -> dict[str, str]:
    """What a page itself says, by the places that a fact may stand in."""
    places = {"page": _words(catalog, file)}
    if gate := getattr(catalog.every_page[file], "gate", ()):
        places["gate"] = " ".join(gate)
    for heading, below in by_section(catalog.texts[file].parts):
        if key := section_key(catalog, heading.words):
            places[key] = " ".join(part.words for part in below)
    return {place: normalize(text) for place, text in places.items()}


def _frame(catalog: Catalog) -> dict[str, str]:
    """What stands at the foot of every practice."""
    if not catalog.only(STRINGS):
        return {}
    return {"frame": normalize(" ".join(catalog.text.all("practice.frame")))}


def _help(catalog: Catalog) -> dict[str, str]:
    """What the page of help says."""
    if HELP not in catalog.texts or HELP not in catalog.every_page:
        return {}
    return {"help": normalize(_words(catalog, HELP))}


def _words(catalog: Catalog, file: PurePosixPath) -> str:
    """All words of a page, but for what its calls show."""
    page = catalog.every_page[file]
    text = (part.words for part in catalog.texts[file].parts)
    return " ".join((page.title, page.summary, *getattr(page, "gate", ()), *text))
