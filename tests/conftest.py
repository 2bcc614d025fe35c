"""What tests share: the built sites, a server for them, and a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from macros.catalog.load import load
from macros.components.context import now
from macros.editions.site import Site
from tests.helpers.projects import DAY, ROOT
from tests.helpers.server import served

# The first is Chromium without its windows: the same pages for a third of the work.
CHROMIUM = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable"),
)
QUIET = (
    *("--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    "--font-render-hinting=none",  # letters as wide as on the screens of readers
)

MKDOCS = ["mkdocs", "build", "--strict"]
ZENSICAL = ["zensical", "build", "--clean", "--strict"]
ADDRESS = "https://example.org/ripple/"
GIVEN = {
    "SITE_URL": ADDRESS,
    "REPOSITORY": "https://example.org/repository",
    "CONTACT": "mailto:someone@example.org",
}


def pytest_configure() -> None:
    """Tests build as of one day; the audit and the benchmarks, which share `build`, do not."""
    os.environ["SOURCE_DATE_EPOCH"] = DAY


def build(builder: list[str], place: Path, **settings: str) -> Path:
    """Build the real site and finish it as `make` does; return where it is."""
    inside = Path("build", f"test-{os.getpid()}")  # Zensical builds inside the project only
    environment = {**os.environ, "PYTHONPATH": ".", "NO_MKDOCS_2_WARNING": "1"}
    environment |= {"SITE_DIR": str(inside), "BUILT": f"{now():%Y-%m-%d} UTC", **settings}
    complete = [sys.executable, "-m", "macros", "complete", str(inside)]
    finish = ["sh", "tools/finish.sh", str(inside), str(place)]
    for command in ([sys.executable, "-m", *builder], complete, finish):
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return place


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, as `make site` builds it, with every setting given."""
    return build(MKDOCS, tmp_path_factory.mktemp("site") / "ripple", **GIVEN)


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with no setting given."""
    return build(MKDOCS, tmp_path_factory.mktemp("plain") / "site")


@pytest.fixture(scope="session")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as Zensical builds it, with no setting given."""
    return build(ZENSICAL, tmp_path_factory.mktemp("zensical") / "site")


@pytest.fixture(scope="session")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy for disks, in a folder whose name needs care."""
    place = tmp_path_factory.mktemp("a copy") / "Ripple #1 (é)"
    return build(MKDOCS, place, OFFLINE="true")


@pytest.fixture(scope="session")
def disk(offline_site: Path) -> Site:
    """The copy for disks, as the makers of copies get it."""
    return Site(offline_site, load(ROOT), ADDRESS, now())


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served during the tests: below a path, as its SITE_URL says."""
    with served(site.parent) as host:
        yield f"{host}{site.name}/"


def chromium_path() -> str:
    """Where Chromium is. Its absence is an error, never a skip."""
    names = (os.environ.get("CHROMIUM", ""), *CHROMIUM)
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("no Chromium; run: sh tools/chromium.sh", pytrace=False)
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A real Chromium."""
    found = chromium_path()
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*QUIET, *sandbox])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as browser:
        yield browser
