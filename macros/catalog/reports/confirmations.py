"""Which countries a person has confirmed, which come next, and how to confirm one."""

from collections.abc import Iterator
from datetime import date

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINES
from macros.catalog.models.care import SURE, Country, Line
from macros.catalog.problems import Problem


def advice(catalog: Catalog) -> list[Problem]:
    """What to write where somebody confirmed lines, and the mark of the lines is missing or is that
    of other ones. None of it is a fault: until then the country counts as not confirmed.
    """
    found = []
    for id, country in catalog[HELPLINES].items():
        source = catalog.source(HELPLINES, id)
        if country.unchanged or country.confirmed is None:
            continue
        if country.confirmed.of is None:
            message = f"to confirm the lines as they are now, add `of: {country.mark}` below it"
            found.append(source.problem(("confirmed",), message))
        else:
            message = (
                "these are not the lines that were confirmed; compare what changed with the"
                f" service's own page, then write `of: {country.mark}` and the new `day`"
            )
            found.append(source.problem(("confirmed", "of"), message))
    return sorted(found)


def waiting(catalog: Catalog, today: date) -> list[Problem]:
    """The countries that wait for a person, those with most people first."""
    countries = [item for item in catalog[HELPLINES].items() if not item[1].confirmed_on(today)]
    countries.sort(key=lambda item: (-(item[1].population or 0), item[0]))
    found = []
    for id, country in countries:
        people = f" ({country.population:,g} million people)" if country.population else ""
        hidden, all = len(country.shown(today).others), len(country.lines)
        message = (
            f"{country.country}{people}: not confirmed by a person, {hidden} of {all} lines are not"
            f" shown; to confirm it, run: python -m macros confirm {id}"
        )
        found.append(Problem(HELPLINES.file(id), 1, message))
    return found


def how_to_confirm(catalog: Catalog, id: str, person: str, today: date) -> Iterator[str]:
    """What to open and to compare, and what to write then, line by line."""
    country, file = catalog[HELPLINES][id], HELPLINES.file(id)
    yield f"{country.country}: open each page and compare. Please dial no crisis line to test it."
    for number, line in enumerate(_sure(country), 1):
        yield ""
        yield f"{number}. {line.name}: {line.url}"
        yield from (f"   {said}" for said in _to_compare(line))
    place = "in the place of `confirmed` in" if country.confirmed else "at the end of"
    yield ""
    yield f"Where something differs, change {file} first, and run this again."
    yield f"When all agree, put this {place} {file}:"
    yield ""
    yield "confirmed:"
    yield f"  person: {person}"
    yield "  source: own-page"
    yield f"  day: {today}"
    yield f"  of: {country.mark}"


def _sure(country: Country) -> list[Line]:
    """The lines that readers see once somebody has confirmed the country."""
    return [line for line in country.lines if line.confidence == SURE]


def _to_compare(line: Line) -> Iterator[str]:
    """What the service's own page should say."""
    for phone in line.phone:
        yield f"call {phone.number}" + (f" ({phone.note})" if phone.note else "")
    if line.text:
        yield f"text {line.text.word or 'anything'} to {line.text.number}"
    if line.whatsapp:
        yield f"WhatsApp {line.whatsapp}"
    if line.chat:
        yield f"chat {line.chat}"
    yield "; ".join(filter(None, (line.hours, line.cost, ", ".join(line.languages), line.audience)))
    if line.note:
        yield line.note
