"""What a first visit to each kind of page weighs, and what Lighthouse says of it, beside stock.

Run: python -m benchmarks.first_visit. Chromium visits each page with an empty cache; every file it
asks for counts as it is sent, texts compressed. The index of search counts apart: stock fetches it
with the first page, Ripple when search is opened. Lighthouse is asked where it is installed.
"""

import json
import os
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

import typer
from playwright.sync_api import Browser

from benchmarks import projects
from benchmarks.host import hosted, sent
from benchmarks.measure import say, table, versions
from tools import chromium

TYPES = {
    **{".html": "page", ".css": "styles", ".js": "scripts", ".woff2": "fonts"},
    **{".svg": "pictures", ".png": "pictures"},
}
INDEX = "index of search"
COLUMNS = (*dict.fromkeys(TYPES.values()), "other")
LIGHTHOUSE = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
DEVICES: dict[str, tuple[str, ...]] = {"mobile": (), "desktop": ("--preset=desktop",)}


def kinds(root: Path) -> list[str]:
    """The address of the front page, of the pages beside it, and of one page in each folder."""
    docs = root / "docs"
    found = [""]
    found += [f"{path.stem}/" for path in sorted(docs.glob("*.md")) if path.stem != "index"]
    for folder in sorted({path.parent for path in docs.rglob("*.md")} - {docs}):
        name = folder.relative_to(docs).as_posix()
        first = min(path.stem for path in folder.glob("*.md") if path.stem != "index")
        found += [f"{name}/", f"{name}/{first}/"]
    return found


def weights(browser: Browser, site: Path, page: str) -> dict[str, list[int]]:
    """The sizes of the files of a first visit, in bytes as sent, by their type."""
    with hosted(site) as (address, asked), browser.new_context() as context:
        tab = context.new_page()
        tab.goto(address + page, wait_until="networkidle")
    found = defaultdict(list)
    for path in asked:
        kind = INDEX if path.parent.name == "search" else TYPES.get(path.suffix, "other")
        found[kind].append(len(sent(path)))
    return found


def visits(sites: dict[str, Path], pages: list[str]) -> str:
    """The table of first visits."""
    rows = []
    with chromium.chromium() as browser:
        for page in pages:
            for name, site in sites.items():
                found = weights(browser, site, page)
                index = sum(found.pop(INDEX, []))
                every = [size for sizes in found.values() for size in sizes]
                sums = [sum(every), *(sum(found.get(kind, [])) for kind in COLUMNS), index]
                figures = (f"{figure / 1000:.1f}" for figure in sums)
                rows.append((page or "front page", name, str(len(every)), *figures))
    return table(("page", "site", "requests", "KB", *COLUMNS, INDEX), rows)


def points(address: str, device: str) -> list[float]:
    """What one run of Lighthouse gives a page in each category, of 100."""
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    options = ["--quiet", "--output=json", f"--chrome-flags={flags}", *DEVICES[device]]
    command = [str(LIGHTHOUSE), address, *options, f"--only-categories={','.join(CATEGORIES)}"]
    environment = {**os.environ, "CHROME_PATH": chromium.path()}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)["categories"]
    return [100 * (found[name]["score"] or 0) for name in CATEGORIES]


def lighthouse(sites: dict[str, Path], pages: list[str], runs: int) -> str:
    """The table of Lighthouse: medians of runs, in which the sites take turns."""
    if not LIGHTHOUSE.exists():
        return "Not measured: Lighthouse is not installed; it needs Node and `npm ci`."
    found: dict[tuple[str, str, str], list[list[float]]] = defaultdict(list)
    for run in range(runs):
        for page in pages:
            for device in DEVICES:
                for name, site in sites.items():
                    say(f"Lighthouse, run {run + 1}: {page or 'front page'}, {device}, {name}")
                    with hosted(site) as (address, _):
                        found[page, device, name].append(points(address + page, device))
    rows = (
        (
            page or "front page",
            device,
            name,
            *(f"{median(of):.0f}" for of in zip(*all, strict=True)),
        )
        for (page, device, name), all in found.items()
    )
    return table(("page", "device", "site", *CATEGORIES), rows)


def main(runs: int = 3) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        say("building the sites")
        root = projects.own(folder / "ripple")
        plain = projects.plain(root, folder / "plain")
        stock = projects.stock(root, plain, folder / "stock")
        sites = {
            "Ripple": projects.built(root, projects.COMPLETE),
            "stock": projects.built(stock),
        }
        pages = kinds(root)
        print("### First visits, KB\n", visits(sites, pages), sep="\n")
        print("\n### Lighthouse\n", lighthouse(sites, pages, runs), sep="\n")
    print(versions("mkdocs-material", "playwright"))


if __name__ == "__main__":
    typer.run(main)
