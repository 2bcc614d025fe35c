"""Single files: each practice whole, small, alone in the world, and the same in each build."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser

from macros.catalog.kinds import PRACTICES
from macros.editions.copies import single_files as single
from macros.editions.parts.book_pages import book_page, no_links, with_links
from macros.editions.parts.imprint import countries
from macros.editions.parts.plain_text import plain_text
from macros.editions.site import Site
from tests.helpers.offline_copy import BUILT, built_on, of_real_copy
from tests.helpers.picks import Guided

ADDRESS = "https://example.org/ripple/"
Made = dict[PurePosixPath, bytes]
MOST = 100_000
LOADS = ("src", "srcset", "poster", "data", "action", "style", "onclick")
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"\w+")
IMPRINT = (
    "This copy was made on December 24, 2026.",
    "CC BY 4.0",
    "https://creativecommons.org/licenses/by/4.0/",
    "Not yet reviewed by a clinician",
)
HELP = (
    "If a life is in danger, call the emergency number of your country",
    "https://findahelpline.com/",
)


@pytest.fixture(scope="module")
def made(disk: Site) -> Made:
    return single.files(built_on(disk))


def test_each_practice_is_one_small_file_twice(made: Made, disk: Site) -> None:
    ids = disk.catalog[PRACTICES].keys()
    assert set(map(str, made)) == {f"practices/{id}.{end}" for id in ids for end in ("html", "txt")}
    assert max(map(len, made.values())) < MOST


def test_nothing_is_left_out(made: Made, disk: Site) -> None:
    site = built_on(disk)
    numbers = {n.number for each in countries(site) for n in each.emergency.numbers}
    dated = sum(len(each.lines) + bool(each.emergency.expires) for each in countries(site))
    for id, practice in site.catalog[PRACTICES].items():
        page = book_page(site, PurePosixPath("practices", f"{id}.html"))
        for file in (page.file, page.file.with_suffix(".txt")):
            text = TAG.sub(" ", made[file].decode("utf-8-sig"))
            said = " ".join(page.main.itertext()).replace("How we know this", "")
            assert set(WORD.findall(said)) <= set(WORD.findall(unescape(text))), file
            for part in (*IMPRINT, *HELP, *numbers, practice.title):
                assert part in text, (file, part)
            assert text.count("Good until ") == dated, file


@pytest.fixture(scope="module")
def published(disk: Site) -> Made:
    """The same where the site is published."""
    return single.files(built_on(disk, ADDRESS))


def test_links_lead_within_the_file_or_onto_the_published_site(made: Made, published: Made) -> None:
    for address, files in (("", made), (ADDRESS, published)):
        for file, content in files.items():
            if file.suffix == ".txt":
                continue
            text = content.decode()
            page: Any = html.document_fromstring(text)
            assert not page.xpath("|".join(f"//@{name}" for name in LOADS)), file
            assert page.xpath("//link/@href") == ["data:,"], file
            assert "url(" not in text, file
            assert "@import" not in text, file
            ids = page.xpath("//@id")
            assert len(ids) == len(set(ids)), file
            for link in page.xpath("//a/@href"):
                assert re.match(r"#|https://|tel:|sms:", link), (file, link)
                assert not link.startswith("#") or link[1:] in ids, (file, link)
                assert address or ADDRESS not in link


@of_real_copy
def test_addresses_are_those_of_the_published_site(published: Made, practice: Guided) -> None:
    text = published[PurePosixPath(f"practices/{practice.id}.html")].decode()
    claim = practice.record.claims[0]
    for link in (f"evidence/claims/#{claim}", "help/"):
        assert f'"{ADDRESS}{link}"' in text
    assert f"{ADDRESS}{practice.address}" in text


@pytest.mark.parametrize("most", [5, pytest.param(None, marks=pytest.mark.audit)])
def test_a_browser_opens_them_and_asks_for_nothing(
    made: Made, browser: Browser, tmp_path: Path, most: int | None
) -> None:
    context = browser.new_context(offline=True, viewport={"width": 320, "height": 640})
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    expected = []
    text = next(file for file in made if file.suffix == ".txt")
    for file in [text, *[file for file in made if file.suffix == ".html"][:most]]:
        content = made[file]
        alone = tmp_path / file.name
        alone.write_bytes(content)
        expected.append(alone.as_uri())
        page.goto(alone.as_uri())
        assert (
            page.evaluate("document.documentElement.scrollWidth") <= 320 or alone.suffix == ".txt"
        )
        assert "’" in page.inner_text("body") or "“" in page.inner_text("body")  # never garbled
    assert [url for url in asked if not url.startswith("data:")] == expected
    assert said == []
    context.close()


def test_an_old_copy_says_so_and_hides_nothing(
    made: Made, browser: Browser, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.html"
    alone.write_bytes(next(content for file, content in made.items() if file.suffix == ".html"))
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.clock.set_fixed_time(BUILT)
    page.goto(alone.as_uri())
    fresh = page.inner_text("body")
    page.clock.set_fixed_time("2028-12-25")
    page.reload()
    old = page.inner_text("body").splitlines()
    context.close()
    line = "This copy was made on December 24, 2026."
    note = next(each for each in old if each.startswith(f"{line} By the clock of your device"))
    assert "check a number first" in note
    assert [line if each == note else each for each in old] == fresh.splitlines()


PAGE = """<article>
<h1>Wave</h1>
<dl><div><dt>Takes</dt><dd>1 <a href="x.html">minute</a></dd></div><div><dt>Energy</dt>
<dd>low</dd></div></dl>
<h2>Steps</h2>
<p>Look <em>up</em>, and <a href="https://example.org/">out</a>.<sup id="fnref:a"><a
class="footnote-ref" href="#fn:a">1</a></sup></p>
<ol><li>Lift a hand.</li><li>Wave; <a href="https://example.org/b">example.org/b</a>.</li></ol>
<ul><li><p>Two</p><p>parts</p></li></ul>
<table><thead><tr><th>One</th><th>Two</th></tr></thead></table>
<div class="footnote"><ol><li id="fn:a"><p>A study. <a class="footnote-backref"
href="#fnref:a">x</a></p></li></ol></div>
</article>"""

TEXT = """Wave
====

Takes: 1 minute
Energy: low

Steps
-----

Look up, and out (https://example.org/).[1]

1. Lift a hand.
2. Wave; example.org/b.

- Two parts

One

Two

[1] A study.
"""


def test_plain_text_reads_like_the_page() -> None:
    assert plain_text(html.fromstring(PAGE)) == TEXT


def test_plain_text_without_links_keeps_the_marks_of_notes(made: Made, disk: Site) -> None:
    site = built_on(disk)
    page = replace(
        book_page(site, next(iter(made)).with_suffix(".html")), main=html.fromstring(PAGE)
    )
    assert plain_text(with_links(page, no_links)) == TEXT
