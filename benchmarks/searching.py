"""How often search finds the right page, and how soon, beside the stock theme's search.

Run: make bench. The questions are those of tests/search-queries.yml, typed into the real search
box of each build in Chromium. The stock theme is Material without our templates and scripts; its
search runs on the same pages, with and without the line of everyday words on them.
"""

import statistics
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from benchmarks import projects
from benchmarks.sites import built
from tests.conftest import MKDOCS, ZENSICAL, build, chromium
from tests.helpers.search_box import ask, missed, opened, queries
from tests.helpers.server import served

DESKTOP = {"width": 1280, "height": 900}
TYPED = 20  # questions that are typed letter by letter
OPENING = """async () => {
  const start = performance.now();
  document.querySelector(".rp-search-button").click();
  const dialog = document.querySelector("dialog.rp-search");
  dialog.querySelector("input").value = "kind";
  while (!dialog.querySelector("ol > li")) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""
STOCK_OPENING = """async () => {
  const start = performance.now();
  const input = document.querySelector("[data-md-component=search-query]");
  input.focus();
  input.value = "kind";
  input.dispatchEvent(new KeyboardEvent("keyup"));
  const found = () => document.querySelector(".md-search-result__item");
  while (!found()) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""
# The stock search answers from a worker: wait for the list to change, or for a list that stays.
STOCK_ASK = """async queries => {
  const input = document.querySelector("[data-md-component=search-query]");
  const result = document.querySelector("[data-md-component=search-result]");
  const base = new URL(".", location.href).href;
  const answers = [];
  for (const query of queries) {
    const start = performance.now();
    let ms = null;
    await new Promise(done => {
      const settled = () => { watch.disconnect(); done(); };
      let waiting = setTimeout(settled, 300);
      const watch = new MutationObserver(() => {
        ms ??= performance.now() - start;
        clearTimeout(waiting);
        waiting = setTimeout(settled, 30);
      });
      watch.observe(result, {childList: true, subtree: true, characterData: true});
      input.value = query;
      input.dispatchEvent(new KeyboardEvent("keyup"));
    });
    const links = [...result.querySelectorAll(".md-search-result__item > a")];
    const pages = links.map(a => a.href.slice(base.length).replace(/#.*/, "").replace(/\\/$/, ""));
    answers.push({ms, pages: [...new Set(pages)]});
  }
  return answers;
}"""


@dataclass(frozen=True)
class Row:
    """What one search showed: pages for each question, time to open, times for each letter."""

    name: str
    pages: list[list[str]]
    opening: float
    letters: list[float]

    def __str__(self) -> str:
        share = 100 * (1 - len(missed(self.pages)) / len(self.pages))
        empty = sum(not pages for pages in self.pages)
        letter = statistics.median(self.letters)
        return f"| {self.name} | {share:.1f} | {empty} | {letter:.0f} | {self.opening:.0f} |"


def ours(name: str, page: Page, address: str) -> Row:
    """Our search, on the site at an address."""
    page.goto(address)
    opening = page.evaluate(OPENING)
    opened(page, address)
    letters = [answer["ms"] for answer in ask(page, typed())]
    return Row(name, [answer["pages"] for answer in ask(page, queries())], opening, letters)


def stock(name: str, page: Page, address: str) -> Row:
    """The stock theme's search, on the site at an address."""
    page.goto(address)
    opening = page.evaluate(STOCK_OPENING)
    letters = [answer["ms"] for answer in page.evaluate(STOCK_ASK, typed()) if answer["ms"]]
    answers = page.evaluate(STOCK_ASK, list(queries()))
    return Row(name, [answer["pages"] for answer in answers], opening, letters)


def typed() -> list[str]:
    """The first questions as they grow, letter by letter."""
    return [query[: end + 1] for query in list(queries())[:TYPED] for end in range(len(query))]


def stock_site(place: Path, everyday: bool) -> Path:
    """The project in the stock theme: with the everyday words on its pages, or without."""
    projects.own(place)
    settings = (place / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("  custom_dir: overrides\n", "")
    (place / "mkdocs.yml").write_text(settings, "utf-8")
    if not everyday:
        template = place / "macros" / "components" / "templates" / "related_list.html"
        lines = template.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "People also say" not in line]
        if len(kept) != len(lines) - 1:
            sys.exit("the line of everyday words is written otherwise now; change this program")
        template.write_text("".join(kept), "utf-8")
    return built(place)


def main() -> None:
    """Build all sites, ask each, and print the table."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        page = stack.enter_context(chromium()).new_page(viewport=DESKTOP)
        sites = {
            "ours": build(MKDOCS, folder / "ours"),
            "ours, built by Zensical": build(ZENSICAL, folder / "zensical"),
            "stock theme": stock_site(folder / "stock", everyday=True),
            "stock theme, no everyday words": stock_site(folder / "plain", everyday=False),
        }
        disk = build(MKDOCS, folder / "disk", OFFLINE="true") / "index.html"
        rows = [ours("ours, from a disk", page, disk.as_uri())]
        for name, site in sites.items():
            address = stack.enter_context(served(site))
            search = stock if name.startswith("stock") else ours
            rows.append(search(name, page, address))
    print(f"{len(queries())} questions; times in milliseconds, medians.\n")
    print("| search | right page among the first three, % | nothing found | letter | opening |")
    print("|---|---:|---:|---:|---:|")
    for row in sorted(rows, key=lambda row: row.name):
        print(row)


if __name__ == "__main__":
    main()
