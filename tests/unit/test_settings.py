"""Settings from outside: read once, and refused in one line where they cannot be used."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from macros.settings import Settings, SettingsError


def test_nothing_is_set() -> None:
    settings = Settings.from_environment({})
    assert (settings.site_url, settings.repository, settings.contact) == ("", "", "")
    assert settings.downloads is None
    assert abs((datetime.now(UTC) - settings.built).total_seconds()) < 60


def test_addresses_end_as_they_are_used() -> None:
    given = {"SITE_URL": "https://example.org/ripple", "REPOSITORY": "https://example.org/code/"}
    settings = Settings.from_environment({**given, "DOWNLOADS": "build/downloads"})
    assert settings.site_url == "https://example.org/ripple/"
    assert settings.repository == "https://example.org/code"
    assert settings.downloads == Path("build/downloads")


def test_the_time_of_a_build_is_given() -> None:
    settings = Settings.from_environment({"SOURCE_DATE_EPOCH": "1795305600"})
    assert settings.built == datetime(2026, 11, 22, tzinfo=UTC)
    assert settings.today == date(2026, 11, 22)


@pytest.mark.parametrize("epoch", ["abc", "1.5", "9" * 30, "253402300799", "-1", " "])
def test_a_time_that_is_none_is_refused(epoch: str) -> None:
    with pytest.raises(SettingsError) as error:
        Settings.from_environment({"SOURCE_DATE_EPOCH": epoch})
    assert str(error.value) == (
        f"SOURCE_DATE_EPOCH is `{epoch}`; give whole seconds since 1970, or leave it out"
    )
