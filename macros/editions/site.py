"""A finished site, as a builder left it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from macros.catalog.catalog import Catalog


@dataclass(frozen=True)
class Site:
    """The folder of a built site, what is known of it, where it is published, and its time.

    `address` ends with a slash; it is empty where nobody has said where the site will be.
    """

    folder: Path
    catalog: Catalog
    address: str
    built: datetime

    @property
    def on_disk(self) -> bool:
        """Whether this is a copy for disks, where each page is a file."""
        return (self.folder / "help.html").is_file()

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
        place = file.relative_to("docs").with_suffix("")
        parts = place.parent.parts if place.name == "index" else place.parts
        return self.address + "".join(f"{part}/" for part in parts)

    def page_showing(self, call: str, argument: str) -> str:
        """The whole address of the page that makes a call; empty where there is none."""
        for file, reading in self.catalog.readings.items():
            if any(made.name == call and argument in made.arguments for made in reading.calls):
                return self.page(file)
        return ""
