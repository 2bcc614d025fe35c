"""Addresses with the sums of their files."""

from pathlib import Path

from macros.editions.beside.hashed_addresses import add_sums
from macros.editions.parts.sums import sum_of

PAGE = """<link rel="stylesheet" href="../assets/styles/site.css">
<link rel="icon" href="../assets/images/ripple.svg">
<dialog data-index="../search/index.json"
 data-danger="../assets/scripts/a.js ../assets/scripts/b.js">
<code>&lt;link href="../assets/styles/site.css"&gt;</code>
<script src="../assets/scripts/a.js" defer></script>
<script src="../assets/scripts/gone.js"></script>
"""


def site_in(folder: Path) -> Path:
    for name in ("assets/styles/site.css", "assets/scripts/a.js", "assets/scripts/b.js"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    (folder / "search").mkdir()
    (folder / "search" / "index.json").write_text("{}")
    (folder / "help").mkdir()
    (folder / "help" / "index.html").write_text(PAGE)
    return folder


def test_what_a_page_loads_is_named_with_its_sum_and_nothing_else(tmp_path: Path) -> None:
    folder = site_in(tmp_path)
    add_sums(folder)
    css, a, b = (
        sum_of(x)
        for x in (b"assets/styles/site.css", b"assets/scripts/a.js", b"assets/scripts/b.js")
    )
    page = (folder / "help" / "index.html").read_text()
    assert page == (
        PAGE.replace('styles/site.css">', f'styles/site.css?{css}">')
        .replace("index.json", f"index.json?{sum_of(b'{}')}")
        .replace("a.js", f"a.js?{a}")
        .replace("b.js", f"b.js?{b}")
    )


def test_another_file_gets_another_address(tmp_path: Path) -> None:
    folder = site_in(tmp_path)
    add_sums(folder)
    page = folder / "help" / "index.html"
    before = page.read_text()
    add_sums(folder)
    assert page.read_text() == before
    (folder / "assets" / "styles" / "site.css").write_text("new")
    add_sums(folder)
    old, new = sum_of(b"assets/styles/site.css"), sum_of(b"new")
    assert page.read_text() == before.replace(old, new)
