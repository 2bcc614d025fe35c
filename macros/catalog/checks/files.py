"""Every file of docs and data has its place and a name that can be an id; some must be there."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.drawings import sort_of
from macros.catalog.finder import page_of
from macros.catalog.kinds import FOLDERS, KINDS, LANGUAGES, kind_of
from macros.catalog.models.fields import ID
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.file import is_regular_file

# Where below docs/assets each kind of file may stand; no folder is any.
ASSETS = {
    ".css": "styles",
    ".js": "scripts",
    ".woff2": "fonts",
    ".svg": "",
    ".png": "",
    ".txt": "",
}
MANIFEST = PurePosixPath("docs/assets/manifest.webmanifest")
# What builders and editions put beside the pages; a page or a folder of pages may not be named so.
MADE = frozenset(("404", "assets", "calendars", "downloads", "feeds", "search"))

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".bmp", ".tiff", ".heic")

_PART = re.compile(r"[A-Za-z0-9._-]+")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Files that are nobody's, links to elsewhere, names that cannot be ids or clash."""
    yield from _clashes(catalog)
    for file in _required(catalog):
        if not (catalog.root / file).is_file():
            yield Problem(file, 1, "the file is missing; the site needs it")
    made = made_names(catalog)
    for file in catalog.files:
        if (catalog.root / file).is_symlink():
            yield Problem(file, 1, "a link to another file; put the file itself here")
        elif not is_regular_file(catalog.root / file):
            yield Problem(file, 1, "not a plain file; put a file here that can be read")
        elif not all(_PART.fullmatch(part) for part in file.parts):
            yield Problem(file, 1, "a name holds letters, digits, hyphens and dots; rename it")
        elif file == MANIFEST or _is_asset(file) or sort_of(file):
            continue
        elif (kind := kind_of(file)) is None:
            yield Problem(file, 1, _nobodys(file))
        elif kind is not FOLDERS and not ID.fullmatch(file.stem):
            yield Problem(file, 1, "name the file in small letters, digits and hyphens, like-this")
        elif (name := PurePosixPath(file.parts[1]).stem) in made and file.parts[0] == "docs":
            yield Problem(file, 1, f"`{name}` is made by the build; choose another name")


def made_names(catalog: Catalog) -> frozenset[str]:
    """The folders and pages that the build puts beside those of docs/, languages among them."""
    return MADE | frozenset(catalog[LANGUAGES])


def _nobodys(file: PurePosixPath) -> str:
    """What to do about a file that is neither a record nor of the look."""
    if file.suffix.casefold() in PICTURES:
        return "a picture is in docs/assets and ends in .svg or .png, in small letters; save it so"
    if file.suffix == ".yml" and len(file.parts) > 2:
        folders = {
            str(PurePosixPath(k.place).parent) for k in KINDS if k.place.endswith("{id}.yml")
        }
        hint = suggestion(str(file.parent), folders) or "; macros/catalog/kinds.py says what does"
        return f"no record belongs here{hint}"
    return "no record belongs here; check the folder and the ending"


def _required(catalog: Catalog) -> Iterator[PurePosixPath]:
    """What builders, templates and data/editorial.yml rely on; and a page for each need."""
    yield PurePosixPath("mkdocs.yml")
    yield PurePosixPath("docs/index.md")
    for page in catalog.editorial.pages:
        yield PurePosixPath("docs", page)
    for need in catalog.words("needs"):
        yield page_of(need)


def _clashes(catalog: Catalog) -> Iterator[Problem]:
    """Pages with one address or the name of a folder, and names that some disks take for the same.

    Of a page and a folder of one name, a book would hold the folder alone.
    """
    first: dict[str, PurePosixPath] = {}
    folders = {str(folder).casefold(): folder for file in catalog.files for folder in file.parents}
    for file in sorted(catalog.files):
        name = str(file).casefold()
        place = name.removesuffix(".md").removesuffix("/index") if file.suffix == ".md" else name
        other = first.setdefault(place, file)
        if other != file:
            yield Problem(file, 1, f"the name clashes with {other}; rename one of the two")
        elif place != name and file.stem != "index" and (folder := folders.get(place)):
            yield Problem(file, 1, f"the folder {folder} has this name too; rename one of the two")


def _is_asset(file: PurePosixPath) -> bool:
    """Whether a file is of a kind that stands below docs/assets, and stands in its place there."""
    place = PurePosixPath("docs/assets", ASSETS.get(file.suffix, "no folder"))
    return place in file.parents
