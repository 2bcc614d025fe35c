"""Noting in a translation which English its parts are of."""

import re
from pathlib import PurePosixPath

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import kind_of
from macros.catalog.load import page_text, stamps
from macros.catalog.problems import suggestion
from macros.catalog.reading.source import SourceFile, read_data, read_page
from macros.languages import drift
from macros.languages.body import Body
from macros.languages.overlay import FOLDER, codes

_NOTES = re.compile(rf"(?m)^{drift.KEY}:.*\n(?:[ ].*\n)*")
_FRONT = re.compile(r"---\n(.*?\n)---[ ]*\n", re.S)


def refresh(
    english: Catalog, code: str, file: PurePosixPath | None = None, part: str = ""
) -> list[PurePosixPath]:
    """Write the sums that are missing in a language or a file, or that of one part; return files.

    Raises ValueError, in words for people, where there is no such language, file or part.
    """
    root = english.root
    if code not in codes(root):
        raise ValueError(f"there is no folder {FOLDER / code}{suggestion(code, codes(root))}")
    places = [place for place, *_ in stamps(root / FOLDER / code)]
    if file and file.is_relative_to(FOLDER / code):
        file = file.relative_to(FOLDER / code)
    if file and file not in places:
        hint = suggestion(str(file), map(str, places))
        raise ValueError(f"there is no translation {FOLDER / code / file}{hint}")
    return [
        each for place in ([file] if file else places) for each in _file(english, code, place, part)
    ]


def _file(english: Catalog, code: str, file: PurePosixPath, part: str) -> list[PurePosixPath]:
    given, kind = FOLDER / code / file, kind_of(file)
    if kind is None or kind.own or file not in english.sources:
        return []
    source = (read_page if kind.is_page else read_data)(english.root, given)
    twin = english.sources[file]
    if source.data is None:
        raise ValueError("\n".join(map(str, source.problems)))
    sums = drift.value_sums(kind, twin.data, source.data)
    if kind.is_page:
        texts = drift.text_sums(Body(twin.body, page_text(twin.body)))
        sums |= {f"{drift.TEXT}.{name}": sum for name, sum in texts.items()}
    if part and part not in sums:
        raise ValueError(f"{given} has no part `{part}`{suggestion(part, sums)}")
    kept = drift.given_sums(source)
    new = {name: sum if name == part else kept.get(name, sum) for name, sum in sums.items()}
    if new == kept:
        return []
    path = english.root / given
    path.write_text(_noted(path.read_text("utf-8"), new, source), "utf-8", newline="\n")
    return [given]


def _noted(text: str, sums: dict[str, str], source: SourceFile) -> str:
    """A text with these notes in the place of those it had: at the end of its values."""
    notes = _written(sums)
    front = _FRONT.match(text) if source.file.suffix == ".md" else None
    if front:
        return f"---\n{_NOTES.sub('', front[1])}{notes}---\n{text[front.end() :]}"
    return _NOTES.sub("", text if text.endswith("\n") else f"{text}\n") + notes


def _written(sums: dict[str, str]) -> str:
    head = f"{drift.TEXT}."
    values = [f"  {_key(part)}: {sum}" for part, sum in sums.items() if not part.startswith(head)]
    texts = [
        f"    {part.removeprefix(head)}: {sum}"
        for part, sum in sums.items()
        if part.startswith(head)
    ]
    return "\n".join(
        [f"{drift.KEY}:", *values, *([f"  {drift.TEXT}:"] if texts else []), *texts, ""]
    )


def _key(part: str) -> str:
    """A key in quotes, where YAML would read something else, such as a number."""
    return part if re.fullmatch(r"[a-z_-]{3,}", part) and part not in _TRAPS else f'"{part}"'


_TRAPS = ("yes", "off", "null", "true", "false")
