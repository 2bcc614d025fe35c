"""The policy: served as the file `_headers` says, everything works and nothing violates it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Route, expect

from audit.modes import PHONE
from audit.requests import Requests
from audit.states import STATES
from tests.helpers.reader import Device
from tests.helpers.server import served

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none';"
    " form-action 'none'; require-trusted-types-for 'script';"
    " trusted-types ripple-keep ripple-search"
)
REPORTED = """window.violations = []; addEventListener("securitypolicyviolation", event =>
  window.violations.push(event.effectiveDirective + " " + event.blockedURI))"""


def sent(site: Path) -> dict[str, str]:
    """What the file `_headers` of a site asks its host to send."""
    first, *lines = (site / "_headers").read_text("utf-8").splitlines()
    assert first == "/*"
    return dict(line.strip().split(": ", 1) for line in lines)


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    """The address of the site on a host that sends its headers."""
    with served(site.parent, headers=sent(site)) as host:
        yield f"{host}{site.name}/"


@pytest.fixture
def page(device: Device) -> Page:
    """A page on a phone that notes what a policy stops."""
    page = device(viewport=PHONE)
    page.add_init_script(REPORTED)
    return page


def assert_nothing_stopped(page: Page, requests: Requests) -> None:
    assert page.evaluate("violations") == []
    assert requests.faults() == []


def test_the_file_says_what_pages_say_and_what_they_cannot(site: Path, offline_site: Path) -> None:
    assert sent(site).keys() == {
        *("Content-Security-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy"),
        *("Referrer-Policy", "X-Content-Type-Options"),
    }
    assert sent(site)["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
    front = (site / "index.html").read_text("utf-8")
    assert f'content="{POLICY}"' in front
    assert not (offline_site / "_headers").exists()
    # A host that reads the file does not hand it out, and a worker keeps all it lists or nothing.
    assert "_headers" not in (site / "worker.js").read_text("utf-8")


@pytest.mark.proves("Ripple does not collect anything about you.")
def test_what_readers_do_works_under_it(page: Page, host: str) -> None:
    requests = Requests(page, host)
    for state in STATES:  # the log is the last of them: a page with an unsaved entry asks to stay
        page.goto("about:blank")
        page.goto(host + state.address)
        state.reach(page)
        assert_nothing_stopped(page, requests)


def test_the_log_is_remembered_saved_and_opened_under_it(
    page: Page, host: str, tmp_path: Path
) -> None:
    requests = Requests(page, host)
    page.goto(f"{host}rhythm/log/")
    next(state for state in STATES if state.address == "rhythm/log/").reach(page)
    page.get_by_label("Remember on this device").check()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save a file", exact=True).click()
    saving.value.save_as(tmp_path / "log.json")
    page.locator(".rp-log__file").set_input_files(tmp_path / "log.json")
    expect(page.locator(".rp-log__told")).not_to_be_empty()
    assert_nothing_stopped(page, requests)
    page.goto(f"{host}rhythm/look-back/")
    expect(page.get_by_label("A year")).to_be_visible()
    assert_nothing_stopped(page, requests)


def test_the_site_is_kept_and_removed_under_it(page: Page, host: str) -> None:
    requests = Requests(page, host)
    page.goto(f"{host}download/")
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


@pytest.mark.parametrize("by", ["header", "meta"])
def test_it_stops_what_is_not_ours(page: Page, host: str, address: str, by: str) -> None:
    base = host if by == "header" else address
    answered: list[str] = []
    page.on("response", lambda answer: answered.append(answer.url))

    def plant(route: Route) -> None:
        answer = route.fetch()
        text = answer.text()
        if by == "header":
            text = re.sub("<meta http-equiv=[^>]*>", "", text)
        planted = "".join(STRANGE)
        route.fulfill(response=answer, body=text.replace("</main>", f"{planted}</main>"))

    page.route(f"{base}about/", plant)
    page.goto(f"{base}about/")
    page.wait_for_function("count => violations.length >= count", arg=len(STRANGE))
    assert sorted(page.evaluate("violations")) == sorted(STRANGE.values())
    assert page.title() != "caught"
    assert [url for url in answered if not url.startswith(base)] == []


def test_no_text_becomes_html_or_a_script(page: Page, host: str) -> None:
    page.goto(host)
    for sink in (
        "document.body.innerHTML = '<b>caught</b>'",
        "document.createElement('script').src = 'assets/scripts/age.js'",
        "navigator.serviceWorker.register('worker.js')",
        "trustedTypes.createPolicy('another', {})",
    ):
        with pytest.raises(Error, match=r"Trusted(HTML|ScriptURL)|disallowed"):
            page.evaluate(f"async () => {{ await ({sink}) }}")
    strange = "https://elsewhere.example/s.js"
    page.locator(".rp-search").evaluate("(box, at) => { box.dataset.scripts = at }", strange)
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("Search cannot be read here"))
    assert page.locator("script[src*=elsewhere]").count() == 0


def test_no_other_site_may_show_a_page_in_a_frame(page: Page, host: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<iframe src='{host}help/'></iframe>", "utf-8")
    with served(tmp_path) as other:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(other)
        page.wait_for_timeout(300)
        assert any("frame-ancestors" in text for text in said), said
