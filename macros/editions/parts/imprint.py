"""What travels with every copy: how old it is, whose words these are, and where help is found."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from macros.catalog.models.care import Country, Line
from macros.components.rendering import day
from macros.editions.parts.page_text import INDEX, Leaf, online
from macros.editions.site import Site

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
DIRECTORY = "https://findahelpline.com/"


@dataclass(frozen=True)
class Help:
    """One country: its name, its emergency numbers, and lines that are sure enough and fresh."""

    name: str
    country: Country
    lines: list[Line]


def imprint(site: Site, page: Leaf | None = None) -> list[str]:
    """Plain sentences: the days of build and last reading, source and license.

    They are about one page, or about the whole site.
    """
    address = online(site, page.file if page else PurePosixPath(INDEX))
    source = f"From Ripple, {address}" if address else "From Ripple"
    reviewed = page.reviewed if page else None
    read = f" Its words were last read through on {day(reviewed)}." if reviewed else ""
    return [
        f"This copy was made on {day(site.built.date())}.{read}"
        " If that is long ago, check a number before you rely on it.",
        f"{source}. You may copy it, pass it on and change it, if you name Ripple: CC BY 4.0,"
        f" {LICENSE}",
        "Ripple informs; it does not diagnose or treat. Not yet reviewed by a clinician, nor by"
        " someone speaking from lived experience.",
    ]


def advice(site: Site) -> list[str]:
    """Plain sentences on getting help anywhere, also where no country is listed."""
    there = f"{online(site, PurePosixPath('help.html'))} and " if site.address else ""
    return [
        "If a life is in danger, call the emergency number of your country, or ask somebody near"
        " you to call. Knock on a door, or show a person this.",
        "You do not have to be in danger to ask for help. If you think about ending your life, go"
        " where another person is, if you can.",
        f"Helplines by country: {there}{DIRECTORY}",
    ]


def caution(site: Site) -> str:
    """How far the numbers of `helps` can be relied on, and until when they count as fresh."""
    days = [help.country.emergency.expires for help in helps(site)]
    days += [line.expires for help in helps(site) for line in help.lines]
    fresh = [each for each in days if each > site.built.date()]
    until = f" From {day(min(fresh))} on, check a number first." if fresh else " Check each first."
    return (
        "Use a number only in its own country. Ripple has not dialed any of them; if one does not"
        f" work, call the emergency number or try the next.{until}"
    )


def helps(site: Site) -> list[Help]:
    """Every country by name, with what the site itself would show on the day of the build."""
    today = site.built.date()
    return [
        Help(
            country.country,
            country,
            [line for line in country.lines if line.confidence == "high" and line.expires > today],
        )
        for country in sorted(site.catalog.helplines.values(), key=lambda each: each.country)
    ]
