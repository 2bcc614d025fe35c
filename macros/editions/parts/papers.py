"""The papers that a document is printed on, all of them made of one layout of its pages.

A page is laid out as large as fits on every paper of its kind. On each, it stands in the middle,
enlarged where the paper holds more.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf

POINTS = 72 / 25.4  # in a millimeter
ENLARGED = 1.01  # less than this is rounding


@dataclass(frozen=True)
class Paper:
    """A paper in millimeters; with `fold`, two pages stand on each side of it, to fold it once."""

    width: float
    height: float
    fold: bool = False

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of one page on it."""
        return (self.width / 2 if self.fold else self.width), self.height


# A name that begins as another's paper is to be folded: its longer edge lies across.
PAPERS = {
    "a4": Paper(210, 297),
    "letter": Paper(215.9, 279.4),
    "a5": Paper(148, 210),
    "fold-a4": Paper(297, 210, fold=True),
    "fold-letter": Paper(279.4, 215.9, fold=True),
}
SHEETS = ("a4", "letter")
BOOKLET = ("a5", "fold-a4", "fold-letter", "a4", "letter")


def page_size(names: Sequence[str]) -> tuple[float, float]:
    """The largest page that all of these papers hold."""
    pages = [PAPERS[name].page for name in names]
    return min(width for width, _ in pages), min(height for _, height in pages)


def on_paper(content: bytes, name: str) -> bytes:
    """A document, as it is printed on a paper."""
    paper = PAPERS[name]
    with pikepdf.open(BytesIO(content)) as pdf:
        if paper.fold:
            return _saved(_folded(pdf, paper))
        _enlarge(pdf, paper)
        for page in pdf.pages:
            page.mediabox = _around(page, paper.width, paper.height)
            for box in ("/TrimBox", "/BleedBox"):
                if box in page.obj:
                    del page.obj[box]
        return _saved(pdf)


def _enlarge(pdf: pikepdf.Pdf, paper: Paper) -> None:
    """Make pages as large as a paper holds, with the places that links are at and lead to."""
    left, bottom, right, top = map(float, pdf.pages[0].mediabox)
    scale = min(paper.width * POINTS / (right - left), paper.height * POINTS / (top - bottom))
    if scale < ENLARGED:
        return

    def enlarged(edges: Iterable[pikepdf.Object]) -> pikepdf.Array:
        return pikepdf.Array([round(float(edge) * scale, 2) for edge in edges])

    for page in pdf.pages:
        page.contents_add(f"q {scale:.4f} 0 0 {scale:.4f} 0 0 cm".encode(), prepend=True)
        page.contents_add(b"Q")
        page.mediabox = enlarged(page.mediabox)
        for link in page.get("/Annots", []):
            link.Rect = enlarged(link.Rect.as_list())
    for place in _places(pdf):
        place[2], place[3] = enlarged(place.as_list()[2:4]).as_list()


def _places(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """What links and the outline lead to: a page, "/XYZ", and how far from its left and bottom."""
    if "/Names" in pdf.Root:
        yield from pdf.Root.Names.Dests.Names.as_list()[1::2]
    if "/Outlines" in pdf.Root:
        yield from (each.Dest for each in _outline(pdf.Root.Outlines))


def _outline(item: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """What stands below an item of the outline."""
    child = item.get("/First")
    while child is not None:
        yield child
        yield from _outline(child)
        child = child.get("/Next")


def _around(page: pikepdf.Page, width: float, height: float) -> pikepdf.Array:
    """The edges of a paper around a page in its middle."""
    left, bottom, right, top = (float(each) for each in page.mediabox)
    across, along = (width * POINTS - right + left) / 2, (height * POINTS - top + bottom) / 2
    edges = (left - across, bottom - along, right + across, top + along)
    return pikepdf.Array([round(edge, 2) for edge in edges])


def _folded(pdf: pikepdf.Pdf, paper: Paper) -> pikepdf.Pdf:
    """Two pages beside each other, in the order in which folded sheets lie in each other."""
    made = pikepdf.new()
    half, height = paper.page[0] * POINTS, paper.height * POINTS
    for pair in folded_order(len(pdf.pages)):
        sheet = made.add_blank_page(page_size=(2 * half, height))
        for side, number in enumerate(pair):
            if number is not None:
                page = pdf.pages[number]
                page.mediabox = _around(page, paper.page[0], paper.height)
                place = pikepdf.Rectangle(side * half, 0, (side + 1) * half, height)
                form = page.as_form_xobject()
                # Without a name of ours it has one by chance, and no two files are the same.
                name = pikepdf.Name(f"/Page{side + 1}")
                sheet.add_resource(form, pikepdf.Name.XObject, name)
                drawn = sheet.calc_form_xobject_placement(
                    form,
                    name,
                    place,
                    invert_transformations=True,
                    allow_shrink=True,
                    allow_expand=True,
                )
                sheet.contents_add(drawn)
    made.docinfo.update(dict(pdf.docinfo.items()))
    made.Root.Lang = pdf.Root.Lang
    made.Root.ViewerPreferences = pikepdf.Dictionary(
        DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipShortEdge
    )
    return made


def folded_order(count: int) -> Iterator[tuple[int | None, int | None]]:
    """Which pages stand on the left and on the right of each side, counted from 0.

    The first side is the outside of the outermost sheet, the second one its back. None is empty:
    the last page is the last of the paper, so that it is found from outside.
    """
    whole = -(-count // 4) * 4
    last = count - 1
    places = [*range(last), *[None] * (whole - count), last]
    for sheet in range(whole // 4):
        yield places[whole - 1 - 2 * sheet], places[2 * sheet]
        yield places[2 * sheet + 1], places[whole - 2 - 2 * sheet]


def _saved(pdf: pikepdf.Pdf) -> bytes:
    written = BytesIO()
    packed = pikepdf.ObjectStreamMode.generate
    pdf.save(written, deterministic_id=True, object_stream_mode=packed, compress_streams=True)
    return written.getvalue()
