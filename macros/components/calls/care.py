"""Calls about help: lines, organizations, small acts, a way out."""

from functools import partial

from macros.catalog.finder import acts
from macros.catalog.kinds import HELP_WORDS, ORGANIZATIONS
from macros.catalog.models.help_words import ENGLISH
from macros.catalog.models.vocabulary import Recipient
from macros.components.context import Context
from macros.components.countries import countries_of
from macros.components.help_words import read_by_native_speakers, spoken
from macros.components.rendering import render


def care_card(context: Context) -> str:
    """Where to get help now."""
    return render("care_card", context)


def quick_exit(context: Context) -> str:
    """A button that leaves the page at once, for pages on abuse."""
    return render("quick_exit", context)


def country_first(context: Context) -> str:
    """What to do in danger, and below it room for the reader's country, which a script fills."""
    return render("country_first", context)


def helpline_list(context: Context) -> str:
    """Emergency numbers and helplines of every country."""
    countries = countries_of(context.catalog)
    says = partial(spoken, context.catalog, context.settings.today)
    return render("helpline_list", context, countries=countries.items(), spoken=says)


def translation_list(context: Context) -> str:
    """The languages of the sentences beside helplines, what waits in each, and who read them."""
    catalog = context.catalog
    found = [(id, words) for id, words in catalog[HELP_WORDS].items() if id != ENGLISH]
    found.sort(key=lambda item: (item[1].english, item[0]))
    read = read_by_native_speakers(catalog)
    return render("translation_list", context, translations=found, read=read)


def night_help(context: Context) -> str:
    """The emergency number and the first line of each country, for the night; the reader's country,
    by the clock of the browser, is put first by a script.
    """
    day = context.settings.today
    countries = {
        code: (country, country.first_lines(day))
        for code, country in countries_of(context.catalog).items()
    }
    return render("night_help", context, countries=countries)


def organization_list(context: Context) -> str:
    """Organizations through which a person can help; surest first, then those that ask least."""
    sure, efforts = context.catalog.words("confidences"), context.catalog.words("efforts")
    found = sorted(
        context.catalog[ORGANIZATIONS].items(),
        key=lambda item: (
            sure.index(item[1].confidence),
            efforts.index(item[1].effort),
            item[1].name,
        ),
    )
    return render("organization_list", context, organizations=dict(found))


def act_list(context: Context, whom: Recipient) -> str:
    """All small acts for one sort of person; free and easy ones first."""
    return render("act_list", context, acts=acts(context.catalog, {"recipients": whom}))
