"""The booklet: practices alone, one on each small page, in black and white, with help at its end.

For prisons, ships, wards and schools, where nobody has a screen. The same in large print.
"""

from macros.catalog.kinds import PRACTICES
from macros.components.downloads import BOOKLET, LARGE_PRINT
from macros.editions.copies.book import in_latin, svg_address
from macros.editions.parts.book_pages import book_page
from macros.editions.parts.imprint import advice, caution, countries, imprint, numbers_until
from macros.editions.parts.papers import BOOKLET as BOOKLET_PAPERS
from macros.editions.parts.pdf import Sheet
from macros.editions.parts.plain_sections import plain_sections
from macros.editions.parts.templates import fill
from macros.editions.site import Site


def documents(site: Site) -> dict[str, Sheet]:
    """The booklet: to fold, small, and a page to each sheet; and the same in large print."""
    practices = [
        {
            "id": id,
            "record": practice,
            "drawing": svg_address(site.catalog.drawings[practice.drawing].encode()),
            "sections": [
                text
                for _, text in plain_sections(
                    site, book_page(site, site.place(PRACTICES.file(id)))
                ).values()
            ],
        }
        for id, practice in sorted(
            site.catalog[PRACTICES].items(), key=lambda item: (item[1].minutes, item[1].title)
        )
        if site.has(PRACTICES.file(id))
    ]
    values = {
        "site": site,
        "text": site.catalog.text,
        "label_of": site.catalog.label,
        "labels_of": site.catalog.labels,
        "practices": practices,
        "countries": countries(site),
        "advice": advice(site),
        "caution": caution(site),
        "imprint": imprint(site),
        "until": numbers_until(site),
        "in_latin": in_latin,
    }
    fit = tuple(f"p-{practice['id']}" for practice in practices)
    return {
        BOOKLET: Sheet(fill("booklet.html", large=False, **values), fit=fit, papers=BOOKLET_PAPERS),
        LARGE_PRINT: Sheet(fill("booklet.html", large=True, **values)),
    }
