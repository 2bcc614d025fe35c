"""Addresses that carry the sum of their file: no page meets the styles or scripts of another build.

`assets/styles/site.css` becomes `assets/styles/site.css?sha256-…`: servers pass over what follows
the question mark, while browsers and the worker of a kept site hold each state of the file apart.
"""

import posixpath
import re
from functools import cache
from pathlib import Path

from macros.editions.parts.sums import sum_of

# Where a page names what it loads: its styles and scripts, and what search reads later.
_TAG = re.compile(r"<(?:link|script|dialog)\b[^>]*>")
_ADDRESS = re.compile(
    r"(?P<address>(?<=[\" ])[^\" ?]*?"
    r"(?P<place>assets/(?:styles|scripts)/[\w.-]+|search/index\.json))"
    r"(?:\?sha256-[\w+/=]+)?(?=[\" ])"
)


def add_sums(folder: Path) -> None:
    """Let every page of a built site ask for its styles, scripts and index of search by sum."""

    @cache
    def query(path: str) -> str:
        file = folder / path
        return f"?{sum_of(file.read_bytes())}" if file.is_file() else ""

    for page in folder.rglob("*.html"):
        here = page.parent.relative_to(folder).as_posix()

        def with_sum(found: re.Match[str], here: str = here) -> str:
            # The page for what is not found has whole addresses.
            is_relative = not found["address"].startswith(("/", "http"))
            path = posixpath.normpath(posixpath.join(here, found["address"]))
            return found["address"] + query(path if is_relative else found["place"])

        text = page.read_text("utf-8")
        new = _TAG.sub(lambda tag: _ADDRESS.sub(with_sum, tag[0]), text)
        if new != text:
            page.write_text(new, "utf-8", newline="\n")
