"""Take the pictures of the README and of the first contribution anew, from the real site.

Run: make pictures. They show how the site looked on the day they were taken; no test compares them,
so that a change of words never waits for a picture. Which sentence is changed in them, the page on
the first contribution says.
"""

import re
import tempfile
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize

from tests.helpers.projects import ROOT
from tests.helpers.server import served
from tests.helpers.sites import GIVEN, MKDOCS, build
from tools.chromium import chromium

STEPS = ROOT / "docs" / "assets" / "images" / "contribute"
README = ROOT / ".github" / "pictures"
PHONE: ViewportSize = {"width": 390, "height": 780}
ZONE, LOCALE = "Europe/London", "en-GB"
ROW = """<style>
body { margin: 0; padding: 24px; display: flex; gap: 24px; }
img { width: 390px; border-radius: 24px; box-shadow: 0 0 0 2px #8886; }
</style>"""


@dataclass(frozen=True)
class Example:
    """A line of a practice, the heading it stands below, and what somebody makes of it."""

    address: str
    heading: str
    before: str
    after: str


def example() -> Example:
    """What the page on the first contribution changes."""
    text = (ROOT / "docs" / "contribute" / "first.md").read_text("utf-8")
    first, second = re.findall(r"(?s)```text\n(.*?)\n```", text)[:2]
    heading, _, before = first.partition("\n\n")
    pages = (ROOT / "docs" / "practices").glob("*.md")
    page = next(page for page in pages if first in page.read_text("utf-8"))
    return Example(f"practices/{page.stem}/", heading.removeprefix("## "), before, second)


def take(part: Locator, name: str) -> None:
    """Keep a picture of a part of a page, with some air around it and a frame."""
    part.evaluate(
        """part => {
          part.style.padding = "16px";
          part.style.border = "2px solid #6b645b";
          for (const each of part.querySelectorAll("h2, p:last-child")) each.style.margin = 0;
        }"""
    )
    part.screenshot(path=STEPS / f"{name}.png")


def section(page: Page, heading: str) -> Locator:
    """A part of the page by its heading; what else the article holds is taken away."""
    page.locator("article.rp-text > *").evaluate_all(
        """(all, heading) => {
          const first = all.findIndex(each => each.firstChild?.data === heading);
          all.forEach((each, at) => { if (at !== first && at !== first + 1) each.remove(); });
        }""",
        heading,
    )
    return page.locator("article.rp-text")


def row(browser: Browser, address: str, practice: str) -> None:
    """Three phones side by side: the front page, a practice, and help."""
    context = browser.new_context(viewport=PHONE, timezone_id=ZONE, locale=LOCALE)
    page, seen = context.new_page(), []
    for place in ("", practice, "help/"):
        page.goto(address + place)
        page.evaluate("document.fonts.ready")
        seen.append(f'<img src="data:image/png;base64,{b64encode(page.screenshot()).decode()}">')
    page.set_viewport_size({"width": 3 * 390 + 4 * 24, "height": 780 + 2 * 24})
    page.goto("about:blank")
    page.set_content(ROW + "".join(seen))
    page.screenshot(path=README / "ripple.png")
    context.close()


def main() -> None:
    """Build the site and take every picture; the sentence is mended on the open page."""
    shown = example()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        site = build(MKDOCS, Path(folder) / "ripple", **GIVEN)
        with served(site.parent) as host:
            address = f"{host}{site.name}/"
            page = browser.new_page(viewport=PHONE)
            page.goto(address + shown.address)
            take(page.locator(".rp-footer__links").last, "foot")
            part = section(page, shown.heading)
            take(part, "before")
            part.locator("p").evaluate("(line, after) => { line.textContent = after }", shown.after)
            take(part, "after")
            row(browser, address, shown.address)


if __name__ == "__main__":
    main()
