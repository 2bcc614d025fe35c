"""The pictures of pages as files of their own: what a style sheet did for them comes along."""

from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from macros.editions.parts.templates import fill

SVG = "http://www.w3.org/2000/svg"


def drawing(svg: HtmlElement) -> bytes:
    """A picture that stands within a page, as an SVG file on white ground."""
    x, y, width, height = svg.get("viewbox", "").split()  # read as HTML, which has no capitals
    root = etree.fromstring(f'<svg xmlns="{SVG}"/>')
    root.set("viewBox", f"{x} {y} {width} {height}")
    root.set("width", width)
    root.set("height", height)
    etree.SubElement(root, f"{{{SVG}}}title").text = svg.get("aria-label", "")
    etree.SubElement(root, f"{{{SVG}}}style").text = fill("picture.css")
    etree.SubElement(root, f"{{{SVG}}}rect", x=x, y=y, width=width, height=height, fill="#fff")
    for child in svg:
        part = deepcopy(child)
        for each in part.iter():
            each.tag = f"{{{SVG}}}{each.tag}"
        root.append(part)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def replace(svg: HtmlElement, source: str) -> None:
    """Put an image in the place of a picture; what was its label is the image's text.

    A picture without one says nothing that the text does not say: it is named to nobody.
    """
    image = etree.SubElement(svg.getparent(), "img", src=source, alt=svg.get("aria-label", ""))
    if not image.get("alt"):
        image.set("role", "presentation")
    svg.getparent().replace(svg, image)
