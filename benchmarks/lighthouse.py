"""What Lighthouse says of each kind of page, beside stock Material with the same words.

Run: python -m benchmarks.lighthouse --runs 5 --kind practice. Ripple and stock take turns; figures
are medians. Whatever takes points from Ripple is named below the table.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer

from benchmarks import sites, versions
from benchmarks.hosting import hosted
from benchmarks.running import say
from benchmarks.tables import Aim, report, table
from tests.conftest import chromium_path

PROGRAM = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FORMS: Mapping[str, tuple[str, ...]] = {"mobile": (), "desktop": ("--preset=desktop",)}
BEST = 100
GOOD, NEAR = 95, 3  # on mobile: a median of 95, or within 3 of stock


@dataclass(frozen=True)
class Result:
    """One run: points of each category, and what took points away, worst first."""

    points: dict[str, float]
    causes: tuple[str, ...]


def look(address: str, form: str) -> Result:
    """Run Lighthouse once on one page."""
    flags = "--headless=new" + (" --no-sandbox" if os.geteuid() == 0 else "")
    options = ["--quiet", "--output=json", f"--chrome-flags={flags}", *FORMS[form]]
    command = [str(PROGRAM), address, *options, f"--only-categories={','.join(CATEGORIES)}"]
    environment = {**os.environ, "CHROME_PATH": chromium_path()}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return read(json.loads(done.stdout))


def read(found: dict[str, Any]) -> Result:
    """The points and the causes in a report of Lighthouse."""
    points, causes = {}, []
    for name in CATEGORIES:
        category = found["categories"][name]
        points[name] = BEST * (category["score"] or 0)
        for part in category["auditRefs"]:
            audit = found["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                lost = part["weight"] * (1 - audit["score"])
                shown = audit.get("displayValue", "")
                causes.append((lost, f"{audit['title']} {shown}".strip()))
    return Result(points, tuple(text for _, text in sorted(causes, reverse=True)))


def main(
    runs: int = 5,
    kind: Annotated[list[str], typer.Option(help="Of these alone.")] = [*sites.KINDS],  # noqa: B006
) -> None:
    """Print the table; fail where an aim is missed."""
    print("### Lighthouse\n")
    if not PROGRAM.exists():
        print("Not measured: Lighthouse is not installed; it needs Node and `npm ci`.")
        return
    found: dict[tuple[str, str, str], list[Result]] = defaultdict(list)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        say("building the sites")
        _, plain = sites.ready(folder)
        built = {"Ripple": sites.ripple(folder), "stock": sites.stock(folder, plain)}
        hosts = {name: stack.enter_context(hosted(site)) for name, site in built.items()}
        for number in range(runs):
            for each in kind:
                for form in FORMS:
                    for name, host in hosts.items():
                        result = look(host + sites.KINDS[each], form)
                        points = " ".join(map(_shown, result.points.values()))
                        say(f"run {number + 1}: {each}, {form}, {name}: {points}")
                        found[each, form, name].append(result)
    header = ("page", "device", "site", *CATEGORIES)
    print(table(header, ((*key, *map(_shown, _medians(of).values())) for key, of in found.items())))
    for (page, form, name), results in found.items():
        if name == "Ripple" and (causes := results[-1].causes):
            print(f"\nTakes points from {page}, {form}: {'; '.join(causes)}.")
    program = versions.program([str(PROGRAM), "--version"])
    print(f"\n{versions.line(f'Lighthouse {program}', versions.program(['node', '--version']))}")
    sys.exit(report(_aims(found)))


def _aims(found: dict[tuple[str, str, str], list[Result]]) -> list[Aim]:
    """How many points are missing where there should be none, or fewer than in stock."""
    made = []
    for (page, form, name), results in found.items():
        if name != "Ripple":
            continue
        stock = _medians(found[page, form, "stock"])["performance"]
        least = dict.fromkeys(CATEGORIES, BEST)
        if form == "mobile":
            least["performance"] = min(GOOD, stock - NEAR)
        missing = [max(least[key] - value, 0) for key, value in _medians(results).items()]
        made.append(Aim(f"points missing from {page}, {form}", max(missing), 0))
    return made


def _medians(results: list[Result]) -> dict[str, float]:
    return {name: median(result.points[name] for result in results) for name in CATEGORIES}


def _shown(points: float) -> str:
    return f"{points:.0f}"


if __name__ == "__main__":
    typer.run(main)
