"""A template and records become text: escaped, and with nothing undefined."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
from markupsafe import Markup, escape

from macros.catalog.finder import slug
from macros.catalog.models.evidence import Name, Study
from macros.components.context import Context, change
from macros.components.downloads import size as weight

PAIR = 2
MINUTE = 60

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def render(template: str, context: Context, **records: Any) -> str:
    """Render `templates/<template>.html`. Blank lines are kept out: they end HTML in Markdown."""
    text = _TEMPLATES.get_template(f"{template}.html").render(
        link=context.link, made=context.made, terms=context.catalog.terms, **records
    )
    # An apostrophe needs no escape between double quotes, and Markdown must see it.
    text = text.replace("&#39;", "'")
    return "\n".join(line for line in text.split("\n") if line.strip())


def day(value: date) -> str:
    """A day as readers write it: November 22, 2026."""
    return f"{value:%B} {value.day}, {value.year}"


def number(value: int) -> str:
    """A number as readers write it: 1,234."""
    return f"{value:,}"


def authors(names: list[Name], others: bool) -> str:
    """Family names and initials, the last after an ampersand; `et al.` where more follow."""
    written = [f"{name.family}, {name.given}" for name in names]
    if others:
        return f"{', '.join(written)}, et al."
    if len(written) == 1:
        return written[0]
    return f"{', '.join(written[:-1])}, & {written[-1]}"


def short(study: Study) -> str:
    """How a study is named in a sentence: Curry and others (2018)."""
    names = [name.family for name in study.author]
    if study.others or len(names) > PAIR:
        return f"{names[0]} and others ({study.issued})"
    return f"{' and '.join(names)} ({study.issued})"


def due(reviewed: date) -> date:
    """The day by which a page should be read through again: a year later."""
    return reviewed + timedelta(days=365)


def duration(seconds: int) -> str:
    """Seconds as people say them: 20 seconds, 1 minute."""
    if seconds < MINUTE or seconds % MINUTE:
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    minutes = seconds // MINUTE
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def plain(text: str) -> Markup:
    """Text that Markdown leaves as it is, such as the title of a work."""
    return escape(re.sub(r"([\\`*_{}\[\]#|~^])", r"\\\1", text))


def address(text: str) -> str:
    """Text as part of an address in a Markdown link."""
    return quote(text, safe="/:;.-_")


def inner(text: str) -> str:
    """A sentence as part of another: it begins small and has no full stop."""
    return text[0].lower() + text[1:].rstrip(".")


def sentence(text: str) -> str:
    """A text as a sentence of its own: it ends with a full stop."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def size(value: float) -> str:
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
    plain=plain,
    address=address,
    inner=inner,
    sentence=sentence,
    size=size,
    host=host,
    webcal=webcal,
    weight=weight,
)
_TEMPLATES.globals.update(authors=authors, change=change, short=short, due=due, duration=duration)
