"""What the builders make: a bad page stops both, a failed build costs nothing, words agree."""

import json
import os
import re
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ACTS, CLAIMS, HELPLINES, ORGANIZATIONS, RIPPLES, STUDIES
from macros.components.article_length import words
from macros.components.calls import CALLS, FURNITURE
from macros.release import one_at_a_time
from tests.helpers.any_host import built
from tests.helpers.picks import Guided, Pick
from tests.helpers.projects import ROOT, buildable, copy_of_fixture
from tests.helpers.shared import shared
from tests.helpers.sites import ADDRESS, BOTH_BUILDERS, GIVEN, MKDOCS, ZENSICAL, build

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


def run(builder: tuple[str, ...], root: Path) -> subprocess.CompletedProcess[str]:
    """Run a builder in a small project, into its folder `out`."""
    environment = {**os.environ, "PYTHONPATH": ".", "SITE_DIR": "out", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", *builder]
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False
    )


# ---------- What must not be built ----------


@pytest.mark.parametrize("builder", [MKDOCS, ZENSICAL], ids=lambda builder: builder[0])
def test_a_bad_page_never_renders(builder: tuple[str, ...], tmp_path: Path) -> None:
    root = buildable(copy_of_fixture(tmp_path))
    index = root / "docs" / "index.md"
    index.write_text(index.read_text("utf-8") + BAD, "utf-8")
    done = run(builder, root)
    assert done.returncode != 0
    assert LINE in done.stdout + done.stderr
    # Zensical prints a traceback around the line; `make site-zensical` checks first.
    assert builder[0] == "zensical" or "Traceback" not in done.stdout + done.stderr
    assert not (root / "out" / "index.html").exists()


def make_site(root: Path) -> subprocess.CompletedProcess[str]:
    """Run `make site` in a small project, in the environment that runs the tests."""
    make = ["make", "-C", str(root), "site"]
    return subprocess.run(make, capture_output=True, text=True, check=False)


def small_project(folder: Path) -> None:
    """Make the site of the small project in this folder, with no setting given."""
    root = buildable(copy_of_fixture(folder))
    for file in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / file, root)
    shutil.copytree(ROOT / "tools", root / "tools")
    # The environment is there already: what `make site` would install is not what is tested here.
    (root / ".venv" / "bin").mkdir(parents=True)
    wrapper = root / ".venv" / "bin" / "python"
    wrapper.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    wrapper.chmod(0o755)
    for mark in ("made", "site"):
        (root / ".venv" / mark).touch()
    done = make_site(root)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def small() -> Path:
    """The small project with its site, as `make site` builds it with no setting given."""
    return shared("small", small_project) / "project"


def test_a_failed_build_leaves_the_last_good_site(small: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(small, tmp_path / "project"))
    good = pages(root / "site")
    assert good
    index = root / "docs" / "index.md"
    index.write_text(index.read_text("utf-8") + BAD, "utf-8")
    done = make_site(root)
    assert done.returncode != 0
    assert LINE in done.stderr
    assert pages(root / "site") == good


def test_a_second_build_waits_for_the_first(small: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(small, tmp_path / "project"))
    with one_at_a_time(root):
        make = ["make", "-C", str(root), "site"]
        second = subprocess.Popen(make, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert second.stderr
        said = second.stderr.readline().decode()
        assert said == "another build of this folder is running; waiting for it\n"
        assert second.poll() is None
    printed, _ = second.communicate()
    assert b"site/ is ready" in printed
    assert second.returncode == 0


# ---------- Both builders ----------


def test_both_builders_show_the_same_words_of_the_small_project() -> None:
    (_, ours), (_, theirs) = (built(name, confirmed=False) for name in ("mkdocs", "zensical"))
    words = {page: visible(html) for page, html in pages(ours).items()}
    assert len(words) > 15
    assert {page: visible(html) for page, html in pages(theirs).items()} == words


@pytest.mark.audit
def test_both_builders_show_the_same_words(site: Path, zensical_site: Path) -> None:
    ours, theirs = pages(site), pages(zensical_site)
    assert ours.keys() == theirs.keys()
    accepted = {
        entry["page"]: entry["reason"] for entry in yaml.safe_load(DIFFERENCES.read_text("utf-8"))
    }
    assert all(accepted.values()), "every accepted difference has a reason"
    differing = {page for page, html in ours.items() if visible(html) != visible(theirs[page])}
    assert differing - accepted.keys() == set(), "pages whose words differ"
    assert accepted.keys() - differing == set(), "entries that are no longer needed"


@pytest.mark.parametrize("name", BOTH_BUILDERS)
def test_both_builders_write_the_notes(
    name: str, request: pytest.FixtureRequest, practice: Guided, catalog: Catalog
) -> None:
    html = practice.html(request.getfixturevalue(name))
    notes = re.findall(r'id="fn:([\w-]+)"', html)
    assert notes
    for id in notes:
        assert escape(catalog[STUDIES][id].title, quote=False) in html


# ---------- Every page ----------


@pytest.mark.parametrize("name", BOTH_BUILDERS)
def test_no_page_shows_what_only_builders_should_see(
    name: str, request: pytest.FixtureRequest
) -> None:
    for page, html in pages(request.getfixturevalue(name)).items():
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


# ---------- Settings ----------


def test_settings_make_their_links_and_unset_ones_leave_nothing(
    site: Path, small: Path, offline_site: Path, practice: Guided
) -> None:
    given = practice.html(site)
    assert f'<link rel="canonical" href="{ADDRESS}{practice.address}">' in given
    assert f'<meta property="og:url" content="{ADDRESS}{practice.address}">' in given
    repository, name = GIVEN["REPOSITORY"], practice.address.rstrip("/")
    assert f'href="{repository}/edit/main/{practice.file}"' in given
    report = f"issues/new?template=correction.yml&amp;page={name}.md"
    assert f'href="{repository}/{report}"' in given
    message = '<li><a href="../../contribute/tell-us/#page={}">{}</a></li>'
    assert message.format(name, "Tell us without an account") in given
    (form,) = (html for html in pages(site).values() if 'class="rp-message' in html)
    assert f'href="{GIVEN["CONTACT"]}?subject=Ripple&amp;body=' in form
    for html in (*pages(small / "site").values(), *pages(offline_site).values()):
        for word in ("canonical", "og:url", "/edit/", "/issues/", 'href=""', "mailto:"):
            assert word not in html, word
    for page in (small / "site" / "practices").glob("*/index.html"):
        html = page.read_text("utf-8")
        if 'http-equiv="refresh"' in html:  # a page that moved
            continue
        assert message.format(f"practices/{page.parent.name}", "Something wrong here?") in html
        assert "None" not in html


def test_every_record_leads_to_its_file_where_the_repository_is_known(
    site: Path, offline_site: Path, catalog: Catalog
) -> None:
    given = "".join(pages(site).values())
    for kind in (CLAIMS, STUDIES, RIPPLES, HELPLINES, ORGANIZATIONS):
        for id in catalog.records[kind.name]:
            link = f'href="{GIVEN["REPOSITORY"]}/edit/main/{kind.file(id)}"'
            assert link in given, link
    assert f'href="{GIVEN["REPOSITORY"]}/edit/main/{ACTS.file()}"' in given
    assert "Change this record" not in "".join(pages(offline_site).values())


STRUCTURED = re.compile(r'(?s)<script type="application/ld\+json">(.*?)</script>')


@pytest.mark.parametrize("name", BOTH_BUILDERS)
def test_structured_data_comes_from_front_matter(
    name: str, request: pytest.FixtureRequest, practice: Guided, article: Pick
) -> None:
    place: Path = request.getfixturevalue(name)
    expected = {
        "": "WebSite",
        practice.address: "HowTo",
        article.address: "Article",
        "help/": "WebPage",
    }
    for address, kind in expected.items():
        (text,) = STRUCTURED.findall((place / address / "index.html").read_text("utf-8"))
        data = json.loads(text)
        assert data["@type"] == kind, address
        assert data["description"], address
    (text,) = STRUCTURED.findall(practice.html(place))
    data = json.loads(text)
    assert (data["name"], data["totalTime"]) == (practice.title, f"PT{practice.minutes}M")
    assert data["url"] == f"{ADDRESS}{practice.address}"


def test_the_sitemap_lists_every_page(site: Path) -> None:
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
    listed = {found.text for found in ET.parse(site / "sitemap.xml").iter(name)}  # noqa: S314
    expected = {
        ADDRESS + page.removesuffix("index.html") for page in pages(site) if page != "404.html"
    }
    assert listed == expected


def test_the_word_count_is_that_of_the_text_a_reader_sees(site: Path) -> None:
    for page, html in pages(site).items():
        stated = re.search(r"([\d,]+) words, about (\d+) minutes?", html)
        if not stated:
            continue
        text = article(html)
        text = re.sub(r'(?s)<section[^>]*class="rp-glossary".*?</section>', " ", text)
        for name in ("rp-byline", "rp-words", "rp-mind", "rp-exit-note"):
            text = re.sub(rf'(?s)<p class="{name}.*?</p>', " ", text)
        for name in ("rp-care", "rp-related", "rp-exit", "footnote"):
            text = re.sub(rf'(?s)<div[^>]*class="{name}".*?</div>', " ", text)
        text = re.sub(r'(?s)<details.*?</details>|<h1.*?</h1>|<sup id="fnref.*?</sup>', " ", text)
        text = re.sub(r'(?s)<a class="headerlink".*?</a>', " ", text)
        assert int(stated[1].replace(",", "")) == len(words(text)), page


def test_the_same_files_give_the_same_site_elsewhere(small: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(small, tmp_path / "another place" / "project"))
    shutil.rmtree(root / "site")
    done = make_site(root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert pages(root / "site") == pages(small / "site")


@pytest.mark.audit
def test_the_same_commit_gives_the_same_site(site: Path, tmp_path: Path) -> None:
    assert pages(build(MKDOCS, tmp_path / "again", **GIVEN)) == pages(site)


def test_a_policy_refuses_whatever_is_not_ours(site: Path, offline_site: Path) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    for page, html in pages(site).items():
        assert policy in html.split("<script")[0].split("<link")[0], page
    # On a disk nothing counts as the site itself, so a policy would stop search.
    assert not any(
        'http-equiv="Content-Security-Policy"' in html for html in pages(offline_site).values()
    )


def test_the_site_carries_nothing_that_no_page_uses(site: Path, offline_site: Path) -> None:
    ours = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs" / "assets").rglob("*")}
    kept = {path for path in ours if path.suffix not in (".css", ".js")}
    for place in (site, offline_site):
        found = {path.relative_to(place) for path in (place / "assets").rglob("*")}
        loaded = re.findall(r"assets/[a-z]+/[\w-]+\.(?:css|js)\b", "".join(pages(place).values()))
        assert found == kept | set(map(Path, loaded))


def test_furniture_is_made_of_calls() -> None:
    assert CALLS.keys() >= FURNITURE
