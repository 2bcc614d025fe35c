"""The book for e-readers (EPUB 3.3, with the metadata of EPUB Accessibility 1.1)."""

import mimetypes
import posixpath
import uuid
from functools import partial
from pathlib import PurePosixPath

from lxml import etree
from lxml.html import HtmlElement, html_to_xhtml

from macros.components.downloads import EPUB
from macros.editions.parts.archive import archive
from macros.editions.parts.book_pages import (
    BookPage,
    add_review_date,
    book_pages,
    find_class,
    online_address,
    parts,
    with_links,
)
from macros.editions.parts.drawings import drawing, replace
from macros.editions.parts.footnotes import number_notes
from macros.editions.parts.imprint import advice, imprint
from macros.editions.parts.templates import FOLDER, fill
from macros.editions.site import Site

OPS = "http://www.idpf.org/2007/ops"
XHTML = "http://www.w3.org/1999/xhtml"
MIMETYPE = "mimetype"


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """The book. The same site gives the same bytes, wherever and whenever it is made."""
    # The standard wants the first file as it is, so that programs know the format by it.
    return {EPUB: archive(_contents(site), site.built, stored=[MIMETYPE])}


def _contents(site: Site) -> dict[str, bytes]:
    """Every file of the book by its name, in the order of the package."""
    pages = book_pages(site)
    inside = {page.file for page in pages}
    chapters: dict[str, bytes] = {}
    pictures: dict[str, bytes] = {}
    for page in pages:
        main = with_links(page, partial(_address, site, inside, page.file))
        add_review_date(page, main)
        pictures |= _pictures(site, page, main)
        chapters[str(page.file.with_suffix(".xhtml"))] = _chapter(page, main)
    values = {
        "site": site,
        "text": site.catalog.text,
        "parts": parts(pages),
        "places": list(chapters),
        "pictures": [(name, mimetypes.guess_type(name)[0]) for name in pictures],
        "language": pages[0].language,
        "id": uuid.uuid5(uuid.NAMESPACE_URL, site.address or "https://ripple.invalid/"),
        "imprint": imprint(site),
        "advice": advice(site),
    }
    names = ("package.opf", "nav.xhtml", "cover.xhtml", "copy.xhtml", "epub.css")
    made = {name: fill(name, **values).encode() for name in names}
    made["cover.png"] = (FOLDER / "cover.png").read_bytes()
    return {
        MIMETYPE: b"application/epub+zip",
        "META-INF/container.xml": fill("container.xml").encode(),
        **{f"EPUB/{name}": content for name, content in (made | chapters | pictures).items()},
    }


def _address(
    site: Site, inside: set[PurePosixPath], own: PurePosixPath, file: PurePosixPath, fragment: str
) -> str | None:
    """A chapter of the book, or the published site for a page that is not in it."""
    if file not in inside:
        return online_address(site, file, fragment)
    up = "../" * len(own.parent.parts)
    place = "" if file == own else f"{up}{file.with_suffix('.xhtml')}"
    return f"{place}#{_id(fragment)}" if fragment else place


def _id(name: str) -> str:
    return name.replace(":", "-")


def _pictures(site: Site, page: BookPage, main: HtmlElement) -> dict[str, bytes]:
    """Put files in the place of what is drawn within a page; return every picture by its name."""
    folder, made = page.file.parent, {}
    for image in main.iter("img"):
        name = posixpath.normpath(folder / image.get("src", ""))
        made[name] = (site.folder / name).read_bytes()
    for count, svg in enumerate(list(main.iter("svg")), 1):
        name = f"pictures/{page.part}-{page.file.stem}-{count}.svg"
        made[name] = drawing(svg)
        replace(svg, "../" * len(folder.parts) + name)
    return made


def _chapter(page: BookPage, main: HtmlElement) -> bytes:
    """A page as XHTML, with notes that a reader's device can show on the spot."""
    for each in list(main.iter()):
        if each.get("href", "").startswith("sms:"):
            each.drop_tag()  # no reading program writes messages
        each.attrib.pop("align", None)  # a style does it
        if each.get("id"):
            each.set("id", _id(each.get("id")))
    for mark in find_class(main, "footnote-ref"):
        _mean(mark, "noteref")
    for place, notes in number_notes(main):
        place.tag = "section"
        _mean(place, "footnotes")
        for note in notes:
            note.tag = "aside"
            _mean(note, "footnote")
            note[0][0].set("role", "doc-backlink")
    html_to_xhtml(main)
    main.tag = f"{{{XHTML}}}section"
    up = "../" * len(page.file.parent.parts)
    root = etree.fromstring(fill("chapter.xhtml", page=page, up=up).encode())
    root[-1].append(main)
    etree.cleanup_namespaces(root, top_nsmap={"epub": OPS})
    doctype = "<!DOCTYPE html>"
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=doctype)


def _mean(element: HtmlElement, meaning: str) -> None:
    """Say what an element is, for reading programs and for screen readers."""
    element.set(f"{{{OPS}}}type", meaning)
    role = "endnotes" if meaning == "footnotes" else meaning
    element.set("role", f"doc-{role}")
