"""The policy: under what each page says, everything works and nothing violates it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Route, expect

from tests.audit.modes import PHONE
from tests.audit.pages import calling
from tests.audit.requests import Requests
from tests.audit.states import STATES
from tests.helpers.reader import Device

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
    " form-action 'none'; require-trusted-types-for 'script';"
    " trusted-types ripple-keep ripple-search"
)
REPORTED = """window.violations = []; addEventListener("securitypolicyviolation", event =>
  window.violations.push(event.effectiveDirective + " " + event.blockedURI))"""


@pytest.fixture
def page(device: Device) -> Page:
    """A page on a phone that notes what a policy stops."""
    page = device(viewport=PHONE)
    page.add_init_script(REPORTED)
    return page


def assert_nothing_stopped(page: Page, requests: Requests) -> None:
    assert page.evaluate("violations") == []
    assert requests.faults() == []


def test_every_page_says_it_and_a_copy_on_a_disk_goes_without(
    site: Path, offline_site: Path
) -> None:
    for path in site.rglob("*.html"):
        assert path.name == "404.html" or f'content="{POLICY}"' in path.read_text("utf-8"), path
    assert "Content-Security-Policy" not in (offline_site / "index.html").read_text("utf-8")


@pytest.mark.proves("Ripple does not collect anything about you.")
def test_what_readers_do_works_under_it(page: Page, address: str) -> None:
    requests = Requests(page, address)
    for state in STATES:  # the log is the last of them: a page with an unsaved entry asks to stay
        page.goto("about:blank")
        page.goto(address + state.address)
        state.reach(page)
        assert_nothing_stopped(page, requests)


def test_the_log_is_remembered_saved_and_opened_under_it(
    page: Page, address: str, tmp_path: Path
) -> None:
    requests = Requests(page, address)
    page.goto(f"{address}{calling('log')}")
    next(state for state in STATES if state.address == calling("log")).reach(page)
    page.get_by_label("Remember on this device").check()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save a file", exact=True).click()
    saving.value.save_as(tmp_path / "log.json")
    page.locator(".rp-log__file").set_input_files(tmp_path / "log.json")
    expect(page.locator(".rp-log__told")).not_to_be_empty()
    assert_nothing_stopped(page, requests)
    page.goto(f"{address}rhythm/look-back/")
    expect(page.get_by_label("A year")).to_be_visible()
    assert_nothing_stopped(page, requests)


@pytest.mark.audit
def test_the_site_is_kept_and_removed_under_it(page: Page, address: str) -> None:
    requests = Requests(page, address)
    page.goto(f"{address}download/")
    page.get_by_role("button", name="Keep on this device").click()
    remove = page.get_by_role("button", name="Remove from this device")
    expect(remove).to_be_visible(timeout=60_000)
    remove.click()
    expect(page.get_by_text("Removed.")).to_be_visible()
    assert_nothing_stopped(page, requests)


ELSEWHERE = "https://elsewhere.example"
STRANGE = {  # what is planted, and what the browser says that it stopped
    "<script>document.title = 'caught'</script>": "script-src-elem inline",
    "<p style='color: red'>": "style-src-attr inline",
    f"<img alt='' src='{ELSEWHERE}/p.png'>": f"img-src {ELSEWHERE}/p.png",
    f"<script src='{ELSEWHERE}/s.js'></script>": f"script-src-elem {ELSEWHERE}/s.js",
    f"<iframe src='{ELSEWHERE}/'></iframe>": f"frame-src {ELSEWHERE}",
}


def test_it_stops_what_is_not_ours(page: Page, address: str) -> None:
    answered: list[str] = []
    page.on("response", lambda answer: answered.append(answer.url))

    def plant(route: Route) -> None:
        answer = route.fetch()
        planted = "".join(STRANGE)
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{planted}</main>"))

    page.route(f"{address}about/", plant)
    page.goto(f"{address}about/")
    page.wait_for_function("count => violations.length >= count", arg=len(STRANGE))
    assert sorted(page.evaluate("violations")) == sorted(STRANGE.values())
    assert page.title() != "caught"
    assert [url for url in answered if not url.startswith(address)] == []


def test_no_text_becomes_html_or_a_script(page: Page, address: str) -> None:
    page.goto(address)
    for sink in (
        "document.body.innerHTML = '<b>caught</b>'",
        "document.createElement('script').src = 'assets/scripts/site.js'",
        "navigator.serviceWorker.register('worker.js')",
        "trustedTypes.createPolicy('another', {})",
    ):
        with pytest.raises(Error, match=r"Trusted(HTML|ScriptURL)|disallowed"):
            page.evaluate(f"async () => {{ await ({sink}) }}")
    strange = "https://elsewhere.example/s.js"
    page.locator(".rp-search").evaluate("(box, at) => { box.dataset.engine = at }", strange)
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("Search cannot be read here"))
    assert page.locator("script[src*=elsewhere]").count() == 0
