"""What a component knows of the page it stands on."""

import os
import posixpath
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from macros.catalog.catalog import Catalog
from macros.catalog.models.pages import Article, Page, Practice


@dataclass(frozen=True)
class Context:
    """One page during a build: its file, such as docs/help.md, within the catalogue.

    `url` is its place in the site, as the builder at work makes it: help/ or help.html.
    """

    catalog: Catalog
    file: PurePosixPath
    url: str = ""

    @property
    def page(self) -> Practice | Article | Page:
        """The page's front matter."""
        return self.catalog.every_page[self.file]

    @property
    def on_disk(self) -> bool:
        """Whether the page belongs to a copy for disks, where each page is a file."""
        return self.url.endswith(".html")

    def link(self, target: str) -> str:
        """The relative address of a file of docs, as a writer would type it on this page."""
        return _relative(target, self.file.parent)

    def made(self, file: PurePosixPath) -> str:
        """The relative address of a file that is made beside the pages, such as a calendar."""
        return posixpath.relpath(str(file), posixpath.dirname(self.url) or ".")


@lru_cache(maxsize=10_000)
def _relative(target: str, folder: PurePosixPath) -> str:
    return posixpath.relpath(posixpath.join("docs", target), str(folder))


def change(file: str) -> Markup:
    """A link, in Markdown, to change the record in a file; empty where no repository is set."""
    repository = os.environ.get("REPOSITORY", "").rstrip("/")
    if not repository:
        return Markup()
    link = Markup(' <span class="rp-change">[Change this record ({name})]({address})</span>')
    return link.format(name=posixpath.basename(file), address=f"{repository}/edit/main/{file}")


def contact() -> str:
    """Where readers without an account may write, such as mailto:…; empty where nobody has said."""
    return os.environ.get("CONTACT", "")


def site_address() -> str:
    """Where the site is published, with a slash at the end; empty where nobody has said."""
    address = os.environ.get("SITE_URL", "")
    return f"{address.rstrip('/')}/" if address else ""


def made_copies() -> Path | None:
    """The folder of the copies that go with the pages; none where pages are built alone."""
    folder = os.environ.get("DOWNLOADS")
    return Path(folder) if folder else None


def now() -> datetime:
    """The time of the build: SOURCE_DATE_EPOCH where it is set, otherwise the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def today() -> date:
    """The day of the build."""
    return now().date()
