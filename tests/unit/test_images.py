"""Drawings: whatever is in one, the checker has an answer."""

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from macros.catalog.checks import images
from tests.helpers.examples import EXAMPLES

MARKUP = st.text(max_size=4) | st.sampled_from(
    [
        *(
            "<g>",
            "</g>",
            '<g fill="red"/>',
            '<path d="M0 0"/>',
            "<text>a</text>",
            "<title>b</title>",
        ),
        *(
            '<g fill="url(#a)"/>',
            '<g id="a" ',
            "/>",
            ">",
            "<script/>",
            ' onload="x"',
            ' href="//x"',
        ),
        *(
            "<!ENTITY a ",
            "]>",
            "&a;",
            "&#97;",
            "<?x ?>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<a:b ",
        ),
        *('xmlns:a="b" ', "&#0;", "&#x110000;", "\x00", "\ufffe", "\n", '<g fill="url(//x)"/>'),
    ]
)
DRAWINGS = st.lists(MARKUP, max_size=6).map(
    lambda parts: f'<svg viewBox="0 0 9 9">{"".join(parts)}</svg>'
)


@EXAMPLES
@given(DRAWINGS, st.sampled_from(["utf-8", "utf-16", "utf-7"]))
def test_no_drawing_makes_the_checker_crash(text: str, encoding: str) -> None:
    drawing = text.encode(encoding, "replace")
    faults = images.drawing_faults(drawing)
    assert all(line >= 1 and message for line, message in faults)
    if not faults:
        for element in ET.fromstring(drawing).iter():  # noqa: S314
            assert element.tag.rpartition("}")[2] in images.ELEMENTS
            names = [name.lower() for name in element.attrib]
            assert not any(name.startswith(("on", "href", "{")) for name in names)
