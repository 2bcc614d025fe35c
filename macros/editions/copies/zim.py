"""The whole site as a ZIM file (https://wiki.openzim.org): for Kiwix on phones, boxes, computers.

There is one for each language, since Kiwix sorts files by theirs and searches with its word stems.

libzim stamps a random id into each file; entries and metadata are the same for the same site.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from libzim.writer import ContentProvider, Creator, Hint, IndexData, Item, StringProvider
from lxml import html

from macros.catalog.kinds import LANGUAGES, SEARCH
from macros.catalog.models.search import normalize
from macros.components.downloads import ZIM
from macros.editions import folders
from macros.editions.parts.offline_files import for_disks
from macros.editions.search.pages import known_by_place
from macros.editions.site import Site

MARK = Path(__file__).with_name("mark.png")  # the mark of the site, 48 by 48 dots
MAIN = "index.html"
NAME = "ripple_{language}_all"
ENGLISH = "eng"
TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".js": "application/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}


def files(site: Site) -> dict[PurePosixPath, bytes]:
    """The ZIM file, with an index of titles and of all words."""
    said = keywords(site)
    entries = [
        _Entry(file, content, said.get(str(file), ""))
        for file, content in for_disks(folders.read(site.folder)).items()
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder, ZIM.name)
        creator = (
            Creator(path)
            .config_indexing(True, language_of(site))
            .config_nbworkers(1)
            .config_verbose(False)
        )
        creator.set_mainpath(MAIN)
        with creator:
            for entry in entries:
                creator.add_item(entry)
            creator.add_illustration(48, MARK.read_bytes())
            for name, value in metadata(site):
                creator.add_metadata(name, value)
        return {ZIM: path.read_bytes()}


def metadata(site: Site) -> Iterator[tuple[str, str]]:
    """What the file says of itself, by the names of https://wiki.openzim.org/wiki/Metadata."""
    yield "Name", NAME.format(language=site.catalog.language)
    text = site.catalog.text
    yield "Title", text("kiwix.title")
    yield "Description", text("kiwix.description")
    yield "Language", language_of(site)
    yield "Creator", text("kiwix.creator")
    yield "Publisher", text("kiwix.creator")
    yield "Date", f"{site.built:%Y-%m-%d}"
    yield "License", "CC BY 4.0"
    yield "Flavour", "all"
    yield "Tags", "ripple;kindness;self-help;_category:other;_ftindex:yes;_pictures:yes;_videos:no"
    if site.address:
        yield "Source", site.address


def keywords(site: Site) -> dict[str, str]:
    """Everyday words for pages, by their places: what people say who look for them. Kiwix knows no
    words that mean the same, so the page of a need gets all of those.
    """
    words = site.catalog.only(SEARCH)
    same = words.same if words else {}
    found = {}
    for place, page in known_by_place(site).items():
        need = page.get("need", "")
        label = normalize(site.catalog.label("needs", need))
        said = [*page.get("said", ()), *([label] if need else ()), *same.get(need, ())]
        if said:
            found[place] = " ".join(said)
    return found


def language_of(site: Site) -> str:
    """The language of the file as its metadata want it, in three letters of ISO 639-3."""
    if site.catalog.translation.is_english:
        return ENGLISH
    return site.catalog[LANGUAGES][site.catalog.language].kiwix


class _Entry(Item):  # type: ignore[misc]
    """One file of the site."""

    def __init__(self, file: PurePosixPath, content: bytes, keywords: str) -> None:
        super().__init__()
        self.file = file
        self.content = content
        self.keywords = keywords
        page = html.document_fromstring(content) if file.suffix == ".html" else None
        # A page that only leads on to another has no words of its own.
        self.words = page.find(".//*[@id='rp-content']") if page is not None else None
        self.page = page if self.words is not None else None

    def get_path(self) -> str:
        return str(self.file)

    def get_title(self) -> str:
        return (self.page.findtext(".//title") or "") if self.page is not None else ""

    def get_mimetype(self) -> str:
        return TYPES[self.file.suffix]

    def get_contentprovider(self) -> ContentProvider:
        return StringProvider(self.content)

    def get_hints(self) -> dict[Hint, bool]:
        return {Hint.FRONT_ARTICLE: self.page is not None, Hint.COMPRESS: True}

    def get_indexdata(self) -> IndexData | None:
        if self.words is None:
            return None
        return _Words(self.get_title(), self.words, self.keywords)


class _Words(IndexData):  # type: ignore[misc]
    """What a search finds of a page: its title, and its text without header, menu and footer."""

    def __init__(self, title: str, content: html.HtmlElement, keywords: str) -> None:
        super().__init__()
        self.title = title
        self.keywords = keywords
        for name in ("rp-code", "rp-paper", "rp-on-paper"):
            for hidden in content.find_class(name):
                hidden.drop_tree()
        self.text = " ".join(content.text_content().split())

    def has_indexdata(self) -> bool:
        return True

    def get_title(self) -> str:
        return self.title

    def get_content(self) -> str:
        return self.text

    def get_keywords(self) -> str:
        return self.keywords

    def get_wordcount(self) -> int:
        return len(self.text.split())
