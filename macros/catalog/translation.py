"""What a project of another language knows of itself: which of its parts are translated, and how.

`macros/languages` writes the file when it lays a translation over the English project; English has
none.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath

FILE = "language.json"


@dataclass(frozen=True)
class Translation:
    """The language of a project, and how far it goes. Files are those of the project.

    `translated` are the files with a translation; `old` their parts whose English has changed
    since; `english` those of them that are shown in English for that reason, to keep people safe;
    `counts` how many of the parts of each file say what English says, and how many there are.
    A part is a key, or text.<heading> for a part of the text of a page.
    """

    language: str = "en"
    name: str = "English"
    direction: str = "ltr"
    translated: frozenset[str] = frozenset()
    old: dict[str, list[str]] = field(default_factory=dict)
    english: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    @property
    def is_english(self) -> bool:
        """Whether this is the project that others translate."""
        return self == ENGLISH

    def has(self, file: PurePosixPath) -> bool:
        """Whether a page or record is in the language of the project."""
        return self.is_english or str(file) in self.translated

    def written(self) -> str:
        """The text of its file."""
        values = {**asdict(self), "translated": sorted(self.translated)}
        return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


ENGLISH = Translation()


def read_translation(root: Path) -> Translation:
    """What stands in the file of a project; of one that has none, that it is English."""
    path = root / FILE
    if not path.is_file():
        return ENGLISH
    values = json.loads(path.read_text("utf-8"))
    return Translation(**{**values, "translated": frozenset(values["translated"])})
