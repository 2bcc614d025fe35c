"""The server of deploy/, as its container runs it: kinds of files, headers, and pages that work."""

import os
import re
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from shutil import which
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from tests.helpers.any_host import built
from tests.helpers.projects import ROOT
from tests.helpers.reader import Heard, settle

pytestmark = pytest.mark.audit

KINDS = {
    "": "text/html; charset=utf-8",
    "assets/styles/site.css": "text/css; charset=utf-8",
    "assets/scripts/site.js": "text/javascript; charset=utf-8",
    "assets/manifest.webmanifest": "application/manifest+json; charset=utf-8",
    "assets/images/ripple.svg": "image/svg+xml",
    "calendars/path-two-weeks.ics": "text/calendar; charset=utf-8",
    "downloads/ripple.epub": "application/epub+zip",
    "downloads/ripple.zim": "application/openzim",
    "downloads/ripple.zip": "application/zip",
    "downloads/ripple-a4.pdf": "application/pdf",
}
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@pytest.fixture(scope="module")
def site() -> Path:
    """The small project with its copies."""
    return built("editions", confirmed=False)[1]


@pytest.fixture(scope="module")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which nginx serves the site with the settings of deploy/."""
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    text = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    for old, new in (
        ("listen 8080", f"listen {host}"),
        ("root /srv/ripple", f'root "{site}"'),
        ("/tmp/ripple-nginx", str(folder / "nginx")),  # noqa: S108
    ):
        assert old in text
        text = text.replace(old, new)
    settings = folder / "nginx.conf"
    settings.write_text(text, "utf-8")
    nginx = which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert nginx, "nginx is needed; make audit installs it"
    # Only root may say whose rights the server has; it has to read what root made.
    more = "daemon off;" + (" user root;" if os.getuid() == 0 else "")
    command = [nginx, "-e", str(folder / "errors"), "-c", str(settings), "-g", more]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            while server.poll() is None:
                with socket.socket() as asked:
                    if asked.connect_ex(("127.0.0.1", int(host.partition(":")[2]))) == 0:
                        break
            assert server.poll() is None, server.stderr and server.stderr.read()
            yield f"http://{host}/"
        finally:
            server.terminate()


@dataclass(frozen=True)
class Answer:
    """What the server answers to one request."""

    status: int
    url: str
    headers: Message
    content: bytes


def answer(address: str, **headers: str) -> Answer:
    """What the server answers, whatever it is."""
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        found = urlopen(Request(address, headers=asked))  # noqa: S310
    except HTTPError as error:
        found = error
    with found:
        return Answer(found.status, found.url, found.headers, found.read())


def test_every_file_has_a_kind(site: Path, host: str) -> None:
    for address, kind in KINDS.items():
        assert answer(host + address).headers["Content-Type"] == kind, address
    for path in site.rglob("*.*"):
        if path.is_file():
            address = host + path.relative_to(site).as_posix()
            assert answer(address).headers["Content-Type"] != "application/octet-stream", path


@pytest.mark.parametrize("address", ["", "help/", "assets/styles/site.css", "not/here/"])
def test_every_answer_has_the_headers(host: str, address: str) -> None:
    found = answer(host + address)
    assert {name: found.headers[name] for name in HEADERS} == HEADERS
    assert "frame-ancestors 'none'" in found.headers["Content-Security-Policy"]


def test_the_policy_is_that_of_the_pages(site: Path, host: str) -> None:
    page = (site / "help" / "index.html").read_text("utf-8")
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert found
    header = answer(host + "help/").headers["Content-Security-Policy"]
    assert header == f"{found[1]}; frame-ancestors 'none'"


def test_only_what_carries_its_sum_is_kept(site: Path, host: str) -> None:
    page = (site / "index.html").read_text("utf-8")
    (style,) = re.findall(r'href="(assets/styles/site\.css\?[^"]+)"', page)
    forever = "public, max-age=31536000, immutable"
    assert answer(host + style).headers["Cache-Control"] == forever
    for address in ("", "help/", "worker.js", "assets/styles/site.css", "downloads/ripple.epub"):
        assert answer(host + address).headers["Cache-Control"] == "no-cache", address
    first = answer(host + "help/")
    assert answer(host + "help/", If_None_Match=first.headers["ETag"]).status == 304


def test_what_is_not_there_is_said_by_a_page(host: str) -> None:
    found = answer(host + "not/here/")
    assert found.status == 404
    assert b'<article class="rp-text">' in found.content


def test_a_large_copy_comes_in_parts(site: Path, host: str) -> None:
    part = answer(host + "downloads/ripple.zim", Range="bytes=10-19")
    assert part.status == 206
    assert part.content == (site / "downloads" / "ripple.zim").read_bytes()[10:20]


def test_a_folder_without_its_slash_leads_there(host: str) -> None:
    assert answer(host + "help").url == host + "help/"


@pytest.mark.parametrize(
    "address", ["", "practices/wave-to-a-neighbor/", "downloads/practices/wave-to-a-neighbor.html"]
)
def test_pages_work_under_the_headers(browser: Browser, host: str, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        heard = Heard(page)
        page.goto(host + address)
        settle(page)
        assert heard.errors == []
        assert heard.elsewhere(host, "data:") == []
