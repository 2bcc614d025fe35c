"""Each practice on one sheet of paper that folds into a card for the pocket, with help on its back.

The sheet is printed on one side. Its upper half stands on its head: the top is folded behind, then
the left half behind the right one.
"""

from markupsafe import Markup

from macros.catalog.kinds import PRACTICES
from macros.components.downloads import CARD
from macros.editions.parts.book_pages import BookPage, book_page
from macros.editions.parts.imprint import advice, caution, countries, imprint
from macros.editions.parts.papers import SHEETS, page_size
from macros.editions.parts.pdf import Sheet
from macros.editions.parts.plain_sections import plain_sections
from macros.editions.parts.qr_code import qr_code_image
from macros.editions.parts.templates import fill
from macros.editions.site import Site

# Width and height of each side in millimeters: a quarter of what all papers hold.
PANEL = tuple(edge / 2 - 0.05 for edge in page_size(SHEETS))
# A style that makes each side of the card a page, so that one too long makes a page more.
PROBE = (
    f"@page {{ size: {PANEL[0]}mm {PANEL[1]}mm; }} body {{ display: block; }}"
    " section { break-after: page; transform: none; }"
)


def documents(site: Site) -> dict[str, Sheet]:
    """A card for every practice, as `cards/<id>-a4.pdf` and `cards/<id>-letter.pdf`."""
    shared = {
        "site": site,
        "text": site.catalog.text,
        "label_of": site.catalog.label,
        "labels_of": site.catalog.labels,
        "countries": countries(site),
        "advice": advice(site),
        "caution": caution(site),
    }
    sheets = {}
    for id, practice in site.catalog[PRACTICES].items():
        file = PRACTICES.file(id)
        page = book_page(site, site.place(file))
        values = {**shared, "practice": practice, "imprint": imprint(site, page), "page": page}
        values["code"] = qr_code_image(site.catalog.text, site.page(file))
        values |= _sides(site, page)
        card = fill("card.html", panel=PANEL, **values)
        sheets[CARD.replace("{id}", id)] = Sheet(card, 4, PROBE, likely=9)
    return sheets


def _sides(site: Site, page: BookPage) -> dict[str, Markup]:
    """What is printed on each side, by data/sections.yml."""
    sides = dict.fromkeys(("front", "left", "right"), Markup())
    for side, text in plain_sections(site, page).values():
        sides[side] += text
    return sides
