"""What in HTML a browser would run, fetch or follow outside of what pages may hold."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

RISKY = frozenset(("script", "style", "iframe", "svg", "object", "base", "form", "input", "b", "x"))
ATTRIBUTES = frozenset(("id", "class", "href", "src", "alt", "title", "start", "align"))


class Risks(HTMLParser):
    """Collects what a browser would run, fetch or follow outside of what pages may hold."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in RISKY:
            self.found.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.found.append(name)
            if name in ("href", "src") and not leads_well(value or ""):
                self.found.append(f"{name} {value}")


def leads_well(address: str) -> bool:
    """Whether a browser, which drops controls and turns backslashes, stays on the ways allowed."""
    read = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33))))).replace("\\", "/")
    parts = urlsplit(urljoin("https://here.example/a/b/", read))
    if parts.scheme in ("mailto", "tel", "sms"):
        return True
    written = urlsplit(read)
    inside = parts.netloc == "here.example" and not written.scheme and not written.netloc
    return inside or (written.scheme == "https" and "@" not in written.netloc)
