"""Help on paper: whoever prints a practice with a care card has numbers to call, without a screen.

It goes into finished pages, so that no search finds every practice by the name of a helpline.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.kinds import PRACTICES
from macros.catalog.models.care import Country, Line
from macros.components.context import Context
from macros.components.countries import countries_of
from macros.components.rendering import render
from macros.editions.site import Site

END = "</article>"


def add_help(site: Site) -> None:
    """Put help into each practice with a care card; it is shown on paper only."""
    for id in site.catalog[PRACTICES]:
        file = PRACTICES.file(id)
        if any(call.name == "care_card" for call in site.catalog.texts[file].calls):
            path = site.folder / site.place(file)
            if not site.has(file):
                continue
            before, after = path.read_text("utf-8").rsplit(END, 1)
            text = f"{before}{_help(site, file)}\n{END}{after}"
            path.write_text(text, "utf-8", newline="\n")


def _help(site: Site, file: PurePosixPath) -> str:
    countries = list(countries_of(site.catalog).values())
    lines = [found for country in countries for found in _first(site, country)]
    entries = [country.emergency for country in countries] + [line for _, _, line, _ in lines]
    return render(
        "paper_help",
        Context(site.project, file),
        emergency=_emergency(countries),
        lines=lines,
        unconfirmed=not all(confirmed for _, confirmed, _, _ in lines),
        read=max(entry.checked for entry in entries if entry.checked),
        fresh=min(entry.expires for entry in entries if entry.expires),
    )


def _emergency(countries: list[Country]) -> list[tuple[str, list[str]]]:
    """The first emergency number of each country, with the countries that share it."""
    shared: dict[str, list[str]] = {}
    for country in countries:
        shared.setdefault(country.emergency.numbers[0].number, []).append(country.country)
    return sorted(shared.items())


def _first(site: Site, country: Country) -> Iterator[tuple[str, bool, Line, list[str]]]:
    """The first line of a country that a person can call or text, as pages show it; and whether a
    person has confirmed it.
    """
    text = site.catalog.text
    shown = country.shown(site.day)
    for line in shown.lines:
        ways = [phone.number for phone in line.phone[:1]]
        if line.text:
            key = "help.text" if line.text.word else "help.text_only"
            ways.append(text(key, word=line.text.word, number=line.text.number))
        if ways:
            yield country.country, shown.confirmed is not None, line, ways
            return
