"""The styles of pages in few files: a first visit asks for less.

What every page loads becomes one file; what a page loads besides becomes another.
"""

import re
from pathlib import Path, PurePosixPath

from macros.editions.folders import remove

# Where it leads from a page, up to assets/; then the file.
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*?)(assets/[^"]+)">\n?')
EVERYWHERE = "site"

Group = tuple[PurePosixPath, ...]


def bundle(folder: Path) -> None:
    """Write the bundles of a built site, lead its pages to them, and take out what is in them."""
    pages = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))}
    groups = _groups({path: _loaded(html) for path, html in pages.items()})
    places = {group: place for found in groups.values() for group, place in found.items()}
    for path, found in groups.items():
        pages[path] = _led(pages[path], list(found.values()))
    _join(folder, places)
    for path, html in pages.items():
        path.write_text(html, "utf-8", newline="\n")


def _loaded(html: str) -> Group:
    return tuple(PurePosixPath(match[2]) for match in STYLE.finditer(html))


def _groups(loaded: dict[Path, Group]) -> dict[Path, dict[Group, PurePosixPath]]:
    """For each page that loads files, those that all load, then its own; with their bundles."""
    loaded = {path: files for path, files in loaded.items() if files}
    shared = set[PurePosixPath]().union(*loaded.values()).intersection(*loaded.values())
    groups = {}
    for path, files in loaded.items():
        common = tuple(file for file in files if file in shared)
        own = tuple(file for file in files if file not in shared)
        named = {common: EVERYWHERE, own: f"{own[-1].stem}-all" if own else ""}
        groups[path] = {group: _place(group, name) for group, name in named.items() if group}
    return groups


def _place(group: Group, name: str) -> PurePosixPath:
    return group[0].with_stem(name) if len(group) > 1 else group[0]


def _led(html: str, places: list[PurePosixPath]) -> str:
    """A page that loads these files, from where it loaded its first."""
    first = STYLE.search(html)
    if first is None:
        return html
    elements = "".join(first[0].replace(first[2], str(place)) for place in places)
    return html[: first.start()] + elements + STYLE.sub("", html[first.end() :])


def _join(folder: Path, places: dict[Group, PurePosixPath]) -> None:
    """Put the files of each group one after another; a file alone stays as it is."""
    joined = {group: place for group, place in places.items() if len(group) > 1}
    for group, place in joined.items():
        texts = [(folder / file).read_text("utf-8") for file in group]
        (folder / place).write_text("\n".join(texts), "utf-8", newline="\n")
    for file in {file for group in joined for file in group} - set(places.values()):
        remove(folder / file)
