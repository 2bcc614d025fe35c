"""Files made from data and kept: schemas for editors, and the words of search for browsers.

Search also runs in a copy opened from a disk, where a page may load scripts and nothing else. So
the words come as a script; and it is kept, so that no builder has to know of it.
"""

import json
from pathlib import Path, PurePosixPath

from macros.catalog import schemas
from macros.catalog.catalog import Catalog
from macros.catalog.models.search import Search
from macros.catalog.models.words import Terms

SOURCES = tuple(PurePosixPath("data", f"{name}.yml") for name in ("terms", "search", "danger"))
SCRIPT = PurePosixPath("docs/assets/scripts/search-words.js")
_HEAD = "/* Made from data/search.yml and data/danger.yml by `make schema`. Change those. */\n"


def files(catalog: Catalog) -> dict[PurePosixPath, str] | None:
    """The text of every file made from data; none where the data cannot be read."""
    if catalog.terms is None or catalog.search is None:
        return None
    script = _script(catalog, catalog.search, catalog.terms)
    return {**schemas.schemas(catalog.terms), SCRIPT: script}


def write(root: Path, files: dict[PurePosixPath, str]) -> list[PurePosixPath]:
    """Write the files that are not as they should be; return their names."""
    changed = []
    for file, text in files.items():
        path = root / file
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed.append(file)
    return changed


def _script(catalog: Catalog, search: Search, terms: Terms) -> str:
    words = {
        "needs": terms.needs,
        "kinds": search.kinds,
        "boosts": {
            file.parent.name: folder.search.boost
            for file, folder in sorted(catalog.folders.items())
            if folder.search
        },
        "skip": search.skip,
        "spellings": search.spellings,
        "same": search.same,
        "slips": search.slips,
        "names": search.names,
        "danger": [
            {"id": id, "patterns": rule.patterns, "unless": rule.unless}
            for id, rule in catalog.danger.items()
        ],
    }
    lines = ",\n".join(f"{json.dumps(key)}: {_json(value)}" for key, value in words.items())
    return f"{_HEAD}window.rippleSearch = {{ words: {{\n{lines}\n}} }};\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
