"""Every link within the site leads to a page, and every anchor to a part of it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page

Parts = dict[str, set[str]]  # the ids of every page, by its address
Links = list[tuple[str, str]]  # the address of a page, and what it leads to


def places(site: Path, address: str) -> Iterator[tuple[str, Path]]:
    """Every page by its address."""
    for path in sorted(site.rglob("*.html")):
        place = path.relative_to(site).as_posix().removesuffix("index.html")
        yield urljoin(address, place), path


def broken(site: Path, address: str, parts: Parts, links: Links) -> Links:
    """The links within the site that lead nowhere."""
    found = []
    for url, link in links:  # an anchor with = holds the choices of a finder
        if not link.startswith(address):
            continue
        target, _, anchor = link.partition("#")
        if target in parts:
            if anchor and "=" not in anchor and anchor not in parts[target]:
                found.append((url, link))
        elif not (site.parent / urlsplit(target).path.lstrip("/")).is_file():
            found.append((url, link))
    return found


def test_every_link_and_anchor_of_the_pages_resolves(address: str, site: Path) -> None:
    parts: Parts = {}
    links: Links = []
    for url, path in places(site, address):
        page = html.document_fromstring(path.read_text("utf-8"))
        parts[url] = {element.get("id", "") for element in page.iter() if element.get("id")}
        links += [(url, urljoin(url, a.get("href", ""))) for a in page.iter("a") if a.get("href")]
    assert len(links) > 1000
    assert broken(site, address, parts, links) == []


@pytest.mark.audit
def test_every_link_and_anchor_that_scripts_make_resolves(
    page: Page, address: str, site: Path
) -> None:
    parts: Parts = {}
    links: Links = []
    for url, _ in places(site, address):
        page.goto(url)
        parts[url] = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
        found = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
        links += [(url, link) for link in found]
    assert len(links) > 1000
    assert broken(site, address, parts, links) == []
