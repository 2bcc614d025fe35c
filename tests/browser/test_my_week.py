"""My own week: a choice becomes a sheet, a calendar file and a link, and stays nowhere else."""

from pathlib import Path

import icalendar
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream
from playwright.sync_api import Page, expect

from macros.catalog.kinds import NEEDS, PATHS, PRACTICES
from tests.helpers.projects import real_catalog
from tests.helpers.reader import NO_TRACES, TRACES, Device, Heard, on_disk

CATALOG = real_catalog()
IDS = sorted(CATALOG[PRACTICES])
PLACE = "rhythm/my-week/"
SHEET = ".rp-sheet tbody td:nth-child(2)"
MOST = 14


def shown(page: Page) -> set[str]:
    """The titles on the sheet."""
    text = "\n".join(page.locator(SHEET).all_inner_texts())
    return set(text.split("\n")) - {""}


def titles(ids: list[str]) -> set[str]:
    return {CATALOG[PRACTICES][id].title for id in ids}


def test_a_choice_fills_the_sheet_and_its_link_gives_it_back(page: Page, address: str) -> None:
    heard = Heard(page)
    page.goto(address + PLACE)
    for id in IDS[:3]:
        page.get_by_label(CATALOG[PRACTICES][id].title, exact=True).check()
    assert shown(page) == titles(IDS[:3])
    link = page.get_by_role("link", name="A link to this choice").get_attribute("href") or ""
    assert set(link.partition("#practices=")[2].split(",")) == set(IDS[:3])
    page.goto("about:blank")
    page.goto(f"{address}{PLACE}#{link.partition('#')[2]}")
    assert shown(page) == titles(IDS[:3])
    assert page.evaluate(TRACES) == NO_TRACES
    assert heard.errors == []


def practices_of(path: str) -> list[str]:
    """The practices of a path, each once, in their order."""
    weeks = CATALOG[PATHS][path].weeks
    return list(dict.fromkeys(step.practice for week in weeks for step in week.steps))


def test_a_need_and_a_path_open_the_week_with_their_practices(
    device: Device, address: str, offline_site: Path
) -> None:
    need = sorted(CATALOG[NEEDS])[0]
    path = sorted(CATALOG[PATHS])[0]
    asked = {f"needs/{need}/": CATALOG[NEEDS][need].picks, f"paths/{path}/": practices_of(path)}
    for place, ids in asked.items():
        for opened in (address + place, on_disk(offline_site, place)):
            page = device()
            page.goto(opened)
            page.get_by_role("link", name=CATALOG.text("week.take")).click()
            expect(page.get_by_role("button", name="Print the sheet")).to_be_visible()
            assert shown(page) == titles(ids[:MOST]), opened


HOSTILE = (
    *("practices=", "practices=nobody", "practices=__proto__", "practices=%3Cimg%20src=x%3E", "x"),
    *("practices=constructor,toString", "practices=%", "practices=%E0%A4%A", "practices=,,,,"),
    *("practices=../help", "practices=javascript:alert(1)", "practices=" + "a," * 50_000),
)


@pytest.mark.parametrize("end", HOSTILE, ids=lambda end: end[:30])
def test_a_hostile_link_does_nothing(page: Page, address: str, end: str) -> None:
    heard = Heard(page)
    page.goto(f"{address}{PLACE}#{end}")
    expect(page.get_by_role("button", name="Print the sheet")).to_be_visible()
    assert shown(page) == set()
    assert heard.errors == []


def test_a_week_holds_fourteen_at_most(page: Page, address: str) -> None:
    page.goto(f"{address}{PLACE}#practices={','.join(IDS)}")
    assert len(shown(page)) == MOST
    page.get_by_text("14 is a full week.").wait_for()
    expect(page.locator(".rp-own input:not(:checked)").first).to_be_disabled()


def test_three_readers_see_the_same_calendar_also_from_a_disk(
    device: Device, address: str, offline_site: Path, tmp_path: Path
) -> None:
    for place in (address + PLACE, on_disk(offline_site, PLACE)):
        page = device(accept_downloads=True)
        page.goto(f"{place}#practices={','.join(IDS[:9])}")
        with page.expect_download() as saved:
            page.get_by_role("button", name="Calendar file").click()
        saved.value.save_as(tmp_path / "week.ics")
        content = (tmp_path / "week.ics").read_bytes()
        events = icalendar.Calendar.from_ical(content).walk("VEVENT")
        one = [str(event["SUMMARY"]) for event in events]
        two = [event.summary.value for event in vobject.readOne(content.decode()).vevent_list]
        read = IcsCalendarStream.calendar_from_ics(content.decode())
        three = [event.summary for event in read.events]
        assert one == two == three
        assert set(one) == titles(IDS[:9])


def test_without_scripts_there_is_a_sheet_to_fill_in(device: Device, address: str) -> None:
    page = device(java_script_enabled=False)
    page.goto(address + PLACE)
    expect(page.locator(SHEET)).to_have_count(7)
    expect(page.get_by_role("button", name="Print the sheet")).to_have_count(0)
