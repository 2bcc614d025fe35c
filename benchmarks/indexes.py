"""What search costs as a site grows: Ripple's, beside that of stock Material, and Pagefind.

Run: python -m benchmarks.indexes --pages 0 --pages 1000 (0 is Ripple's own content). Times are
those of a real Chromium, from an input to the first result painted; once as it is, and once with a
processor slowed four times (that of the page: workers, which stock has, are not slowed).
"""

import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated

import typer
from playwright.sync_api import Browser, Page

from benchmarks import others, projects, sites, versions
from benchmarks.hosting import sent
from benchmarks.running import NotRunError, run, say
from benchmarks.tables import Aim, megabytes, report, table
from tests.conftest import chromium
from tests.helpers.server import served

SLOWED = 4
SOON = 50  # milliseconds from a letter to its answer, at Ripple's own size
QUERIES = ("lonely at night", "cannot sleep", "say no")
TYPED = [query[:end] for query in QUERIES for end in range(3, len(query) + 1)][:20]
_FIRST = """async ({opener, box, list, event}) => {
  const start = performance.now();
  if (opener) document.querySelector(opener).click();
  const input = document.querySelector(box);
  input.focus();
  input.value = "kind";
  input.dispatchEvent(new Event(event, {bubbles: true}));
  while (!document.querySelector(list + " li")) await new Promise(requestAnimationFrame);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
# The answer is the first change of the list; a letter that changes nothing is left out.
_TYPE = """async ({box, list, event, typed}) => {
  const input = document.querySelector(box), times = [];
  for (const text of typed) {
    let settle = null;
    const changed = new Promise(done => { settle = done; });
    const watch = new MutationObserver(() => settle(true));
    watch.observe(document.querySelector(list), {childList: true, subtree: true});
    const start = performance.now();
    input.value = text;
    input.dispatchEvent(new Event(event, {bubbles: true}));
    setTimeout(() => settle(false), 3000);
    if (await changed) {
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
      times.push(performance.now() - start);
    }
    watch.disconnect();
    await new Promise(done => setTimeout(done, 100));
  }
  return times;
}"""
_PAGEFIND = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pagefind</title>
<script src="/pagefind/pagefind-ui.js"></script></head><body><div id="search"></div>
<script>new PagefindUI({element: "#search", debounceTimeoutMs: 0});</script></body></html>
"""


@dataclass(frozen=True)
class Engine:
    """A search as its page has it, and which files belong to it."""

    name: str
    part: str  # what the addresses of its files have in common
    index: str  # the files that grow with the pages
    given: dict[str, str]
    page: str = ""


ENGINES = (
    Engine(
        "Ripple",
        "search",
        "search/*.json",
        {
            **{"opener": ".rp-search-button", "box": "dialog.rp-search input"},
            **{"list": "dialog.rp-search ol", "event": "input"},
        },
    ),
    Engine(
        "stock Material",
        "search",
        "search/*.json",
        {
            **{"opener": "", "box": "[data-md-component=search-query]", "event": "keyup"},
            **{"list": ".md-search-result__list"},
        },
    ),
    Engine(
        "Pagefind",
        "pagefind",
        "pagefind/**/*",
        {
            **{"opener": "", "box": ".pagefind-ui__search-input", "event": "input"},
            **{"list": ".pagefind-ui__drawer"},
        },
        page="pagefind-page.html",
    ),
)


def measure(browser: Browser, site: Path, engine: Engine) -> tuple[list[str], float]:
    """The figures of one search on one site, and the median of its letters in milliseconds."""
    cells: list[str] = []
    letters = []
    for slowed in (1, SLOWED):
        asked: list[str] = []
        with served(site, asked) as address, browser.new_context() as context:
            page = context.new_page()
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
            page.goto(address + engine.page, wait_until="networkidle")
            first = page.evaluate(_FIRST, engine.given)
            if slowed == 1:
                sent = _sent(site, engine, asked)
                cells = [megabytes(_size(site, engine)), f"{sent / 1000:.0f}"]
            letters.append(median(_typed(page, engine) or [float("nan")]))
            cells += [f"{first:.0f}", f"{letters[-1]:.0f}"]
    return cells, letters[0]


def _typed(page: Page, engine: Engine) -> list[float]:
    found: list[float] = page.evaluate(_TYPE, {**engine.given, "typed": TYPED})
    return found


def _sent(site: Path, engine: Engine, asked: list[str]) -> int:
    """What the files of a search weigh on their way."""
    places = {site / name.split("?")[0].lstrip("/") for name in asked if engine.part in name}
    return sum(len(sent(path)) for path in places if path.is_file())


def _size(site: Path, engine: Engine) -> int:
    return sum(path.stat().st_size for path in site.glob(engine.index) if path.is_file())


def made(folder: Path, size: int) -> dict[str, Path | NotRunError]:
    """A site for each engine, with the same words; or why there is none."""
    root, plain = sites.ready(folder, size)
    stock = others.stock(plain, folder / f"stock-{size}", features=["navigation.prune"])
    found: dict[str, Path | NotRunError] = {"Ripple": sites.built(root, complete=True)}
    found["stock Material"] = found["Pagefind"] = sites.built(stock)
    try:
        run([sys.executable, "-m", "pagefind", "--site", "site"], stock, sites.LIMIT)
        (stock / "site" / "pagefind-page.html").write_text(_PAGEFIND, "utf-8")
    except NotRunError as reason:
        found["Pagefind"] = reason
    return found


def main(
    pages: Annotated[list[int], typer.Option(help="0: Ripple's own content.")] = [*projects.SIZES],  # noqa: B006
) -> None:
    """Print the table; fail where an aim is missed."""
    rows, aims = [], []
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        for size in pages:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            say(f"search in {size or 'own'} pages: building")
            built = made(folder, size)
            for engine in ENGINES:
                site = built[engine.name]
                if isinstance(site, NotRunError):
                    rows.append((str(size or "own"), engine.name, str(site), *[""] * 5))
                    continue
                say(f"search in {size or 'own'} pages: {engine.name}")
                cells, letter = measure(browser, site, engine)
                rows.append((str(size or "own"), engine.name, *cells))
                if engine.name == "Ripple" and not size:
                    aims.append(Aim("a letter at Ripple's own size, ms", letter, SOON))
        version = browser.version
    print("### Search\n")
    header = ("pages", "search", "index, MB", "first search, KB", "first, ms", "letter, ms")
    slow = f"slowed {SLOWED} times"
    print(table((*header, f"first, ms, {slow}", f"letter, ms, {slow}"), rows), end="\n\n")
    packages = ("mkdocs-material", "pagefind")
    print(versions.line(*map(versions.package, packages), f"Chromium {version}"))
    sys.exit(report(aims))


if __name__ == "__main__":
    typer.run(main)
