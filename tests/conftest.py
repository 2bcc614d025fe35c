"""What tests share: the built sites, a server for them, and a browser."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.projects import ROOT

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--disable-gpu", "--disable-background-networking", "--disable-component-update")


def build(command: list[str], place: Path, root: Path = ROOT, **settings: str) -> str:
    """Run a builder of this environment; return what it printed, fail where it fails."""
    environment = {**os.environ, "PYTHONPATH": "."}
    environment |= {"SITE_DIR": str(place), "NO_MKDOCS_2_WARNING": "1", **settings}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, as `make site` builds it, with every setting given."""
    place = tmp_path_factory.mktemp("site") / "ripple"
    settings = {
        "SITE_URL": "https://example.org/ripple/",
        "REPOSITORY": "https://example.org/repository",
        "CONTACT": "mailto:someone@example.org",
    }
    build(["mkdocs", "build", "--quiet", "--strict"], place, **settings)
    return place


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with no setting given."""
    place = tmp_path_factory.mktemp("plain-site")
    build(["mkdocs", "build", "--quiet", "--strict"], place)
    return place


@pytest.fixture(scope="session")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as Zensical builds it, with no setting given."""
    place = tmp_path_factory.mktemp("zensical") / "site"
    inside = ROOT / "build" / "test-zensical"  # Zensical builds inside the project only
    build(["zensical", "build", "--clean", "--strict"], inside)
    return Path(shutil.move(inside, place))


@pytest.fixture(scope="session")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy for disks, in a folder whose name needs care."""
    place = tmp_path_factory.mktemp("a copy") / "Ripple #1 (é)"
    build(["mkdocs", "build", "--quiet", "--strict"], place, OFFLINE="true")
    return place


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served during the tests: below a path, as its SITE_URL says."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. Its absence is an error, never a skip."""
    names = (os.environ.get("CHROMIUM", ""), *CHROMIUM)
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("no Chromium; run: sh tools/chromium.sh", pytrace=False)
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=[*QUIET, *sandbox])
        yield chromium
        chromium.close()
