"""Every text of data is shown as it was typed, in every component and in what is made beside."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import feedparser
import icalendar
import lxml.html
import pytest

from macros.catalog.kinds import PRACTICES, RIPPLES, STUDIES, TERMS
from macros.catalog.load import load
from macros.catalog.models.words import Terms
from macros.components.calls import CALLS
from macros.components.context import Context
from macros.components.typed import as_typed
from macros.editions.beside import calendars, feeds
from macros.editions.beside.printed_help import END, add_help
from macros.editions.parts.plain_text import plain_text
from macros.project import keep
from tests.helpers.markup import page_html
from tests.helpers.projects import copy_of_fixture
from tests.helpers.sites import ADDRESS, site_in
from tests.helpers.typed import Typed, texts
from tests.unit.test_components import ARGUMENTS, PAGES

OURS = [f"macros.components.markdown.{name}" for name in ("citations", "glossary", "sections")]
ENTRY = ("SUMMARY", "DESCRIPTION")  # what an entry of a calendar says
# Texts for the frame of pages, for search and for reports: none of them passes through Markdown.
ELSEWHERE = {
    *("needs.title", "needs.summary", "pages.title", "pages.summary"),
    *("paths.words", "phrases.sought", "practices.words", "situations.words"),
    *("gaps.reason", "glossary.forms", "languages.name", "retractions.notice"),
}


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    catalog = load(copy_of_fixture(tmp_path_factory.mktemp("typed")), show_unconfirmed=True)
    # A second cause, so that the script of the first has data of another.
    ripples, (id, terms) = catalog[RIPPLES], next(iter(catalog[TERMS].items()))
    ripples["other"] = ripples["wave"].model_copy(update={"theme": "indoors"})
    themes = {**terms.themes, "indoors": next(iter(terms.themes.values()))}
    catalog[TERMS][id] = terms.model_copy(update={"themes": themes})
    return Typed(catalog)


def _shown(typed: Typed, folder: Path) -> Iterator[tuple[str, str]]:
    """What each part of a site shows, with the name of the part."""
    site = site_in(folder, typed.catalog, ADDRESS)
    keep(site.project)
    lists = [("word_list", (name,)) for name in Terms.model_fields]
    for name, arguments in [*((name, ARGUMENTS.get(name, ())) for name in CALLS), *lists]:
        page = PAGES.get(name, "practices/wave-to-a-neighbor")
        context = Context(site.project, PurePosixPath(f"docs/{page}.md"))
        html = page_html(CALLS[name](context, *arguments), *OURS)
        yield from ((name, text) for text in texts(lxml.html.fromstring(f"<main>{html}</main>")))
        yield "plain text", plain_text(lxml.html.fromstring(f"<main>{html}</main>"))
    notes = page_html(" ".join(f"[^{id}]" for id in typed.catalog[STUDIES]), *OURS)
    yield from (("notes", text) for text in texts(lxml.html.fromstring(notes)))
    for place, file in {**calendars.files(site), **feeds.files(site)}.items():
        if place.suffix == ".ics":
            for part in icalendar.Calendar.from_ical(file).walk():
                yield from (("calendars", str(part.get(key, ""))) for key in ("NAME", *ENTRY))
        else:
            for entry in feedparser.parse(file).entries:
                yield from (("feeds", entry[key]) for key in ("title", "description"))
    for id in site.catalog[PRACTICES]:
        path = folder / site.place(PRACTICES.file(id))
        path.parent.mkdir(parents=True)
        path.write_text(f"<article>{END}", "utf-8")
    add_help(site)
    for path in folder.rglob("*.html"):
        yield from (("printed help", text) for text in texts(lxml.html.parse(path).getroot()))


def test_every_text_is_shown_as_typed(typed: Typed, tmp_path: Path) -> None:
    found, faults = set[str](), set[str]()
    for part, text in _shown(typed, tmp_path):
        try:
            found |= set(typed.seen(text))
        except AssertionError as fault:
            faults.add(f"{part}: {fault}")
    assert not faults, "\n".join(sorted(faults))
    assert set(typed.fields) - found == ELSEWHERE


@pytest.mark.parametrize("beginning", ["# A", "1. A", "12) A", "- A", "+ A", "> A", "* A", ": A"])
def test_no_sign_at_its_beginning_makes_a_text_a_block(beginning: str) -> None:
    text = f"{as_typed(beginning)} b"
    assert page_html(text) == f"<p>{text}</p>"
