"""The files of search in a built site: the index, and the parts that it names.

Parts carry a sum of what they hold in their names, so that an index never meets another build's.
A copy on a disk may run scripts but not fetch files, so there each file is a script.
"""

import json
from hashlib import sha256
from typing import Any

from macros.editions.folders import remove
from macros.editions.search import index
from macros.editions.search.pages import read_pages
from macros.editions.site import Site

FOLDER = "search"


def write_search(site: Site) -> None:
    """Write search for a built site, in the place of what its builder made.

    What is old goes last: somebody may be looking at a preview.
    """
    files = {site.folder / FOLDER / name: text for name, text in texts(site).items()}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    for path in (site.folder / FOLDER).rglob("*"):
        if path.is_file() and path not in files:
            path.unlink()
    remove(site.folder / f"{FOLDER}.json")


def texts(site: Site) -> dict[str, str]:
    """The text of each file, by its place in the folder."""
    pages = read_pages(site)
    files: dict[str, str] = {}

    def part(folder: str, value: object) -> str:
        name, file, text = _file(site, folder, value)
        files[file] = text
        return name

    words = {start: part("words", all) for start, all in index.split(index.places(pages)).items()}
    rows = [[*index.row(page), part("passages", index.passages(page))] for page in pages]
    whole = {**index.heads(site.catalog, pages), "pages": rows, "parts": words}
    files[f"index.{_ending(site)}"] = _written(site, "index", whole)
    return files


def _file(site: Site, folder: str, value: object) -> tuple[str, str, str]:
    """The name of a part, its file, and the text of that."""
    name = f"{folder}/{sha256(_json(value).encode()).hexdigest()[:10]}"
    return name, f"{name}.{_ending(site)}", _written(site, name, value)


def _ending(site: Site) -> str:
    return "js" if site.on_disk else "json"


def _written(site: Site, name: str, value: object) -> str:
    text = _json(value)
    return f'rippleSearch.parts["{name}"] = {text};\n' if site.on_disk else text


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
