"""The sections of a practice as plain words for paper: no links, no notes, no calls for help."""

from lxml import html
from markupsafe import Markup

from macros.catalog.kinds import SECTIONS
from macros.editions.parts.book_pages import (
    BookPage,
    find_class,
    no_links,
    section,
    with_links,
)
from macros.editions.site import Site


def plain_sections(site: Site, page: BookPage) -> dict[str, tuple[str, Markup]]:
    """Those sections that cards hold, by key: the side of a card that each is on, and its HTML.

    Evidence and links are on the site and in the book.
    """
    main = with_links(page, no_links)
    for name in ("footnote-ref", "rp-care"):
        for each in find_class(main, name):
            each.drop_tree()
    found: dict[str, tuple[str, Markup]] = {}
    for key, kind in site.catalog[SECTIONS].items():
        if kind.card:
            text = "".join(html.tostring(each, encoding="unicode") for each in section(main, key))
            found[key] = (kind.card, Markup(text))  # noqa: S704 -- from pages that were checked
    return found
