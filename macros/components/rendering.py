"""A template and records become text: escaped, and with nothing undefined."""

import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
from markupsafe import Markup

from macros.catalog.catalog import Catalog
from macros.catalog.finder import slug
from macros.catalog.kinds import kind_named
from macros.catalog.models.evidence import PersonName, Study
from macros.catalog.reports.due import review_due
from macros.catalog.strings import Strings
from macros.components.context import Context
from macros.components.readings import where_read
from macros.components.typed import as_typed, entities, line_said, text_with

MINUTE = 60  # seconds
KILO = 1000  # bytes

TEMPLATES = Path(__file__).parent / "templates"
_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    autoescape=True,
    finalize=as_typed,  # texts of data hold no Markdown; what a template adds may
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    auto_reload=False,  # a preview forgets them after each edit
)


def render(template: str, context: Context, **records: Any) -> str:
    """Render `templates/<template>.html`. Blank lines are kept out: they end HTML in Markdown.

    Every template has `text` for strings, `text_with` for strings with markup in them, `terms` for
    closed lists, `today`, and ways to link: to a page (`link`), to a file beside the pages
    (`file_link`), to a week with practices chosen (`week_link`), to change a record (`change`).
    """
    catalog = context.catalog
    rendered = _TEMPLATES.get_template(f"{template}.html").render(
        text=catalog.text,
        text_with=partial(text_with, catalog.text),
        terms=catalog.terms,
        label_of=catalog.label,
        labels_of=catalog.labels,
        today=context.settings.today,
        link=lambda target: Markup(context.link(target)),  # noqa: S704 -- builders must read it
        file_link=context.file_link,
        gentlest=catalog.editorial.gentlest,
        drawing=partial(drawing, catalog),
        illustration=partial(illustration, catalog),
        with_help=partial(with_help, context),
        week_link=context.week_link,
        change=lambda kind, id="": context.change_link(kind_named(kind).file(id)),
        review_due=partial(review_due, catalog),
        duration=partial(duration, catalog.text),
        short_citation=partial(short_citation, catalog.text),
        file_size=partial(file_size, catalog.text),
        where_read=partial(where_read, catalog.text),
        **records,
    )
    return "\n".join(line for line in rendered.split("\n") if line.strip())


def forget_templates() -> None:
    """Read each template anew when it is next asked for."""
    if _TEMPLATES.cache is not None:
        _TEMPLATES.cache.clear()


@jinja2.pass_context
def day(context: jinja2.runtime.Context, value: date) -> str:
    """A day as readers of the template's language write it: November 22, 2026."""
    text: Strings = context["text"]
    return text.day(value)


@jinja2.pass_context
def number(context: jinja2.runtime.Context, value: int) -> str:
    """A number as readers of the template's language write it: 1,234."""
    text: Strings = context["text"]
    return text.number(value)


def authors(names: list[PersonName], others: bool) -> str:
    """Family names and initials, the last after an ampersand; `et al.` where more follow."""
    written = [name.inverted for name in names]
    if others:
        return f"{', '.join(written)}, et al."
    if len(written) == 1:
        return written[0]
    return f"{', '.join(written[:-1])}, & {written[-1]}"


def short_citation(text: Strings, study: Study) -> str:
    """How a study is named in a sentence: Curry and others (2018)."""
    first, *more = (name.family for name in study.author)
    year = str(study.issued)
    if study.others or len(more) > 1:
        return text("study.others", first=first, year=year)
    if more:
        return text("study.two", first=first, second=more[0], year=year)
    return text("study.one", first=first, year=year)


def duration(text: Strings, seconds: int) -> str:
    """Seconds as people say them: 20 seconds, 1 minute."""
    if seconds < MINUTE or seconds % MINUTE:
        return text("seconds", count=seconds)
    return text("minutes", count=seconds // MINUTE)


def drawing(catalog: Catalog, name: str) -> Markup:
    """A drawing as part of a page; it says nothing to a screen reader."""
    return _silent(catalog.drawings[name])


def illustration(catalog: Catalog, name: str) -> Markup:
    """An illustration as part of a page; it says nothing either. It takes one line."""
    return _silent("".join(catalog.illustrations[name].splitlines()))


def _silent(svg: str) -> Markup:
    svg = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return Markup(svg.replace(' xmlns="http://www.w3.org/2000/svg"', ""))  # noqa: S704 -- checked


def with_help(context: Context, line: str) -> Markup:
    """A line of plain words, for Markdown, in which the name of the help page leads there."""
    name = context.catalog.text("help.name")
    link = Markup("[{}]({})").format(as_typed(name), context.link("help.md"))
    return link.join(as_typed(part) for part in line.split(name))


def file_size(text: Strings, size: int) -> str:
    """How much a file of so many bytes weighs, as people say it: 900 bytes, 38 KB, 1.4 MB."""
    if size < KILO:
        return text("size.bytes", count=size)
    if round(size / KILO) < KILO:
        return text("size.kilobytes", count=round(size / KILO))
    return text("size.megabytes", count=f"{size / KILO / KILO:.1f}")


def markdown(text: str) -> Markup:
    """A text of ours that Markdown must read: what the reference says of a call, an address that
    was checked."""
    return Markup(re.sub('[&<>"]', entities, text))  # noqa: S704 -- no sign of HTML is left


def quote_address(text: str) -> Markup:
    """Text as part of an address in a Markdown link."""
    return Markup(quote(text, safe="/:;.-_"))  # noqa: S704 -- no sign is left


def within_sentence(text: str) -> str:
    """A sentence as part of another: it begins small and has no full stop."""
    return text[0].lower() + text[1:].rstrip(".")


def sentence_case(text: str) -> str:
    """A text that begins large, whatever else it holds."""
    return text[0].upper() + text[1:]


def sentence(text: str) -> str:
    """A text as a sentence of its own: it ends with a full stop."""
    words = text.striptags() if isinstance(text, Markup) else text
    return text if words.endswith((".", "!", "?")) else text + "."


@jinja2.pass_context
def said(context: jinja2.runtime.Context, value: str) -> str:
    """A text of a helpline in the template's language; where it has none, in English, marked so."""
    text: Strings = context["text"]
    if not context.eval_ctx.autoescape:
        return text.line(value) or value
    return line_said(text, value)


def effect_size(value: float) -> str:
    """An effect size as published: 0.28, −0.61, 0.835."""
    return f"{value:g}".replace("-", "−")


def webcal(url: str) -> str:
    """An address by which devices offer to subscribe to a calendar: webcal://example.org/."""
    return re.sub(r"^https?:", "webcal:", url)


def host(url: str) -> str:
    """The site of an address: example.org."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


_TEMPLATES.filters.update(
    day=day,
    number=number,
    slug=slug,
    markdown=markdown,
    quote_address=quote_address,
    within_sentence=within_sentence,
    sentence=sentence,
    said=said,
    effect_size=effect_size,
    host=host,
    sentence_case=sentence_case,
    webcal=webcal,
)
_TEMPLATES.globals.update(authors=authors)
