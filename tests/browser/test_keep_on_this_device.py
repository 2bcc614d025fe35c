"""Keep on this device: nothing before the reader says so, then everything, then nothing again."""

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import NEEDS
from macros.editions import folders
from macros.editions.beside import service_worker as worker
from macros.editions.beside.hashed_addresses import add_sums
from tests.helpers.picks import Guided, Pick
from tests.helpers.reader import NO_TRACES, TRACES, Device, add_to_log, on_disk
from tests.helpers.server import Answer, served
from tests.helpers.sites import ADDRESS, site_in

SETTLED = 500  # milliseconds after which a page that was opened does no more by itself


class Host:
    """A copy of the site that can be changed, and its server, which can be stopped."""

    def __init__(self, site: Path, folder: Path, catalog: Catalog) -> None:
        self.catalog = catalog
        self.folder = Path(shutil.copytree(site, folder / site.name))
        self.asked: list[str] = []
        self.answers: dict[str, Answer] = {}
        self.running = ExitStack()
        server = served(folder, self.asked, self.answers)
        self.address = self.running.enter_context(server) + f"{site.name}/"

    def change(self, file: str, old: str, new: str) -> None:
        """Change a file as a new build would."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        self.complete()

    def complete(self) -> None:
        """Write the sums in all pages and the list of files anew."""
        add_sums(self.folder)
        folders.write(self.folder, worker.files(site_in(self.folder, self.catalog, ADDRESS)))

    def answer(self, file: str, answer: Answer) -> None:
        """Answer in some way of its own where this is asked for."""
        self.answers[f"/{self.folder.name}/{file}"] = answer


def error(status: int) -> Answer:
    """An error page with this status."""

    def answer(request: SimpleHTTPRequestHandler) -> None:
        body = b"<!doctype html><title>Error</title><h1>Something went wrong</h1>"
        request.send_response(status)
        request.send_header("Content-Type", "text/html; charset=utf-8")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return answer


def stall(request: SimpleHTTPRequestHandler) -> None:
    """The head of an answer, the first words, and then nothing for longer than anybody waits."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html; charset=utf-8")
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.wfile.write(b"<!doctype html><title>Half</title>")
    request.wfile.flush()
    time.sleep(20)


def breaks_off(request: SimpleHTTPRequestHandler) -> None:
    """Half an answer: the line is cut before its end."""
    request.send_response(200)
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.wfile.write(b"half of")


def redirect(to: str) -> Answer:
    """A redirect, as hosts make that prefer one address for each page."""

    def answer(request: SimpleHTTPRequestHandler) -> None:
        request.send_response(308)
        request.send_header("Location", to)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


@pytest.fixture
def host(site: Path, tmp_path: Path, catalog: Catalog) -> Iterator[Host]:
    """The site on a server of its own."""
    host = Host(site, tmp_path, catalog)
    yield host
    host.running.close()


@pytest.fixture
def small(site: Path, tmp_path: Path, catalog: Catalog) -> Iterator[Host]:
    """A few pages of the site on a server of their own: they are kept in a moment."""
    host = Host(site, tmp_path, catalog)
    for path in host.folder.iterdir():
        if path.is_dir() and path.name not in ("about", "assets", "download", "help", "search"):
            shutil.rmtree(path)
    host.complete()
    yield host
    host.running.close()


def box(page: Page) -> Locator:
    """The part of the download page with the button."""
    return page.locator(".rp-keep")


def keep(page: Page, host: Host) -> None:
    """Keep the site, as a reader does."""
    page.goto(f"{host.address}download/")
    page.get_by_role("button", name="Keep on this device").click()
    expect(box(page).get_by_role("status")).to_contain_text("is kept", timeout=20_000)


@pytest.mark.proves(
    'Your browser can also keep the whole site, but only after you press "Keep on this device"'
    " on that page.",
    'Then the files of the site are on the device until you press "Remove from this device".',
    "They hold nothing about you.",
)
def test_nothing_is_stored_before_and_nothing_after(
    page: Page, host: Host, practice: Guided
) -> None:
    for place in ("", "help/", practice.address, "download/"):
        page.goto(host.address + place)
        page.wait_for_timeout(SETTLED)
        assert page.evaluate(TRACES) == NO_TRACES, place
    assert not [path for path in host.asked if "worker.js" in path]
    expect(box(page).get_by_role("status")).to_have_text("Nothing is kept on this device.")
    keep(page, host)
    traces = page.evaluate(TRACES)
    assert traces == {**NO_TRACES, "caches": [f"ripple {host.address}"], "workers": 1}
    page.reload()
    page.get_by_role("button", name="Remove from this device").click()
    expect(box(page).get_by_role("status")).to_contain_text("Removed.")
    assert page.evaluate(TRACES) == NO_TRACES
    for place in ("help/", "download/"):  # and nothing comes back
        page.goto(host.address + place)
        page.wait_for_timeout(SETTLED)
        assert page.evaluate(TRACES) == NO_TRACES
    expect(page.get_by_role("button", name="Keep on this device")).to_be_visible()


def test_with_the_server_gone_everything_is_there(
    page: Page, host: Host, practice: Guided, article: Pick
) -> None:
    keep(page, host)
    host.running.close()
    files = {
        path.relative_to(host.folder).as_posix().removesuffix("index.html"): path.read_bytes()
        for path in host.folder.rglob("*")
        if path.suffix in (".html", ".css", ".js", ".json", ".woff2", ".ics")
        and path.relative_to(host.folder).parts[0] not in ("feeds", "worker.js")
    }
    sums = page.evaluate(
        """places => Promise.all(places.map(async place => {
          const bytes = await (await fetch(place)).arrayBuffer();
          const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
          return Array.from(sum, part => part.toString(16).padStart(2, "0")).join("");
        }))""",
        [host.address + place for place in files],
    )
    assert sums == [sha256(content).hexdigest() for content in files.values()]
    assert len(files) > 120
    for place in ("", "help/", "practices/", article.address, "evidence/studies/"):
        page.goto(host.address + place)
        title = re.search(r"<title>(.*?)</title>", files[place].decode())
        assert title and page.title() == title[1]
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill(practice.title)
    expect(page.locator(".rp-search__results a").first).to_have_text(practice.title, timeout=20_000)
    page.goto(host.address)
    need = next(iter(host.catalog[NEEDS].values()))
    page.locator(".rp-needs").get_by_role("link", name=need.label, exact=True).click()
    expect(page.locator(".rp-picks .rp-title a")).to_have_count(len(need.picks))
    page.goto(f"{host.address}rhythm/log/")
    add_to_log(page, "Watered the basil")
    expect(page.get_by_role("listitem").filter(has_text="Watered the basil")).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())  # the entry is not saved
    page.goto(f"{host.address}{practice.address}#steps")
    page.get_by_role("button", name="Start, step by step").click()
    expect(page.locator(".rp-guide[open]")).to_be_visible()
    page.goto(f"{host.address}help/index.html")  # another way to ask for the same page
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
    page.goto(f"{host.address}help")
    assert page.url == f"{host.address}help/"
    page.goto(f"{host.address}not/there/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")


def update(page: Page) -> bool:
    """Look for a newer version and wait for what comes of it: whether it is at work now."""
    return bool(
        page.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.getRegistration();
              await registration.update();
              const { installing } = registration;
              if (!installing) return false;
              return new Promise(done => installing.addEventListener("statechange", () => {
                if (["activated", "redundant"].includes(installing.state))
                  done(installing.state === "activated");
              }));
            }"""
        )
    )


def kept(page: Page, part: str) -> int:
    """How many kept files have this in their address."""
    return int(
        page.evaluate(
            """async part => {
              const cache = await caches.open((await caches.keys())[0]);
              return (await cache.keys()).filter(({ url }) => url.includes(part)).length;
            }""",
            part,
        )
    )


def background(page: Page) -> str:
    """The color of the page, which the tests change."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


TITLE = ("help/index.html", "<h1>Help now</h1>", "<h1>Help today</h1>")
RED = "rgb(255, 0, 0)"


def test_pages_come_fresh_and_an_update_fetches_only_what_changed(page: Page, host: Host) -> None:
    keep(page, host)
    host.change(*TITLE)
    host.asked.clear()
    page.goto(f"{host.address}help/")  # the network is there, so the new page comes at once
    if page.get_by_role("heading", level=1).inner_text() == "Help now":
        page.reload()  # a network slower than the worker waits shows what is kept
    expect(page.get_by_role("heading", level=1)).to_have_text("Help today")
    update(page)
    page.wait_for_function(
        """async () => {
          const { installing, waiting } = await navigator.serviceWorker.getRegistration();
          return !installing && !waiting;
        }"""
    )
    fetched = {path.removeprefix("/ripple/") for path in host.asked}
    assert fetched == {"help/", "worker.js"}
    assert kept(page, "/ripple/help/?") == 2  # a page of the last version is still open
    page.goto("about:blank")
    page.goto(host.address)
    page.wait_for_timeout(SETTLED)  # it is taken away behind the page's back
    assert kept(page, "/ripple/help/?") == 1
    host.running.close()
    page.goto(f"{host.address}help/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help today")


@pytest.mark.audit
def test_a_page_and_its_look_belong_together(page: Page, small: Host) -> None:
    page.goto(small.address)
    before = background(page)
    keep(page, small)
    new = "body{background:red!important}"
    small.change("assets/styles/site.css", "body{", f"{new}body{{")
    small.change(*TITLE)
    small.answer("worker.js", error(503))  # the update is not seen yet
    page.goto(f"{small.address}help/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help today")
    assert background(page) == RED
    # Where the new style does not come, nor does the new page: what is kept is shown.
    small.change("assets/styles/site.css", new, "body{background:blue!important}")
    for answer in (error(404), error(500), error(200), breaks_off):
        small.answer("assets/styles/site.css", answer)
        page.goto(f"{small.address}help/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
        assert background(page) == before


@pytest.mark.audit
def test_an_open_page_finds_its_own_scripts_after_an_update(page: Page, small: Host) -> None:
    keep(page, small)
    page.goto(small.address)
    small.change("assets/scripts/search-engine.js", "(()=>{", "/* newer */(()=>{")
    small.change(*TITLE)
    assert update(page)
    small.running.close()
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("help")
    expect(page.locator(".rp-search__results a").first).to_be_visible()


def test_an_update_that_fails_leaves_the_last_whole_version(page: Page, small: Host) -> None:
    keep(page, small)
    whole = kept(page, "")
    small.change(*TITLE)
    small.change("about/index.html", "</h1>", "</h1><p>Newer words</p>")
    for answer in (error(404), error(500), error(200), breaks_off):
        small.answer("about/", answer)
        assert not update(page)
        assert kept(page, "") == whole
        # An error in the place of a kept page is no page.
        page.goto(f"{small.address}about/")
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Something went wrong")
    small.running.close()
    page.goto(f"{small.address}about/")
    expect(page.get_by_role("main")).not_to_contain_text("Newer words")
    page.goto(f"{small.address}help/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")


@pytest.mark.audit
def test_an_update_without_room_leaves_the_last_whole_version(page: Page, small: Host) -> None:
    keep(page, small)
    whole = kept(page, "")
    small.change(*TITLE)
    client = page.context.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    client.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1000})
    assert not update(page)
    assert kept(page, "") == whole
    small.running.close()
    page.goto(f"{small.address}help/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")


@pytest.mark.audit
def test_a_page_that_stalls_is_shown_as_it_is_kept(page: Page, small: Host) -> None:
    keep(page, small)
    small.answer("help/", stall)
    page.goto(f"{small.address}help/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")


@pytest.mark.audit
def test_what_a_host_redirects_is_shown_offline(page: Page, small: Host) -> None:
    shutil.copy(small.folder / "404.html", small.folder / "error.html")
    small.answer("404.html", redirect("error.html"))
    keep(page, small)
    small.running.close()
    page.goto(f"{small.address}not/there/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")


def test_a_copy_that_the_browser_took_away_is_not_called_kept(page: Page, small: Host) -> None:
    keep(page, small)
    page.evaluate("caches.keys().then(names => Promise.all(names.map(n => caches.delete(n))))")
    page.reload()
    expect(box(page).get_by_role("status")).to_contain_text("is missing")
    page.get_by_role("button", name="Fetch what is missing").click()
    expect(box(page).get_by_role("status")).to_contain_text("is kept", timeout=20_000)
    small.running.close()
    page.goto(f"{small.address}help/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")


@pytest.mark.audit
def test_what_cannot_be_kept_whole_is_not_kept(page: Page, small: Host) -> None:
    path = small.folder / "help" / "index.html"  # as if a page changed while it is fetched
    path.write_text(path.read_text("utf-8").replace("Help now", "Help then"), "utf-8")
    page.goto(f"{small.address}download/")
    page.get_by_role("button", name="Keep on this device").click()
    expect(box(page).get_by_role("status")).to_contain_text("That did not work", timeout=20_000)
    assert page.evaluate(TRACES) == NO_TRACES
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_no_offer_on_a_disk_or_where_it_cannot_work(
    device: Device, page: Page, offline_site: Path, address: str
) -> None:
    page.goto(on_disk(offline_site, "download/"))
    expect(box(page)).to_contain_text("Here this is not on offer")
    expect(box(page).get_by_role("button")).to_have_count(0)
    for settings, script in (
        ({"java_script_enabled": False}, ""),
        ({}, "delete Navigator.prototype.serviceWorker"),
    ):
        other = device(**settings)
        other.add_init_script(script)
        other.goto(f"{address}download/")
        expect(box(other)).to_contain_text("Here this is not on offer")
        expect(box(other).get_by_role("button")).to_have_count(0)


def test_it_can_be_installed(page: Page, address: str) -> None:
    page.goto(f"{address}download/")
    manifest = page.evaluate(
        """async () => { const link = document.querySelector("link[rel=manifest]");
          const answer = await (await fetch(link.href)).json();
          return {...answer, start: new URL(answer.start_url, link.href).href,
            pictures: await Promise.all(answer.icons.map(
              icon => fetch(new URL(icon.src, link.href)).then(found => found.ok)))} }"""
    )
    assert manifest["name"] == manifest["short_name"] == "Ripple"
    assert manifest["start"] == address
    assert manifest["display"] == "standalone"
    assert manifest["pictures"] == [True, True]
    client = page.context.new_cdp_session(page)
    errors = client.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in errors} <= {"in-incognito"}  # as every test is
