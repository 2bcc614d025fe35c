"""The download page as readers get it from `make editions`: with every copy it can name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.catalog.kinds import PRACTICES
from macros.catalog.open_data import OPEN_KINDS
from macros.components import downloads
from tests.audit.look import look, windows
from tests.audit.modes import MODES, Mode
from tests.audit.pages import calling
from tests.helpers.projects import real_catalog
from tests.helpers.server import served
from tests.helpers.sites import GIVEN, MKDOCS, build

PAGE = calling("download_list")


def stand_ins(folder: Path) -> Path:
    """A folder with a file under the name of every copy: the page shows them as if they were."""
    catalog = real_catalog()
    names = [pattern.replace("*", "a4") for pattern in downloads.PATTERNS.values()]
    kinds = downloads.practice_kinds(catalog).values()
    names += [place.format(id=id) for place in kinds for id in catalog[PRACTICES]]
    names += [f"data/{kind.name}.json" for kind in OPEN_KINDS]
    for name in (*names, str(downloads.CHECKSUMS)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"as large as this")
    return folder


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site beside its copies."""
    copies = str(stand_ins(tmp_path_factory.mktemp("copies")))
    site = build(MKDOCS, tmp_path_factory.mktemp("site") / "ripple", **GIVEN, DOWNLOADS=copies)
    assert "ripple.epub" in (site / PAGE / "index.html").read_text("utf-8")
    with served(site.parent) as host:
        yield f"{host}{site.name}/"


@pytest.mark.audit
@pytest.mark.parametrize("mode", MODES, ids=str)
def test_no_check_finds_a_fault_beside_all_copies(browser: Browser, base: str, mode: Mode) -> None:
    with windows(browser, mode) as opened:
        assert [str(fault) for fault in look(opened, base, PAGE)] == []
