"""Files that belong beside the pages, made after either builder.

Each module makes one kind: a function `files` from the site to its files.
"""

from collections.abc import Sequence
from pathlib import PurePosixPath

from macros.editions import languages
from macros.editions.beside import calendars, feeds, redirects, service_worker
from macros.editions.beside.hashed_addresses import add_sums
from macros.editions.beside.printed_code import add_codes
from macros.editions.beside.printed_help import add_help
from macros.editions.beside.shown_links import show_links
from macros.editions.folders import remove, write
from macros.editions.search.files import write_search
from macros.editions.site import Site

# The builders copy their themes' scripts and styles; every page has only our own.
UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images/favicon.png")


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """Every file that belongs beside the pages of one language, by its place in the site."""
    makers = (calendars, feeds, redirects)
    return {place: file for maker in makers for place, file in maker.files(site).items()}


def complete(site: Site, others: Sequence[Site] = ()) -> None:
    """Take out of a built site what no page uses, and add what its builder cannot make; then put
    the sites of other languages into it. One that is not English and stands alone, for its copies,
    keeps pages that are not translated, in English.
    """
    for each in (site, *others):
        for name in UNUSED:
            remove(each.folder / name)
        if each is not site:
            languages.prepare(each)
        if not each.catalog.translation.is_english:
            languages.put_own(each)
        show_links(each)
        add_help(each)
        add_codes(each)
        write_search(each)
        write(each.folder, files(each))
    languages.join(site, others)
    if not site.on_disk:  # a copy on a disk is replaced as a whole
        add_sums(site.folder)
    write(site.folder, service_worker.files(site))
