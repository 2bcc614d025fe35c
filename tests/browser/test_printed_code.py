"""The code on paper leads to the page that it stands on."""

import re
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

import pypdfium2
import segno
from lxml import html
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from macros.editions.parts.qr_code import QUIET, qr_code
from tests.helpers.projects import real_catalog
from tests.helpers.sites import ADDRESS

CATALOG = real_catalog()
SMALLEST = 0.4  # millimeters of a module: less is hard to scan with an old phone
DARK = 128


def pages(site: Path) -> list[str]:
    """The address of one page of each place that carries a code."""
    found = []
    for place in CATALOG.editorial.scanned:
        whole = (site / place / "index.html").is_file() and not list((site / place).glob("*/"))
        found.append(f"{place}/" if whole else f"{place}/{first_below(site / place)}/")
    return found


def first_below(folder: Path) -> str:
    return min(path.parent.name for path in folder.glob("*/index.html"))


def wanted(address: str) -> list[list[bool]]:
    """The code of an address, row by row, as the library draws it."""
    rows = segno.make_qr(address, error="m").matrix_iter(border=0)
    return [[bool(module) for module in row] for row in rows]


def on_paper(content: bytes, modules: int) -> tuple[list[list[bool]], float]:
    """What stands on the first sheet where a square is as large as a code: dark or not, module by
    module, and the millimeters of a module.
    """
    document = PdfDocument(BytesIO(content))
    sheet, every = document[0], pypdfium2.raw.FPDF_PAGEOBJ_PATH
    boxes = [each.get_bounds() for each in sheet.get_objects(filter=[every])]
    squares = [box for box in boxes if abs((box[2] - box[0]) - (box[3] - box[1])) < 1]
    left, _, right, top = max(squares, key=lambda box: box[2] - box[0])
    scale = 6
    gray = sheet.render(scale=scale, grayscale=True).to_pil()
    whole, height = right - left, sheet.get_height()
    document.close()
    size = whole / (modules + 2 * QUIET)

    def dark(row: int, column: int) -> bool:
        x = left + (column + QUIET + 0.5) * size
        y = height - top + (row + QUIET + 0.5) * size
        return bool(gray.getpixel((int(x * scale), int(y * scale))) < DARK)

    found = [[dark(row, column) for column in range(modules)] for row in range(modules)]
    return found, size / 72 * 25.4


def test_each_print_carries_the_code_of_its_own_address(
    page: Page, address: str, site: Path
) -> None:
    kinds = pages(site)
    assert len(kinds) == len(CATALOG.editorial.scanned) > 1
    for place in kinds:
        page.goto(address + place)
        expect(page.locator(".rp-code")).to_be_hidden()
        matrix = wanted(ADDRESS + place)
        found, size = on_paper(page.pdf(format="A4"), len(matrix))
        assert found == matrix, place
        assert size >= SMALLEST, place
        label = page.locator(".rp-code svg[role='img']").get_attribute("aria-label")
        assert (label or "").endswith(ADDRESS + place)


def test_where_nobody_has_said_the_address_there_is_no_code(offline_site: Path) -> None:
    carrying = [path for path in offline_site.rglob("*.html") if "rp-code" in path.read_text()]
    assert carrying == []


def test_a_code_is_black_on_white_and_its_label_is_escaped() -> None:
    svg: Any = html.fragment_fromstring(qr_code(CATALOG.text, 'https://example.org/?a="<b>'))
    assert svg.get("aria-label", "").endswith('https://example.org/?a="<b>')
    ground, modules = svg.findall("path")
    assert (ground.get("fill"), modules.get("stroke")) == ("#fff", "#000")
    assert not re.search("style=", html.tostring(svg).decode())


def test_pages_that_list_others_carry_none(site: Path) -> None:
    for place in CATALOG.editorial.scanned:
        first = site / PurePosixPath(place) / "index.html"
        if list((site / place).glob("*/")):
            assert "rp-code" not in first.read_text("utf-8"), place
