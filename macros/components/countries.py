"""The countries with helplines, named and ordered for readers of the project's language."""

import unicodedata

from babel import Locale
from babel.languages import get_official_languages

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import HELPLINES
from macros.catalog.models.care import Country
from macros.catalog.models.help_words import ENGLISH

NOWHERE = "ZZ"  # what CLDR calls an unknown region


def countries_of(catalog: Catalog) -> dict[str, Country]:
    """Every country under its code: those that speak the language of the project come first, then
    all others by name.
    """
    named = {
        code: country.model_copy(update={"country": _name(catalog, code, country)})
        for code, country in catalog[HELPLINES].items()
    }

    def order(item: tuple[str, Country]) -> tuple[bool, str]:
        country = item[1]
        return not _speaks(country, catalog.language), _without_accents(country.country)

    return dict(sorted(named.items(), key=order))


def languages_of(catalog: Catalog, code: str, country: Country) -> list[str]:
    """The main languages of a country; where pages are in English already, without English."""
    languages = list(country.languages)
    official = get_official_languages(code, de_facto=True)
    if catalog.language == ENGLISH or ENGLISH not in official:
        return languages
    languages.insert(0 if official[0] == ENGLISH else len(languages), ENGLISH)
    return languages


def _name(catalog: Catalog, code: str, country: Country) -> str:
    """What a country is called: as a language says it itself, else by CLDR, else in English."""
    own = catalog.text.lines.get(country.country)
    if own or catalog.language == ENGLISH or code.upper() == NOWHERE:
        return own or country.country
    territories = Locale.parse(catalog.language, sep="-").territories
    return str(territories.get(code.upper(), country.country))


def _speaks(country: Country, language: str) -> bool:
    """Whether a language, or a kind of it, is among the main ones besides English."""
    return language.split("-", maxsplit=1)[0] in (tag.split("-")[0] for tag in country.languages)


def _without_accents(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
