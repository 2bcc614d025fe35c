"""Take the pictures of the README and of the first contribution anew, from the real site.

Run: make pictures. They show how the site looked on the day they were taken; no test compares them,
so that a change of words never waits for a picture.
"""

import tempfile
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize

from benchmarks import projects, sites
from tests.conftest import chromium
from tests.helpers.projects import ROOT
from tests.helpers.server import served

STEPS = ROOT / "docs" / "assets" / "images" / "contribute"
README = ROOT / ".github" / "pictures"
PRACTICE = "practices/say-no-kindly"
BEFORE = "Send it when you like, or not at all."
AFTER = "Send it today, next week, or never."
PHONE: ViewportSize = {"width": 390, "height": 780}
PLACE = {"timezone_id": "Europe/London", "locale": "en-GB"}
ROW = """<style>
body { margin: 0; padding: 24px; display: flex; gap: 24px; }
img { width: 390px; border-radius: 24px; box-shadow: 0 0 0 2px #8886; }
</style>"""


def built(folder: Path, sentence: str) -> str:
    """The path of a site with a repository, so that every page leads to its file; in its project,
    a copy of this one, somebody wrote one sentence anew.
    """
    root = projects.own(folder)
    page = root / "docs" / f"{PRACTICE}.md"
    page.write_text(page.read_text("utf-8").replace(BEFORE, sentence), "utf-8")
    site = sites.built(root, REPOSITORY="https://example.org/ripple")
    return site.relative_to(folder.parent).as_posix()


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


def shorter(page: Page) -> Locator:
    """The part of the practice in which the sentence stands, with its heading."""
    page.locator("article.rp-text > *").evaluate_all(
        """all => all.forEach(e => { if (e.id !== "a-shorter-version"
          && e.previousElementSibling?.id !== "a-shorter-version") e.remove(); })"""
    )
    return page.locator("article.rp-text")


def row(browser: Browser, address: str) -> None:
    """Three phones side by side: the front page, a practice, and help."""
    context = browser.new_context(viewport=PHONE, **PLACE)
    page, seen = context.new_page(), []
    for place in ("", f"{PRACTICE}/", "help/"):
        page.goto(address + place)
        page.evaluate("document.fonts.ready")
        seen.append(f'<img src="data:image/png;base64,{b64encode(page.screenshot()).decode()}">')
    page.set_viewport_size({"width": 3 * 390 + 4 * 24, "height": 780 + 2 * 24})
    page.goto("about:blank")
    page.set_content(ROW + "".join(seen))
    page.screenshot(path=README / "ripple.png")
    context.close()


def main() -> None:
    """Build the site as it is and with one sentence mended, and take every picture."""
    for folder in (STEPS, README):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        states = {"before": BEFORE, "after": AFTER}
        places = {state: built(folder / state, sentence) for state, sentence in states.items()}
        with served(folder) as host:
            page = browser.new_page(viewport=PHONE)
            for state, place in places.items():
                page.goto(f"{host}{place}/{PRACTICE}/")
                if state == "before":
                    take(page.locator(".rp-footer__links").last, "foot")
                take(shorter(page), state)
            row(browser, f"{host}{places['before']}/")


if __name__ == "__main__":
    main()
