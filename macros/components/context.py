"""What a component knows of the page it stands on."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import PurePosixPath

from markupsafe import Markup

from macros.catalog.catalog import Catalog
from macros.catalog.models.pages import AnyPage
from macros.project import Project
from macros.settings import Settings

WEEK = "my_week"  # the call that lets a reader choose the practices of a week


@dataclass(frozen=True)
class Context:
    """One page during a build: its file, such as docs/help.md, within the project.

    `url` is its place in the site, as the builder at work makes it: help/ or help.html.
    """

    project: Project
    file: PurePosixPath
    url: str = ""

    @property
    def catalog(self) -> Catalog:
        """Every record of the project."""
        return self.project.catalog

    @property
    def settings(self) -> Settings:
        """What is set from outside."""
        return self.project.settings

    @property
    def page(self) -> AnyPage:
        """The page's front matter."""
        return self.catalog.every_page[self.file]

    @property
    def changes_shown_from(self) -> date:
        """The day after which a new grade is still called a change of mind."""
        return self.settings.today - timedelta(days=self.catalog.editorial.change_shown_for)

    @property
    def on_disk(self) -> bool:
        """Whether the page belongs to a copy for disks, where each page is a file."""
        return self.url.endswith(".html")

    @property
    def address(self) -> str:
        """The whole address of the page on the published site; empty where nobody has said."""
        place = self.file.relative_to("docs").with_suffix("")
        return self.settings.site_url and f"{self.settings.site_url}{place}/"

    def link(self, target: str) -> str:
        """The relative address of a file of docs, as a writer would type it on this page."""
        return _relative(target, self.file.parent)

    def file_link(self, file: PurePosixPath) -> str:
        """The relative address of a file that stands beside the pages, such as a calendar."""
        return posixpath.relpath(str(file), posixpath.dirname(self.url) or ".")

    def week_link(self, practices: Iterable[str]) -> str:
        """The relative address of the page of one's own week with these practices chosen; empty
        where there is no such page. Written as the browser needs it: what follows `#` is no anchor.
        """
        pages = self.catalog.texts.items()
        page = next((file for file, text in pages if any(c.name == WEEK for c in text.calls)), None)
        if page is None:
            return ""
        place = page.relative_to("docs").with_suffix(".html" if self.on_disk else "")
        end = "" if self.on_disk else "/"
        return f"{self.file_link(place)}{end}#practices={','.join(dict.fromkeys(practices))}"

    def change_link(self, file: PurePosixPath) -> Markup:
        """A link, in Markdown, to change the record in a file; empty without a repository."""
        if not self.settings.repository:
            return Markup()
        link = Markup(' <span class="rp-change">[Change this record ({name})]({address})</span>')
        address = f"{self.settings.repository}/edit/main/{file}"
        return link.format(name=file.name, address=address)


@lru_cache(maxsize=10_000)
def _relative(target: str, folder: PurePosixPath) -> str:
    return posixpath.relpath(posixpath.join("docs", target), str(folder))
