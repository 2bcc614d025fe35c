"""The index of search without what nobody looks for: a first search weighs less."""

import json
import re
from pathlib import Path

_NOTES = re.compile(r"(?s)<ol>(?:(?!<ol>).)*?↩.*?</ol>")
_SAID = re.compile(r"(<p>People also say: .*?</p>)")  # search reads these words one by one
_TAG = re.compile(r"<[^>]*>")
# Not looked for: lists that lead to other pages, and tables of the keys of records.
_UNSOUGHT = re.compile(r"#where-to-go-from-here$|^contribute/(data|fields|macros)\b.*#")
INDEXES = ("search/search_index", "search")  # as MkDocs and Zensical name it


def trim_search_index(folder: Path) -> None:
    """Write the index of a built site anew."""
    for path in (folder / f"{name}{end}" for name in INDEXES for end in (".json", ".js")):
        if path.is_file():
            path.write_text(trimmed(path.read_text("utf-8")), "utf-8", newline="\n")


def trimmed(text: str) -> str:
    """An index, plain or as a script, of words that people look for.

    It has no elements, and no notes: they say on each page what the page of studies says once.
    """
    start, end = text.index("{"), text.rindex("}") + 1
    read = json.loads(text[start:end])
    name = "docs" if "docs" in read else "items"
    read[name] = [
        {**part, "text": _words(part["text"])}
        for part in read[name]
        if not _UNSOUGHT.search(part["location"])
    ]
    written = json.dumps(read, ensure_ascii=False, separators=(",", ":"))
    return text[:start] + written + text[end:]


def _words(html: str) -> str:
    parts = _SAID.split(_NOTES.sub(" ", html))
    parts[::2] = [" ".join(_TAG.sub(" ", part).split()) for part in parts[::2]]
    return "".join(parts)
