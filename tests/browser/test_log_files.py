"""Files that the page of the log opens: a bad one is refused whole, and nothing is lost.

What a file may hold, and each line that says what is wrong, is shown by frontend/tests.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The page of the log."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}rhythm/log/")
    yield page
    page.close(run_before_unload=False)
    context.close()


GOOD = '{"id":"a1","date":"2026-11-22","what":"tea","whom":"myself"}'


def json_of(entries: str) -> bytes:
    return f'{{"format":"ripple-log","version":1,"entries":[{entries}]}}'.encode()


BAD: dict[str, tuple[str, bytes, str]] = {
    "cut off": ("log.json", json_of(GOOD)[:-4], "it is broken, or no JSON at all."),
    "a picture": (
        "photo.jpg",
        b"\xff\xd8\xff",
        "its letters are not stored as UTF-8. In a spreadsheet, save it as “CSV UTF-8”.",
    ),
    "not UTF-8": (
        "log.csv",
        "date,what,whom\r\n2026-11-22,caf\u00e9,myself".encode("latin-1"),
        "its letters are not stored as UTF-8. In a spreadsheet, save it as “CSV UTF-8”.",
    ),
    "one good, one too long": (
        "log.json",
        json_of(f"{GOOD},{GOOD.replace('tea', 't' * 151)}"),
        "entry 2: what is longer than 150 letters.",
    ),
    "no such word": (
        "log.csv",
        b"date,what,whom\r\n2026-11-22,tea,dog",
        "row 2: whom is “dog”, and can be:"
        " myself, one person, several people, an animal or the world.",
    ),
}


def test_a_bad_file_is_refused_with_a_clear_line_and_nothing_is_lost(page: Page) -> None:
    page.get_by_label("What did you do?").fill("Sat in the sun")
    page.get_by_label("Myself").check()
    page.get_by_role("button", name="Add to the log").click()
    before = page.locator(".rp-log__entries").inner_text()
    for name, content, reason in BAD.values():
        given = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        page.locator(".rp-log__file").set_input_files(given)  # type: ignore[arg-type]
        said = f"“{name}” was not opened: {reason} Your log is as it was."
        expect(page.locator(".rp-log__told")).to_have_text(said)
        assert page.locator(".rp-log__entries").inner_text() == before
        expect(page.locator(".rp-log__list li")).to_have_count(1)


def test_two_files_that_are_too_much_together_are_not_mixed(page: Page) -> None:
    tea = GOOD.replace('"a1"', '"x%d"')
    many = json_of(",".join(tea % number for number in range(20_000)))
    file = page.locator(".rp-log__file")
    one = {"name": "one.json", "mimeType": "application/json", "buffer": json_of(GOOD)}
    file.set_input_files(one)  # type: ignore[arg-type]
    said = page.locator(".rp-log__told")
    expect(said).to_have_text("1 entry added, 0 were there already.")
    large = {"name": "many.json", "mimeType": "application/json", "buffer": many}
    file.set_input_files(large)  # type: ignore[arg-type]
    expect(said).to_have_text(
        "“many.json” was not opened: together with what is here it would make 20,001 entries,"
        " and a log holds 20,000 at most. Your log is as it was."
    )
    expect(page.locator(".rp-log__list li")).to_have_count(1)
