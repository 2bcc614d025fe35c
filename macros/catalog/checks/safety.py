"""What keeps readers safe is still said where data/safety says that it is."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.checks.structure import by_section, section_key
from macros.catalog.kinds import ARTICLES, PRACTICES, SAFETY, SECTIONS, STRINGS
from macros.catalog.models.search import normalize
from macros.catalog.problems import Problem, suggestion

FRAME = ("stop", "doctor", "danger")  # the strings of `practice` at the foot of each one
HELP = PurePosixPath("docs/help.md")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Facts that are said no longer, or elsewhere than their record says."""
    for id, safety in catalog[SAFETY].items():
        source = catalog.source(SAFETY, id)
        kind = next(
            (kind for kind in (PRACTICES, ARTICLES) if kind.file(id) in catalog.texts), None
        )
        if kind is None:
            pages = [*catalog[PRACTICES], *catalog[ARTICLES]]
            message = f"there is no practice or article `{id}`{suggestion(id, pages)}"
            yield source.problem((), f"{message}; name this file as the page is named")
            continue
        file = kind.file(id)
        if catalog.texts[file].faults or file not in catalog.every_page:
            continue  # what is wrong with it is told elsewhere
        said = {place: normalize(text) for place, text in _places(catalog, file).items()}
        for number, fact in enumerate(safety.facts):
            place = ("facts", number, "stands")
            if fact.stands == "frame" and not catalog.only(STRINGS):
                continue  # what is wrong with the strings is told elsewhere
            if fact.stands not in said:
                known = ", ".join(sorted({*said, *catalog[SECTIONS]}))
                wrong = fact.stands not in catalog[SECTIONS]
                message = (
                    f"`{fact.stands}` is not one of {known}"
                    if wrong
                    else (f"{file} has no part `{fact.stands}`")
                )
                yield source.problem(place, f"{message}; say where the fact stands now")
                continue
            for words in fact.words:
                if normalize(words) not in said[fact.stands]:
                    message = f"`{words}` is not said in `{fact.stands}` of {file}"
                    todo = "say it there, or write here where and how the fact is said now"
                    yield source.problem(place, f"{message}; {todo}")


def _places(catalog: Catalog, file: PurePosixPath) -> dict[str, str]:
    """What a page says, by the places that a fact may stand in."""
    places = {"page": _words(catalog, file)}
    if gate := getattr(catalog.every_page[file], "gate", ()):
        places["gate"] = " ".join(gate)
    if PRACTICES.id_in(file) and catalog.only(STRINGS):
        places["frame"] = " ".join(catalog.text(f"practice.{name}") for name in FRAME)
    if HELP in catalog.texts and HELP in catalog.every_page:
        places["help"] = _words(catalog, HELP)
    for heading, below in by_section(catalog.texts[file].parts):
        if key := section_key(catalog, heading.words):
            places[key] = " ".join(part.words for part in below)
    return places


def _words(catalog: Catalog, file: PurePosixPath) -> str:
    """All words of a page, but for what its calls show."""
    page = catalog.every_page[file]
    text = (part.words for part in catalog.texts[file].parts)
    return " ".join((page.title, page.summary, *getattr(page, "gate", ()), *text))
