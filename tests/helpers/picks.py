"""Pages of the real site, picked as tests run: none is named, so that every page may change."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import Any, TypeVar

from lxml import html

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import PRACTICES
from macros.catalog.models.pages import Article, Practice


@dataclass(frozen=True)
class Pick:
    """A page that is a record, by its folder below docs and its id."""

    folder: str
    id: str
    record: Practice | Article

    @property
    def title(self) -> str:
        return self.record.title

    @property
    def file(self) -> str:
        """Its source, below the project."""
        return f"docs/{self.folder}/{self.id}.md"

    @property
    def address(self) -> str:
        """Where it is, below the address of the site."""
        return f"{self.folder}/{self.id}/"

    def html(self, site: Path) -> str:
        """Its page as built, online or for a disk."""
        place = site / self.folder / self.id
        online = place / "index.html"
        return (online if online.is_file() else place.with_suffix(".html")).read_text("utf-8")


@dataclass(frozen=True)
class Guided(Pick):
    """A practice and what its page of the built site shows below the heading of the steps."""

    record: Practice
    page: str

    @property
    def minutes(self) -> int:
        return self.record.minutes

    @cached_property
    def _parts(self) -> list[html.HtmlElement]:
        """The elements from the heading of the steps to the next heading."""
        page: Any = html.document_fromstring(self.page)
        heading = page.get_element_by_id("steps")
        return list(takewhile(lambda part: part.tag != "h2", heading.itersiblings()))

    @cached_property
    def steps(self) -> list[html.HtmlElement]:
        """The items of the list of steps."""
        return list(next(part for part in self._parts if part.tag == "ol").iterchildren("li"))

    @property
    def headings(self) -> list[str]:
        """The headings of its sections, without what leads to them."""
        page: Any = html.document_fromstring(self.page)
        return [" ".join(each.xpath("text()")).strip() for each in page.xpath("//main//h2[@id]")]

    @property
    def words_before(self) -> bool:
        """Whether something is said before the steps, such as whom they may harm."""
        before = takewhile(lambda part: part.tag != "ol", self._parts)
        return bool(self.record.gate) or any(part.tag != "div" for part in before)

    @property
    def pauses(self) -> list[list[int]]:
        """The seconds of every pause, step by step."""
        found = (step.find_class("rp-pause") for step in self.steps)
        return [[int(pause.get("data-seconds", "")) for pause in step] for step in found]

    @property
    def until_pause(self) -> int:
        """How often Next leads from the beginning of its guide to the first step with a pause."""
        number = next(number for number, pauses in enumerate(self.pauses) if pauses)
        return self.words_before + number

    @property
    def until_end(self) -> int:
        """How often Next leads from the beginning of its guide to the end."""
        return self.words_before + len(self.steps)

    @property
    def links_within(self) -> list[str]:
        """The sections of the page that what stands here leads to; notes and words left out."""
        links = [link for part in self._parts for _, name, link, _ in part.iterlinks() if name]
        return [link[1:] for link in links if re.match(r"#(?!fn|word-)", link)]


def guided(catalog: Catalog, site: Path) -> list[Guided]:
    """Every practice, by its id."""
    return [
        Guided("practices", id, record, Pick("practices", id, record).html(site))
        for id, record in sorted(catalog[PRACTICES].items())
    ]


T = TypeVar("T")


def first(picks: Iterable[T]) -> T:
    """The first of these. That there is none fails the test: pick another kind of page for it."""
    found = next(iter(picks), None)
    assert found is not None, "no page of the site is as this test needs one"
    return found
