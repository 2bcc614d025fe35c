"""A problem: where it is, what is wrong and what to do about it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `file` is relative to the project, `line` counts from 1."""

    file: PurePosixPath
    line: int
    message: str

    def __str__(self) -> str:
        return _visible(f"{self.file}:{self.line}: {self.message}")

    def annotation(self, level: str = "error") -> str:
        """The same, as a workflow command that GitHub shows beside the changed line."""
        file, message = _visible(str(self.file)), _visible(self.message)
        return f"::{level} file={_property(file)},line={self.line}::{_data(message)}"


def line_at(text: str, position: int) -> int:
    """The line of a text, counted from 1, on which a position lies."""
    return text.count("\n", 0, position) + 1


def repeated(words: Iterable[str]) -> list[str]:
    """The words that stand there more than once, each once, in their order."""
    return [word for word, count in Counter(words).items() if count > 1]


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` for the closest of the known words, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean `{close[0]}`?" if close else ""


def _visible(text: str) -> str:
    """The text on one line, whatever a file or a name holds."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
