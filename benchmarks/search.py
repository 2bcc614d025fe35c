"""How soon and how often search finds the right page: Ripple's, stock Material's, and Pagefind.

Run: python -m benchmarks.search --pages 0 --pages 1000 (0 is Ripple's own content). All three
search the same words in a real Chromium. Times are from an input to its answer painted; once as it
is, and once with a processor slowed four times (that of the page: workers, which stock has, are not
slowed). The questions are all English ones of tests/questions.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer
import yaml
from playwright.sync_api import Browser, Page

from benchmarks import projects
from benchmarks.host import hosted, sent
from benchmarks.measure import NotRunError, megabytes, run, say, table, versions
from tools.chromium import chromium

PAGEFIND = Path(__file__).parent / "node_modules" / ".bin" / "pagefind"
SLOWED = 4
SETTLED = 1500  # milliseconds until what is shown beside an answer was asked for
QUESTIONS = projects.ROOT / "tests" / "questions"
TYPED = [text[:end] for text in ("lonely at night", "say no") for end in range(3, len(text) + 1)]
_FIRST = """async ({opener, box, list, event}) => {
  const start = performance.now();
  if (opener) document.querySelector(opener).click();
  const input = document.querySelector(box);
  input.focus();
  input.value = "kind";
  input.dispatchEvent(new Event(event, {bubbles: true}));
  while (!document.querySelector(list + " li a")) await new Promise(requestAnimationFrame);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
# A question is answered once other pages are listed than before, and the answer is whole once the
# list stays as it is for a while. Where nothing else is listed, the question has no time.
_ASK = """async ({box, list, event, questions, patience}) => {
  const links = () => [...document.querySelector(list).querySelectorAll("li a")].map(a => a.href);
  const input = document.querySelector(box), answers = [];
  for (const question of questions) {
    let listed = links().join(), ms = null, changed = performance.now();
    const start = changed;
    input.value = question;
    input.dispatchEvent(new Event(event, {bubbles: true}));
    do {
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
      if (links().join() === listed) continue;
      listed = links().join();
      changed = performance.now();
      if (listed) ms ??= changed - start;
    } while (performance.now() - changed < (ms === null ? patience : 200));
    answers.push({ms, links: links()});
  }
  return answers;
}"""
_PAGEFIND_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>
<script src="/pagefind/pagefind-ui.js"></script></head><body><div id="search"></div>
<script>new PagefindUI({element: "#search", debounceTimeoutMs: 0});</script></body></html>
"""


@dataclass(frozen=True)
class Engine:
    """A search: where it stands on which page, and the folder of its files."""

    name: str
    folder: str
    opener: str
    box: str
    list: str
    event: str = "input"
    page: str = ""

    @property
    def given(self) -> dict[str, str]:
        """What the scripts need to know."""
        return {"opener": self.opener, "box": self.box, "list": self.list, "event": self.event}


RIPPLE = Engine(
    "Ripple", "search", ".rp-search-button", "dialog.rp-search input", "dialog.rp-search ol"
)
STOCK = Engine(
    *("stock Material", "search", "", "[data-md-component=search-query]"),
    *(".md-search-result__list", "keyup"),
)
FOUND = Engine(
    *("Pagefind", "pagefind", "", ".pagefind-ui__search-input", ".pagefind-ui__drawer"),
    page="pagefind-page.html",
)
HEADER = (
    *("pages", "search", "index, MB", "first search, KB", "first, ms", "letter, ms"),
    *(f"first, ms, slowed {SLOWED} times", f"letter, ms, slowed {SLOWED} times"),
    *("right page among three, %", "nothing found, %"),
)


def questions() -> dict[str, list[str]]:
    """What people type, and the pages that may answer."""
    files = (QUESTIONS / f"search-queries{which}.yml" for which in ("", "-2", "-3"))
    read = (yaml.safe_load(file.read_text("utf-8")) for file in files)
    return {str(text): right for each in read for text, right in each.items()}


def ask(page: Page, engine: Engine, texts: Sequence[str], patience: int) -> list[dict[str, Any]]:
    """For each text the milliseconds until its answer, and the links of the answer."""
    given = {**engine.given, "questions": texts, "patience": patience}
    found: list[dict[str, Any]] = page.evaluate(_ASK, given)
    return found


def named(link: str, address: str) -> str:
    """A page by its file below docs, without its ending: practices/say-no-kindly."""
    path = link.removeprefix(address).partition("#")[0].partition("?")[0]
    return path.removesuffix("index.html").strip("/")


def times(browser: Browser, site: Path, engine: Engine, slowed: int) -> tuple[list[str], int]:
    """Milliseconds to the first answer and, in the middle, to that of a letter; bytes sent for it.

    They are those of whatever is asked for once somebody searches, soon after the answer too, and
    of an index that came before.
    """
    with hosted(site) as (address, asked), browser.new_context() as context:
        page = context.new_page()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        page.goto(address + engine.page, wait_until="networkidle")
        before = set(asked)
        first = page.evaluate(_FIRST, engine.given)
        page.wait_for_timeout(SETTLED)
        now = {path for path in asked if path not in before or _belongs(path, site, engine)}
        size = sum(len(sent(path)) for path in now)
        answers = ask(page, engine, TYPED, patience=3000)
        letters = [answer["ms"] for answer in answers if answer["ms"] is not None]
    return [f"{first:.0f}", f"{median(letters or [float('nan')]):.0f}"], size


def shares(browser: Browser, site: Path, engine: Engine) -> list[str]:
    """How many questions have a right page among the first three, and how many find nothing."""
    right = questions()
    with hosted(site) as (address, _), browser.new_context() as context:
        page = context.new_page()
        page.goto(address + engine.page, wait_until="networkidle")
        page.evaluate(_FIRST, engine.given)
        answers = ask(page, engine, list(right), patience=1500)
        found = [
            list(dict.fromkeys(named(link, address) for link in answer["links"]))
            for answer in answers
        ]
    hits = sum(bool({*pages[:3]} & {*of}) for pages, of in zip(found, right.values(), strict=True))
    empty = sum(not pages for pages in found)
    return [f"{100 * hits / len(right):.1f}", f"{100 * empty / len(right):.1f}"]


def _belongs(path: Path, site: Path, engine: Engine) -> bool:
    """Whether a file is sent for search alone."""
    return engine.folder in path.relative_to(site).as_posix()


def measure(browser: Browser, folder: Path, size: int) -> list[list[str]]:
    """The rows of a project of so many pages."""
    say(f"search in {size or 'own'} pages: building")
    root = projects.sized(folder / "ripple", size)
    plain = projects.plain(root, folder / "plain")
    theme = {"features": ["navigation.prune"]}
    stock = projects.built(projects.stock(root, plain, folder / "stock", **theme))
    sites = {RIPPLE: projects.built(root, projects.COMPLETE), STOCK: stock}
    try:
        run([str(PAGEFIND), "--site", "site"], stock.parent)
        (stock / FOUND.page).write_text(_PAGEFIND_PAGE, "utf-8")
        sites[FOUND] = stock
    except NotRunError as reason:
        say(f"no Pagefind: {reason}")
    rows = []
    for engine, site in sites.items():
        say(f"search in {size or 'own'} pages: {engine.name}")
        files = [path for path in (site / engine.folder).rglob("*") if path.is_file()]
        quick, weight = times(browser, site, engine, slowed=1)
        slow, _ = times(browser, site, engine, slowed=SLOWED)
        found = ["", ""] if size else shares(browser, site, engine)
        index = megabytes(sum(path.stat().st_size for path in files))
        pages = str(len(projects.pages(root)))
        rows.append([pages, engine.name, index, f"{weight / 1000:.0f}", *quick, *slow, *found])
    return rows


def main(
    pages: Annotated[list[int], typer.Option(help="0: Ripple's own content.")] = [0, 1000],  # noqa: B006
) -> None:
    """Print the table."""
    rows = []
    with chromium() as browser:
        for size in pages:
            with tempfile.TemporaryDirectory() as folder:
                rows += measure(browser, Path(folder), size)
    print(f"### Search, {len(questions())} questions\n", table(HEADER, rows), sep="\n")
    print(versions("mkdocs-material", "playwright"))


if __name__ == "__main__":
    typer.run(main)
