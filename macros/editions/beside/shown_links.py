"""Links to files beside the pages: a builder alone does not make these, so it hides the links."""

import re

from macros.editions.site import Site

# `data-beside hidden` in a template of components, as either builder writes it.
_HIDDEN = re.compile(r' data-beside(?:="")? hidden(?:="")?(?=[ >])')


def show_links(site: Site) -> None:
    """Show every link that was hidden only because its file was not there yet."""
    for page in site.folder.rglob("*.html"):
        text = page.read_text("utf-8")
        new = _HIDDEN.sub("", text)
        if new != text:
            page.write_text(new, "utf-8", newline="\n")
