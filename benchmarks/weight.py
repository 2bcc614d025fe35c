"""What a first visit to each kind of page weighs, beside stock Material with the same words.

Run: python -m benchmarks.weight. Chromium visits each page with an empty cache; every file it asks
for counts as it would be sent, texts compressed by gzip. The index of search counts apart: stock
fetches it with the first page, Ripple when search is opened. Fonts of stock come from other hosts,
which are named and not asked.
"""

import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Request, Route

from benchmarks import sites, versions
from benchmarks.hosting import sent
from benchmarks.running import say
from benchmarks.tables import Aim, report, table
from tests.conftest import chromium
from tests.helpers.server import served

TYPES = {
    **{".html": "page", ".css": "styles", ".js": "scripts", ".woff2": "fonts"},
    **{".svg": "pictures", ".png": "pictures"},
}
INDEX = "search/search_index.json"
MOST = {"KB": 95, "requests": 12}


@dataclass
class Visit:
    """What one visit asked for: how often, how much of each type, and which other hosts."""

    requests: int = 0
    sizes: Counter[str] = field(default_factory=Counter)
    index: int = 0
    hosts: set[str] = field(default_factory=set)

    @property
    def kilobytes(self) -> float:
        """All but the index of search."""
        return sum(self.sizes.values()) / 1000

    def note(self, path: Path) -> None:
        """Count a file that was sent."""
        size = len(sent(path))
        if path.as_posix().endswith(INDEX):
            self.index += size
        else:
            self.requests += 1
            self.sizes[TYPES.get(path.suffix, "other")] += size

    def cells(self) -> list[str]:
        """The cells of its row."""
        parts = [f"{self.sizes[name] / 1000:.1f}" for name in dict.fromkeys(TYPES.values())]
        index = f"{self.index / 1000:.0f}" if self.index else ""
        return [str(self.requests), f"{self.kilobytes:.1f}", *parts, index, " ".join(self.hosts)]


def visit(browser: Browser, site: Path, page: str) -> Visit:
    """A first visit to one page of a site."""
    found, asked = Visit(), []

    def answer(route: Route, request: Request) -> None:
        if urlsplit(request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            found.hosts.add(str(urlsplit(request.url).hostname))
            route.abort()

    with served(site, asked) as address, browser.new_context() as context:
        tab = context.new_page()
        tab.route("**/*", answer)
        tab.goto(address + page, wait_until="networkidle")
    for name in dict.fromkeys(asked):
        place = PurePosixPath(urlsplit(name).path.lstrip("/"))
        path = site / place
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            found.note(path)
    return found


def main() -> None:
    """Print the table; fail where an aim is missed."""
    rows, heaviest = [], Visit()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        browser = stack.enter_context(chromium())
        say("building the sites")
        _, plain = sites.ready(folder)
        fonts = sites.stock(folder, plain, fonts=True)
        found = {
            "Ripple": sites.ripple(folder),
            "stock": sites.stock(folder, plain),
            "stock, web fonts": fonts,
        }
        for kind, page in sites.KINDS.items():
            for name, site in found.items():
                if site == fonts and kind != "front":
                    continue  # each page asks for the same fonts
                seen = visit(browser, site, page)
                rows.append((kind, name, *seen.cells()))
                if name == "Ripple":
                    heaviest.requests = max(heaviest.requests, seen.requests)
                    heaviest.sizes["all"] = max(heaviest.sizes["all"], seen.sizes.total())
        version = browser.version
    names = [f"{name}, KB" for name in dict.fromkeys(TYPES.values())]
    print("### First visits\n")
    print(table(("kind", "site", "requests", "KB", *names, "index, KB", "other hosts"), rows))
    print(f"\n{versions.line(versions.package('mkdocs-material'), f'Chromium {version}')}")
    aims = [
        Aim("heaviest first visit of Ripple, KB", heaviest.kilobytes, MOST["KB"]),
        Aim("most requests of a first visit of Ripple", heaviest.requests, MOST["requests"]),
    ]
    sys.exit(report(aims))


if __name__ == "__main__":
    main()
