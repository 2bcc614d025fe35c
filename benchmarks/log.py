"""How soon a long log answers: from sending its form to a drawn page.

Run: python -m benchmarks.log --entries 10000. The log is remembered on the device, so that each
entry is stored, too. Once as the processor is, and once slowed four times.
"""

import json
import tempfile
from pathlib import Path
from statistics import median
from typing import Annotated

import typer
from playwright.sync_api import Browser

from benchmarks import projects
from benchmarks.host import hosted
from benchmarks.measure import say, table, versions
from tools.chromium import chromium

PAGE = "rhythm/log/"
SLOWED = 4
ROUNDS = 9
HEADER = ("entries", "one more, ms", f"one more, ms, slowed {SLOWED} times")
_ADD = """rounds => {
  const form = document.querySelector(".rp-log__form"), times = [];
  for (let round = 0; round < rounds; round += 1) {
    form.elements.what.value = "tea " + round;
    form.elements.whom.value = "myself";
    const start = performance.now();
    form.requestSubmit();
    document.body.offsetHeight;
    times.push(performance.now() - start);
  }
  return times;
}"""


def entries(size: int) -> bytes:
    """A file of a log with so many entries of ordinary length."""
    blank = dict.fromkeys(("before", "after"), "")
    each = {"date": "2026-11-01", "whom": "myself", "served": "x" * 60, **blank}
    many = [{**each, "id": f"n{n}", "what": f"Listened to {n % 500}"} for n in range(size)]
    return json.dumps({"format": "ripple-log", "version": 1, "entries": many}).encode()


def measure(browser: Browser, address: str, size: int, slowed: int) -> float:
    """Milliseconds, in the middle, until an entry more is drawn and stored."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address + PAGE, wait_until="networkidle")
        given = {"name": "log.json", "mimeType": "application/json", "buffer": entries(size)}
        page.locator(".rp-log__file").set_input_files(given)  # type: ignore[arg-type]
        page.locator(".rp-log__list > li").first.wait_for()
        page.locator(".rp-log__remember input").check()
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
        times: list[float] = page.evaluate(_ADD, ROUNDS)
        return median(times)


def main(
    entries: Annotated[list[int], typer.Option(help="How many entries there are.")] = [100, 10_000],  # noqa: B006
) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        say("a long log: building")
        site = projects.built(projects.sized(Path(folder) / "ripple", 0), projects.COMPLETE)
        with hosted(site) as (address, _):
            rows = [
                [str(size), *(f"{measure(browser, address, size, by):.0f}" for by in (1, SLOWED))]
                for size in entries
            ]
    print("### A long log\n", table(HEADER, rows), sep="\n")
    print(versions("playwright"))


if __name__ == "__main__":
    typer.run(main)
