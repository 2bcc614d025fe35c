"""Where something was read, in a sentence."""

from datetime import date

import pytest

from macros.catalog.models.fields import Known
from macros.catalog.models.sources import Reading, Source
from macros.components.readings import where_read
from tests.helpers.projects import real_catalog

SAYS = "whose authors say so"
SOURCES = {
    "register": Source(name="in a register", says=SAYS),
    "project": Source(name="in a project,", says=SAYS, again="whose authors say the same"),
    "copy": Source(name="in a list", before_day="copy of", after_day="no date of its own"),
}
KNOWN = Known({"sources": frozenset(SOURCES)}, {}, {"sources": "source"}, sources=SOURCES)
REGISTER = {"source": "register", "day": date(2026, 10, 7)}
PROJECT = {"source": "project", "day": date(2026, 8, 7)}
NEWS = {"text": "in a news report"}


@pytest.mark.parametrize(
    ("read", "sentence"),
    [
        ([REGISTER], "in a register whose authors say so (2026-10-07)"),
        ([PROJECT], "in a project, whose authors say so (2026-08-07)"),
        (
            [REGISTER, NEWS, PROJECT],
            "in a register whose authors say so (2026-10-07), in a news report, and in a project,"
            " whose authors say the same (2026-08-07)",
        ),
        (
            [{**REGISTER, "text": "in a part of it"}, PROJECT],
            "in a part of it (2026-10-07), and in a project, whose authors say so (2026-08-07)",
        ),
        (
            [{"source": "copy", "day": date(2026, 4, 22)}],
            "in a list (copy of 2026-04-22; no date of its own)",
        ),
        ([{"source": "copy"}], "in a list"),
        ([{**NEWS, "day": "2026-02"}], "in a news report (February 2026)"),
        ([{**NEWS, "day": 2021}], "in a news report (2021)"),
    ],
)
def test_a_sentence_names_each_source_with_its_day(
    read: list[dict[str, object]], sentence: str
) -> None:
    readings = [Reading.model_validate(each, context=KNOWN) for each in read]
    assert where_read(real_catalog().text, readings) == sentence


@pytest.mark.parametrize(
    ("day", "first"),
    [("2026-10-07", date(2026, 10, 7)), ("2026-10", date(2026, 10, 1)), ("2026", date(2026, 1, 1))],
)
def test_what_is_known_by_month_or_year_counts_from_its_first_day(day: str, first: date) -> None:
    assert Reading.model_validate({**NEWS, "day": day}, context=KNOWN).first_day == first
