"""A finished site, as a builder left it."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path, PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import ADDRESSES
from macros.project import Project


@dataclass(frozen=True)
class Site:
    """The folder of a built site, and the project that it was built from."""

    folder: Path
    project: Project

    @property
    def catalog(self) -> Catalog:
        """Every record of the project."""
        return self.project.catalog

    @property
    def address(self) -> str:
        """Where it is published, with a slash at the end; empty where nobody has said."""
        return self.project.settings.site_url

    @property
    def built(self) -> datetime:
        """The time of the build, in UTC."""
        return self.project.settings.built

    @property
    def day(self) -> date:
        """The day of the build."""
        return self.project.settings.today

    @cached_property
    def on_disk(self) -> bool:
        """Whether this is a copy for disks, where each page is a file; seen before pages are taken
        out that are not translated.
        """
        return (self.folder / "help.html").is_file()

    @property
    def folder_in_whole(self) -> PurePosixPath:
        """Where it is in the site of all languages: English at the root, others by their code."""
        is_english = self.catalog.translation.is_english
        return PurePosixPath() if is_english else PurePosixPath(self.catalog.language)

    def has(self, file: PurePosixPath) -> bool:
        """Whether it has a page: one that is not translated is only in English."""
        return self.catalog.translation.has(file)

    def place(self, file: PurePosixPath) -> PurePosixPath:
        """Where the builder puts a page, by its file in docs: a file, or the index of a folder."""
        page = file.relative_to("docs").with_suffix("")
        if page.name == "index" or self.on_disk:
            return page.with_suffix(".html")
        return page / "index.html"

    def page(self, file: PurePosixPath) -> str:
        """The whole address of a page, by its file in docs; empty where the site has no address.

        The published site has a folder for each page, also where this one is a copy for disks.
        """
        if not self.address:
            return ""
        root = (
            self.address
            if self.has(file)
            else self.address.removesuffix(f"{self.folder_in_whole}/")
        )
        place = file.relative_to("docs").with_suffix("")
        parts = place.parent.parts if place.name == "index" else place.parts
        return root + "".join(f"{part}/" for part in parts)

    def redirects(self) -> dict[PurePosixPath, str]:
        """The places of pages that moved, each with the file below docs of the page instead."""
        addresses = self.catalog.only(ADDRESSES)
        moved = addresses.moved if addresses else {}
        return {self.place(PurePosixPath("docs", old)): new for old, new in moved.items()}

    def page_showing(self, call: str, argument: str) -> str:
        """The whole address of the page that makes a call; empty where there is none."""
        for file, page in self.catalog.texts.items():
            if any(x.name == call and argument in x.arguments for x in page.calls):
                return self.page(file)
        return ""
