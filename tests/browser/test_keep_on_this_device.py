"""Keep on this device: nothing before the reader says so, then everything, then nothing again."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.catalog.load import load
from macros.editions import folders
from macros.editions.beside import service_worker as worker
from tests.helpers.picks import Guided, Pick
from tests.helpers.projects import ROOT
from tests.helpers.reader import NO_TRACES, TRACES, Device, add_to_log, on_disk
from tests.helpers.server import served
from tests.helpers.sites import ADDRESS, site_in


class Host:
    """A copy of the site that can be changed, and its server, which can be stopped."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.folder = Path(shutil.copytree(site, folder / site.name))
        self.asked: list[str] = []
        self.running = ExitStack()
        self.address = self.running.enter_context(served(folder, self.asked)) + f"{site.name}/"

    def change(self, file: str, old: str, new: str) -> None:
        """Change a page as a new build would, with its list of files."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        folders.write(self.folder, worker.files(site_in(self.folder, load(ROOT), ADDRESS), {}))


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The site on a server of its own."""
    host = Host(site, tmp_path)
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
        page.wait_for_load_state("networkidle")
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
        page.wait_for_load_state("networkidle")
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
    expect(page.locator(".rp-search__results a").first).to_have_text(practice.title)
    page.goto(host.address)
    page.get_by_role("link", name="Lonely", exact=True).click()
    expect(page.locator(".rp-answers [data-item]:visible")).to_have_count(3)
    page.goto(f"{host.address}rhythm/log/")
    add_to_log(page, "Watered the basil")
    expect(page.get_by_role("listitem").filter(has_text="Watered the basil")).to_be_visible()
    page.once("dialog", lambda dialog: dialog.accept())  # the entry is not saved
    page.goto(f"{host.address}{practice.address}#steps")
    page.get_by_role("button", name="One step at a time").click()
    expect(page.locator(".rp-guide[open]")).to_be_visible()
    page.goto(f"{host.address}help/index.html")  # another way to ask for the same page
    expect(page.get_by_role("heading", level=1)).to_have_text("Help now")
    page.goto(f"{host.address}help")
    assert page.url == f"{host.address}help/"
    page.goto(f"{host.address}not/there/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not here")


def test_pages_come_fresh_and_an_update_fetches_only_what_changed(page: Page, host: Host) -> None:
    keep(page, host)
    host.change("help/index.html", "<h1>Help now</h1>", "<h1>Help today</h1>")
    host.asked.clear()
    updated = "navigator.serviceWorker.ready.then(r => r.update()).then(() => true)"
    page.goto(f"{host.address}help/")  # the network is there, so the new page comes at once
    if page.get_by_role("heading", level=1).inner_text() == "Help now":
        page.reload()  # a network slower than the worker waits shows what is kept
    expect(page.get_by_role("heading", level=1)).to_have_text("Help today")
    assert page.evaluate(updated)
    page.wait_for_function(
        """async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          const keys = await (await caches.open((await caches.keys())[0])).keys();
          return !registration.installing && !registration.waiting
            && keys.filter(key => key.url.includes("help/?")).length === 1
        }"""
    )
    fetched = {path.removeprefix("/ripple/") for path in host.asked}
    assert fetched == {"help/", "worker.js"}
    host.running.close()
    page.goto(f"{host.address}help/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help today")


def test_what_cannot_be_kept_whole_is_not_kept(page: Page, host: Host) -> None:
    path = host.folder / "help" / "index.html"  # as if a page changed while it is fetched
    path.write_text(path.read_text("utf-8").replace("Help now", "Help then"), "utf-8")
    page.goto(f"{host.address}download/")
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
