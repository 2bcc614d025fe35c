"""What the builders make: a bad page stops both, a failed build costs nothing, words agree."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from macros.components.article_length import words
from macros.components.calls import FURNITURE
from tests.conftest import GIVEN, MKDOCS, ZENSICAL, build
from tests.helpers.projects import ROOT, buildable, copy_of_fixture

DIFFERENCES = ROOT / "tests" / "builds" / "builder-differences.yml"
BAD = "\n\n{{ cycler }}\n"
LINE = "docs/index.md:9: only calls with plain values are allowed in {{ }}, such as {{ pause(20) }}"
INVISIBLE = re.compile(r"(?s)<(script|style|template)\b.*?</\1>|<!--.*?-->")


def pages(place: Path) -> dict[str, str]:
    """The HTML of every page of a built site."""
    found = {p.relative_to(place).as_posix(): p.read_text("utf-8") for p in place.rglob("*.html")}
    return dict(sorted(found.items()))


def visible(html: str) -> list[str]:
    """The words that a reader sees."""
    return list(words(INVISIBLE.sub(" ", html)))


def article(html: str) -> str:
    """The part of a page between header and footer."""
    found = re.search(r"(?s)<article.*?</article>", html)
    assert found, "a page without an article"
    return found[0]


def run(builder: list[str], root: Path) -> subprocess.CompletedProcess[str]:
    """Run a builder in a small project, into its folder `out`."""
    environment = {**os.environ, "PYTHONPATH": ".", "SITE_DIR": "out", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *builder]
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "builder", [["mkdocs", "build", "--strict"], ["zensical", "build", "--strict"]]
)
def test_a_bad_page_never_renders(builder: list[str], tmp_path: Path) -> None:
    root = buildable(copy_of_fixture(tmp_path))
    index = root / "docs" / "index.md"
    index.write_text(index.read_text("utf-8") + BAD, "utf-8")
    done = run(builder, root)
    assert done.returncode != 0
    assert LINE in done.stdout + done.stderr
    # Zensical prints a traceback around the line; `make site-zensical` checks first.
    assert builder[0] == "zensical" or "Traceback" not in done.stdout + done.stderr
    assert not (root / "out" / "index.html").exists()


COMMAND = '# {{ cycler.__init__.__globals__.os.popen("touch ran").read() }}'
HIDDEN = {
    "after dots": f"---\ntitle: Help\nsummary: Numbers.\n...\n{COMMAND}\n---\nText\n",
    "at the end": f"---\n{COMMAND}\ntitle: Help\nsummary: Numbers.\n---",
    "a tag on a key": f"---\n{COMMAND}\n!!seq title: Help\nsummary: Numbers.\n---\nText\n",
    "a tag on a value": f"---\n{COMMAND}\ntitle: !!seq Help\nsummary: Numbers.\n---\nText\n",
}


@pytest.mark.parametrize("builder", [MKDOCS, ZENSICAL], ids=lambda builder: builder[0])
@pytest.mark.parametrize("page", HIDDEN.values(), ids=HIDDEN)
def test_a_command_hidden_in_front_matter_never_runs(
    builder: list[str], page: str, tmp_path: Path
) -> None:
    root = buildable(copy_of_fixture(tmp_path))
    (root / "docs" / "help.md").write_text(page, "utf-8")
    done = run(builder, root)
    assert done.returncode != 0
    assert not (root / "ran").exists()


def test_a_failed_build_leaves_the_last_good_site(tmp_path: Path) -> None:
    root = buildable(copy_of_fixture(tmp_path))
    for file in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / file, root)
    shutil.copytree(ROOT / "tools", root / "tools")
    # The environment is there already: what `make site` would install is not what is tested here.
    (root / ".venv").mkdir()
    (root / ".venv" / "bin").mkdir()
    wrapper = root / ".venv" / "bin" / "python"
    wrapper.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    wrapper.chmod(0o755)
    for mark in ("made", "site"):
        (root / ".venv" / mark).touch()
    make = ["make", "-C", str(root), "site"]
    first = subprocess.run(make, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stdout + first.stderr
    good = pages(root / "site")
    index = root / "docs" / "index.md"
    index.write_text(index.read_text("utf-8") + BAD, "utf-8")
    second = subprocess.run(make, capture_output=True, text=True, check=False)
    assert second.returncode != 0
    assert LINE in second.stdout
    assert pages(root / "site") == good


def test_both_builders_show_the_same_words(plain_site: Path, zensical_site: Path) -> None:
    ours, theirs = pages(plain_site), pages(zensical_site)
    assert ours.keys() == theirs.keys()
    accepted = {
        entry["page"]: entry["reason"] for entry in yaml.safe_load(DIFFERENCES.read_text("utf-8"))
    }
    assert all(accepted.values()), "every accepted difference has a reason"
    differing = {page for page, html in ours.items() if visible(html) != visible(theirs[page])}
    assert differing - accepted.keys() == set(), "pages whose words differ"
    assert accepted.keys() - differing == set(), "entries that are no longer needed"


def test_both_builders_write_the_notes(plain_site: Path, zensical_site: Path) -> None:
    for place in (plain_site, zensical_site):
        html = pages(place)["practices/say-no-kindly/index.html"]
        assert 'id="fn:weinstein2010"' in html
        assert "When Helping Helps" in html


def test_no_page_shows_what_only_builders_should_see(site: Path, zensical_site: Path) -> None:
    for place in (site, zensical_site):
        for page, html in pages(place).items():
            assert len(re.findall(r"<h1\b", html)) == 1, page
            shown = re.sub(r"(?s)<code>.*?</code>", "", INVISIBLE.sub("", html))
            assert not re.search(r"\{\{|\{%|\[\^|\]\(|markdown=\"", shown), page


def test_every_row_header_has_a_scope(site: Path) -> None:
    for page, html in pages(site).items():
        for body in re.findall(r"(?s)<tbody>.*?</tbody>", html):
            for cell in re.findall(r"<th\b[^>]*>", body):
                assert 'scope="row"' in cell, page


def test_nothing_inline_and_nothing_from_elsewhere(site: Path) -> None:
    for page, html in pages(site).items():
        assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", html), page
        for address in re.findall(r"<(?:script|img|iframe|source)\b[^>]*\ssrc=\"([^\"]+)", html):
            assert "://" not in address, (page, address)
        for tag in re.findall(r"<link\b[^>]*>", html):
            assert "://" not in tag or 'rel="canonical"' in tag, (page, tag)


def test_settings_make_their_links_and_unset_ones_leave_nothing(
    site: Path, plain_site: Path
) -> None:
    page = "practices/say-no-kindly/index.html"
    given, none = pages(site)[page], pages(plain_site)[page]
    address = "https://example.org/ripple/practices/say-no-kindly/"
    edit = "https://example.org/repository/edit/main/docs/practices/say-no-kindly.md"
    assert f'<link rel="canonical" href="{address}">' in given
    assert f'<meta property="og:url" content="{address}">' in given
    assert f'href="{edit}"' in given
    report = "issues/new?template=correction.yml&amp;page=practices/say-no-kindly.md"
    assert f'href="https://example.org/repository/{report}"' in given
    for word in ("canonical", "og:url", "/edit/", "/issues/", 'href=""', "None"):
        assert word not in none, word
    message = '<li><a href="../../contribute/tell-us/#page=practices/say-no-kindly">{}</a></li>'
    assert message.format("Tell us without an account") in given
    assert message.format("Something wrong here?") in none
    form = "contribute/tell-us/index.html"
    assert 'href="mailto:someone@example.org?subject=Ripple&amp;body=' in pages(site)[form]
    assert "mailto:" not in pages(plain_site)[form]


def test_every_record_leads_to_its_file_where_the_repository_is_known(
    site: Path, plain_site: Path
) -> None:
    shown = {
        "evidence/claims/index.html": "data/claims/rest-to-give.yml",
        "evidence/studies/index.html": "data/studies/cregg2023.yml",
        "ripples/in-grief/index.html": "data/ripples/doing-a-kindness-in-memory.yml",
        "practices/rest-before-you-give/index.html": "data/claims/rest-to-give.yml",
        "help/index.html": "data/helplines/gb.yml",
        "give/index.html": "data/organisations/be-my-eyes.yml",
        "acts/for-yourself/index.html": "data/acts.yml",
    }
    for page, file in shown.items():
        link = f'href="https://example.org/repository/edit/main/{file}"'
        assert link in pages(site)[page], page
        assert "Change this record" not in pages(plain_site)[page]


def test_structured_data_comes_from_front_matter(site: Path, zensical_site: Path) -> None:
    expected = {
        "index.html": "WebSite",
        "practices/say-no-kindly/index.html": "HowTo",
        "articles/the-two-way-street/index.html": "Article",
        "help/index.html": "WebPage",
    }
    for place in (site, zensical_site):
        for page, kind in expected.items():
            (text,) = re.findall(
                r'(?s)<script type="application/ld\+json">(.*?)</script>', pages(place)[page]
            )
            data = json.loads(text)
            assert data["@type"] == kind, page
            assert data["description"], page
    (text,) = re.findall(
        r'(?s)<script type="application/ld\+json">(.*?)</script>',
        pages(site)["practices/say-no-kindly/index.html"],
    )
    data = json.loads(text)
    assert (data["name"], data["totalTime"]) == ("Say no kindly", "PT5M")
    assert data["url"] == "https://example.org/ripple/practices/say-no-kindly/"


def test_the_sitemap_lists_every_page(site: Path) -> None:
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    listed = {found.text for found in ET.parse(site / "sitemap.xml").iter(name)}  # noqa: S314
    base = "https://example.org/ripple/"
    expected = {
        base + page.removesuffix("index.html") for page in pages(site) if page != "404.html"
    }
    assert listed == expected


def test_the_word_count_is_that_of_the_text_a_reader_sees(site: Path) -> None:
    for page, html in pages(site).items():
        stated = re.search(r"([\d,]+) words, about (\d+) minutes?", html)
        if not stated:
            continue
        text = article(html)
        text = re.sub(r'(?s)<section[^>]*class="rp-glossary".*?</section>', " ", text)
        for name in ("rp-byline", "rp-words", "rp-exit-note"):
            text = re.sub(rf'(?s)<p class="{name}.*?</p>', " ", text)
        for name in ("rp-care", "rp-related", "rp-exit", "footnote"):
            text = re.sub(rf'(?s)<div[^>]*class="{name}".*?</div>', " ", text)
        text = re.sub(r'(?s)<details.*?</details>|<h1.*?</h1>|<sup id="fnref.*?</sup>', " ", text)
        text = re.sub(r'(?s)<a class="headerlink".*?</a>', " ", text)
        assert int(stated[1].replace(",", "")) == len(words(text)), page


def test_the_same_commit_gives_the_same_site(site: Path, tmp_path: Path) -> None:
    assert pages(build(MKDOCS, tmp_path / "again", **GIVEN)) == pages(site)


def test_a_policy_refuses_whatever_is_not_ours(site: Path, offline_site: Path) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    for page, html in pages(site).items():
        assert policy in html.split("<script")[0].split("<link")[0], page
    # On a disk nothing counts as the site itself, so a policy would stop search.
    assert not any("Content-Security-Policy" in html for html in pages(offline_site).values())


def test_the_site_carries_nothing_that_no_page_uses(site: Path, offline_site: Path) -> None:
    ours = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs" / "assets").rglob("*")}
    kept = {path for path in ours if path.suffix not in (".css", ".js")}
    for place in (site, offline_site):
        found = {path.relative_to(place) for path in (place / "assets").rglob("*")}
        loaded = re.findall(r"assets/[a-z]+/[\w-]+\.(?:css|js)\b", "".join(pages(place).values()))
        assert found == kept | set(map(Path, loaded))


def test_furniture_is_made_of_calls() -> None:
    from macros.components.calls import CALLS  # noqa: PLC0415

    assert CALLS.keys() >= FURNITURE
