"""Files that are generated from data and committed: schemas for editors, words of search.

Search also runs in a copy opened from a disk, where a page may load scripts and nothing else. So
the words come as a script; and it is kept, so that no builder has to know of it.
"""

import json
from pathlib import Path, PurePosixPath

from macros.catalog import schemas
from macros.catalog.catalog import Catalog
from macros.catalog.kinds import DANGER, FOLDERS, SEARCH, TERMS
from macros.catalog.models.search import Search
from macros.catalog.models.words import Terms

SOURCES = (TERMS.file(), SEARCH.file(), DANGER.file())
SCRIPT = PurePosixPath("docs/assets/scripts/search-words.js")
_HEAD = f"/* Made from {SEARCH.file()} and {DANGER.file()} by `make schema`. Change those. */\n"


def files(catalog: Catalog) -> dict[PurePosixPath, str] | None:
    """The text of every file made from data; none where the data cannot be read."""
    terms, search = catalog.terms, catalog.only(SEARCH)
    if terms is None or search is None:
        return None
    return {**schemas.schemas(terms), SCRIPT: _script(catalog, search, terms)}


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
            name: folder.search.boost
            for name, folder in sorted(catalog[FOLDERS].items())
            if folder.search
        },
        "skip": search.skip,
        "spellings": search.spellings,
        "same": search.same,
        "slips": search.slips,
        "names": search.names,
        "danger": [
            {"id": id, "patterns": rule.patterns, "unless": rule.unless}
            for id, rule in catalog[DANGER].items()
        ],
    }
    lines = ",\n".join(f"{json.dumps(key)}: {_json(value)}" for key, value in words.items())
    return f"{_HEAD}window.rippleSearch = {{ words: {{\n{lines}\n}} }};\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
