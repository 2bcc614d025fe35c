"""QR codes: whoever holds a page on paper reaches it with a phone."""

from base64 import b64encode
from io import BytesIO

import segno
from markupsafe import Markup

from macros.catalog.strings import Strings

QUIET = 4  # modules of white around it, as scanners need them (ISO/IEC 18004)


def qr_code(text: Strings, address: str) -> Markup:
    """A code of an address as part of a page, black on white, as large as the box around it."""
    head = Markup('<svg role="img" aria-label="{}" ').format(text("code.label", address=address))
    return Markup(_svg(address).replace("<svg ", head, 1))  # noqa: S704 -- drawn here


def qr_code_image(text: Strings, address: str | None) -> Markup:
    """The same as an image of its own, for print; nothing where there is no address."""
    if not address:
        return Markup()
    source = b64encode(_svg(address).encode()).decode("ascii")
    image = Markup('<img class="code" src="data:image/svg+xml;base64,{}" alt="{}">')
    return image.format(source, text("code.label", address=address))


def _svg(address: str) -> str:
    drawn = BytesIO()
    segno.make_qr(address, error="m").save(
        drawn,
        kind="svg",
        xmldecl=False,
        border=QUIET,
        dark="#000",
        light="#fff",
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return drawn.getvalue().decode("utf-8").strip()
