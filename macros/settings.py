"""What can be set from outside: read from the environment once, at the doors, and handed down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path


class SettingsError(ValueError):
    """A setting that cannot be used, in one line for people."""


@dataclass(frozen=True)
class Settings:
    """The settings of one build.

    `site_url` ends with a slash, `repository` does not; each is empty where nobody has said.
    `contact` is a whole address, such as mailto:…. `downloads` is the folder of the copies that go
    with the pages; None where pages are built alone. `show_unconfirmed` is for previews and tests:
    helplines are shown as if a person had confirmed each country, and every page says so.
    """

    built: datetime
    site_url: str = ""
    repository: str = ""
    contact: str = ""
    downloads: Path | None = None
    show_unconfirmed: bool = False

    @property
    def today(self) -> date:
        """The day of the build."""
        return self.built.date()

    def of_language(self, code: str) -> "Settings":
        """The settings of the site in another language, which is in a folder of this one."""
        url = f"{self.site_url}{code}/" if self.site_url else ""
        return replace(self, site_url=url, downloads=None)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings that environment variables give; the README lists them.

        Raises SettingsError where one of them cannot be used.
        """
        url = environment.get("SITE_URL", "").rstrip("/")
        downloads = environment.get("DOWNLOADS")
        return cls(
            built=_time(environment.get("SOURCE_DATE_EPOCH", "")),
            site_url=f"{url}/" if url else "",
            repository=environment.get("REPOSITORY", "").rstrip("/"),
            contact=environment.get("CONTACT", ""),
            downloads=Path(downloads) if downloads else None,
            show_unconfirmed=_switch(environment, "SHOW_UNCONFIRMED"),
        )


def _switch(environment: Mapping[str, str], name: str) -> bool:
    """Whether a setting is on. One word alone puts it on: mkdocs.yml reads it too."""
    said = environment.get(name, "")
    if said not in ("", "true", "false"):
        raise SettingsError(f"{name} is `{said}`; give true, or leave it out")
    return said == "true"


def _time(epoch: str) -> datetime:
    """Seconds since 1970 as a time in UTC (https://reproducible-builds.org/specs); or now."""
    if not epoch:
        return datetime.now(UTC)
    if not re.fullmatch("[0-9]{1,10}", epoch):  # ten digits reach to the year 2286
        message = f"SOURCE_DATE_EPOCH is `{epoch}`; give whole seconds since 1970, or leave it out"
        raise SettingsError(message)
    return datetime.fromtimestamp(int(epoch), UTC)
