"""What travels with every copy: how old it is, whose words these are, and where help is found."""

from pathlib import PurePosixPath

from macros.catalog.models.care import Country
from macros.components.countries import countries_of
from macros.components.reviews import review_sentences, reviews_so_far, unread, unread_so_far
from macros.editions.parts.book_pages import INDEX, BookPage, online_address
from macros.editions.site import Site

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
DIRECTORY = "https://findahelpline.com/"


def imprint(site: Site, page: BookPage | None = None) -> list[str]:
    """Plain sentences: the days of build and last reading, source and license.

    They are about one page, or about the whole site.
    """
    text = site.catalog.text
    address = online_address(site, page.file if page else PurePosixPath(INDEX))
    source = text("imprint.from", address=address) if address else text("imprint.from_nowhere")
    dates = [text("imprint.made", day=text.day(site.day))]
    if page and page.reviewed:
        dates.append(text("imprint.read", day=text.day(page.reviewed)))
    if page:
        file = PurePosixPath("docs", page.file.with_suffix(".md"))
        reviews = [review_sentences(site.catalog, file), unread(site.catalog, file)]
    else:
        reviews = [reviews_so_far(site.catalog), unread_so_far(site.catalog)]
    return [
        " ".join((*dates, text("imprint.old"))),
        text("imprint.license", source=source, license=LICENSE),
        text("imprint.informs", reviews=" ".join(filter(None, reviews))),
    ]


def advice(site: Site) -> list[str]:
    """Plain sentences on getting help anywhere, also where no country is listed."""
    text, address = site.catalog.text, DIRECTORY
    if site.address:
        page = online_address(site, PurePosixPath("help.html"))
        address = text("help.both", first=page, second=DIRECTORY)
    taken = f"{text('help.taken.title')}: {' '.join(text.all('help.taken.steps'))}"
    return [text("help.danger"), taken, text("help.ask"), text("help.lines", address=address)]


def caution(site: Site) -> str:
    """How far the numbers of `countries` can be relied on, and until when they count as fresh."""
    return site.catalog.text("help.caution", until=numbers_until(site))


def numbers_until(site: Site) -> str:
    """From which day on a number of `countries` is to be checked first."""
    text, found = site.catalog.text, countries(site)
    days = [country.emergency.expires for country in found]
    days += [line.expires for country in found for line in country.lines]
    fresh = [each for each in days if each and each > site.day]
    return text("help.until", day=text.day(min(fresh))) if fresh else text("help.check")


def countries(site: Site) -> list[Country]:
    """Every country in order, with what readers may see on the day of the build."""
    return [country.shown(site.day) for country in countries_of(site.catalog).values()]
