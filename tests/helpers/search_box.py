"""Asking the search box of a built site, as a person would, in a real browser."""

import re
from collections.abc import Iterable
from typing import TypedDict

import yaml
from playwright.sync_api import Page, expect

from macros.catalog.kinds import ADDRESSES
from tests.helpers.projects import ROOT, real_catalog

# Each question is put into the box, and its answer waited for until it is whole.
# A page is named by its file below docs, without its ending: practices/wave-to-a-neighbor.
_ASK = """async queries => {
  const dialog = document.querySelector("dialog.rp-search");
  const input = dialog.querySelector("input");
  const base = new URL(".", new URL(dialog.dataset.base, location.href)).href;
  const page = link => link.href.slice(base.length).replace(/#.*/, "")
    .replace(/(index)?(\\.html)?$/, "").replace(/\\/$/, "");
  const list = dialog.querySelector("ol");
  const answers = [];
  for (const query of queries) {
    input.value = query;
    input.dispatchEvent(new Event("input"));
    while (list.getAttribute("aria-busy") === "true") await new Promise(done => setTimeout(done));
    const results = [...dialog.querySelectorAll("ol > li")];
    answers.push({
      pages: results.map(li => page(li.querySelector("a"))),
      kinds: results.map(li => li.querySelector(".rp-search__kind")?.textContent ?? ""),
      care: !dialog.querySelector(".rp-care").hidden,
    });
  }
  return answers;
}"""


class Answer(TypedDict):
    """What the search box showed: the pages, what kind they are, the care card."""

    pages: list[str]
    kinds: list[str]
    care: bool


def queries(language: str = "") -> dict[str, list[str]]:
    """What people type in English, or in another language by its code, and the pages that may
    answer; one that moved, by its new name.
    """
    form = re.compile(rf"search-queries(-[0-9])?{language and '-'}{language}\.yml")
    addresses = real_catalog().only(ADDRESSES)
    moved = addresses.moved if addresses else {}
    now = {old.removesuffix(".md"): new.removesuffix(".md") for old, new in moved.items()}
    found: dict[str, list[str]] = {}
    for file in sorted((ROOT / "tests" / "questions").iterdir()):
        if not form.fullmatch(file.name):
            continue
        for query, pages in yaml.safe_load(file.read_text("utf-8")).items():
            found.setdefault(str(query), []).extend(now.get(page, page) for page in pages)
    return found


def phrases() -> dict[str, list[str]]:
    """What may mean danger, and what does not."""
    text = (ROOT / "tests" / "questions" / "danger-phrases.yml").read_text("utf-8")
    found: dict[str, list[str]] = yaml.safe_load(text)
    return found


def opened(page: Page, address: str) -> Page:
    """The page with search open and ready."""
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("kind")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible(timeout=30_000)
    return page


def ask(page: Page, queries: Iterable[str]) -> list[Answer]:
    """What an open search box shows for each question."""
    answers: list[Answer] = page.evaluate(_ASK, list(queries))
    return answers


def missed(asked: dict[str, list[str]], found: Iterable[list[str]]) -> dict[str, list[str]]:
    """The questions without a right page among their first three, with those three."""
    return {
        query: pages[:3]
        for (query, right), pages in zip(asked.items(), found, strict=True)
        if not set(pages[:3]) & set(right)
    }
