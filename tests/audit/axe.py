"""The checks that axe-core makes: of a page in a browser, one line for each element at fault."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

from tests.audit.checks import run

PROGRAM = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TARGETS = "target-size"  # 24 by 24 pixels, or room; off in axe-core unless it is named


def rules(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.0 to 2.2, A and AA, and against best practices."""
    tags = {"type": "tag", "values": RULES}
    run(page, "unstick", True)
    found = _found(page, {"runOnly": tags, "rules": {TARGETS: {"enabled": True}}})
    run(page, "unstick", False)
    return found


def contrast(page: Page) -> list[str]:
    """Words that stand out by less than 7 to 1, where a device asks for more contrast."""
    page.emulate_media(contrast="more")
    found = _found(page, {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}})
    page.emulate_media(contrast="null")
    return found


def _found(page: Page, options: dict[str, object]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(PROGRAM.read_text("utf-8"))
    found: list[str] = page.evaluate(
        """async options => (await axe.run({...options, resultTypes: ["violations"]})).violations
          .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 120)}`))""",
        options,
    )
    return found
