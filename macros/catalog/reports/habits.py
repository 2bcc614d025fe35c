"""Habits of our sentences, counted to show where to look again; no number is an aim.

Gates, "Leave it if" and the page of help are left out: safety is never shortened for a count.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from macros.catalog.catalog import Catalog
from macros.catalog.checks.structure import section_key
from macros.catalog.kinds import ARTICLES, NEEDS, PAGES, PRACTICES, kind_of
from macros.catalog.reading.markdown import Part

RUN = 6  # words in a row that are the same
FEW = 3  # a run on more pages than these is shown
SHOWN = 20
OPENING = 3  # words of a first or last sentence that two pages share
CAUTION = "leave"  # the section that holds what a practice warns of
EVIDENCE = "evidence"  # the last section of a practice, which ends as its claim asks
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*|[0-9]+")
_NEGATION = re.compile(r"not|no|never|nobody|nothing|none|nor|cannot|without|[a-z]+n't")
_CONTRACTION = re.compile(r"[a-z]+'(?:t|re|ve|ll|d|m)|(?:it|that|there|what|who|here|let|she|he)'s")
_BODY = re.compile(r"(?:some|no|any|every)body(?:'s)?")
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_MARK = ["made", "up"]


class Counted(NamedTuple):
    """The words of one page: those that are counted, and those of its cautions."""

    words: list[str]
    cautions: int
    text: str


def lines(catalog: Catalog) -> Iterator[str]:
    """Tables of habits by kind of page, and of what many pages share."""
    pages = {file: _counted(catalog, file) for file in catalog.texts if file != PAGES.file("help")}
    kinds: dict[str, list[Counted]] = defaultdict(list)
    for file, page in pages.items():
        if page.words:
            kind = kind_of(file)
            own = kind in (PRACTICES, ARTICLES, NEEDS)
            kinds[kind.name if kind and own else "other pages"].append(page)
    yield "| pages | words | negations in 1,000 | contractions in 1,000 | somebody | cautions |"
    yield "|---|---:|---:|---:|---:|---:|"
    yield from (_row(name, found) for name, found in sorted(kinds.items()))
    yield ""
    yield from _shared(f"runs of {RUN} words", _runs(pages), FEW)
    practices = {f: p for f, p in pages.items() if PRACTICES.id_in(f)}
    yield from _shared("practices that end alike", _edges(practices, last=True), 1)
    articles = {f: p for f, p in pages.items() if ARTICLES.id_in(f)}
    yield from _shared("articles that begin alike", _edges(articles, last=False), 1)


def _row(name: str, pages: list[Counted]) -> str:
    words = [word for page in pages for word in page.words]
    cautions = sum(page.cautions for page in pages)
    many = len(words)

    def in_thousand(pattern: re.Pattern[str]) -> str:
        return f"{sum(bool(pattern.fullmatch(word)) for word in words) / many * 1000:.1f}"

    body = sum(bool(_BODY.fullmatch(word)) for word in words)
    share = f"{cautions / (many + cautions):.0%}" if cautions else ""
    counts = f"{in_thousand(_NEGATION)} | {in_thousand(_CONTRACTION)} | {body} | {share}"
    return f"| {name} ({len(pages)}) | {many} | {counts} |"


def _counted(catalog: Catalog, file: PurePosixPath) -> Counted:
    """The words of a page, without its headings."""
    words: list[str] = []
    texts: list[str] = []
    section, cautions = None, 0
    for part in catalog.texts[file].parts:
        if part.tag == "h2":
            section = section_key(catalog, part.words)
        elif part.tag[0] != "h" and not _note(part):
            found = _words(part.signs)
            if section == CAUTION:
                cautions += len(found)
            else:
                words += found
                texts += [part.signs] if section != EVIDENCE else []
    gate = getattr(catalog.every_page.get(file), "gate", ())
    cautions += sum(len(_words(line)) for line in gate)
    return Counted(words, cautions, " ".join(" ".join(texts).split()))


def _note(part: Part) -> bool:
    return part.raw.startswith("[^")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.replace("’", "'").lower())


def _runs(pages: dict[PurePosixPath, Counted]) -> dict[str, set[PurePosixPath]]:
    """The pages of each run of words; where runs overlap, each is counted."""
    found: dict[str, set[PurePosixPath]] = defaultdict(set)
    for file, page in pages.items():
        for start in range(len(page.words) - RUN + 1):
            found[" ".join(page.words[start : start + RUN])].add(file)
    return found


def _edges(pages: dict[PurePosixPath, Counted], *, last: bool) -> dict[str, set[PurePosixPath]]:
    """The pages of each way to begin the first sentence, or the last."""
    found: dict[str, set[PurePosixPath]] = defaultdict(set)
    for file, page in pages.items():
        sentences = [words for each in _SENTENCE.findall(page.text) if (words := _words(each))]
        sentences = [words for words in sentences if words != _MARK]
        if sentences:
            found[" ".join(sentences[-1 if last else 0][:OPENING])].add(file)
    return found


def _shared(title: str, found: dict[str, set[PurePosixPath]], least: int) -> Iterable[str]:
    """What more than so many pages share, the most widespread first."""
    counted = Counter({text: len(files) for text, files in found.items() if len(files) > least})
    yield f"{len(counted)} {title} on more than {least} pages."
    yield from (f"  {many} pages: {text}" for text, many in counted.most_common(SHOWN))
    yield ""
