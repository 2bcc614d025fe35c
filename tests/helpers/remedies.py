"""What a person does who obeys a message of the checker to the letter, and thinks no further."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from re import Match

from macros.catalog.reading.strict_yaml import INVISIBLE

# A line of YAML: what stands before a value, the value, and what is no part of it.
_VALUE = re.compile(r"(?P<before>\s*(?:- )?(?:[\w-]+: )?)(?P<value>.*)")

# A call that is to stand on the page.
_CALL = re.compile(r"^(\{\{ \w+\(.*\) \}\}) is missing|; put (\{\{ \w+\(\) \}\}) near its top")


@dataclass(frozen=True)
class Remedy:
    """What a message looks like that asks for this, and what is then done to its line."""

    said: str
    done: Callable[[str, Match[str]], str | None]  # None where the line is to be deleted


def _value(change: Callable[[str], str]) -> Callable[[str, Match[str]], str]:
    """Changes the value of the line alone."""

    def done(line: str, _: Match[str]) -> str:
        found = _VALUE.fullmatch(line)
        assert found
        return found["before"] + change(found["value"])

    return done


def _written(line: str, said: Match[str]) -> str:
    """What is quoted first becomes what is to be written."""
    return line.replace(said["wrong"], said["right"])


def _in_quotes(value: str) -> str:
    bare = value.strip("'\"").replace("'", "''")
    return f"'{bare}'"


def _bare(value: str) -> str:
    """A number or a yes as it is asked for; anything else takes a thought."""
    bare = value.strip("'\"")
    whole = re.match(r"[0-9]+(?:[_,][0-9]{3})*(?![0-9.:/e-])", bare)
    if bare.lower() in ("yes", "no", "on", "off", "y", "n"):
        return "true" if bare.lower() in ("yes", "on", "y") else "false"
    if whole:
        return re.sub(r"[_,]", "", whole[0]).lstrip("0") or "0"
    return bare


def _comment_above(line: str) -> str:
    value, _, words = line.rpartition(" #")
    return f"#{words}\n{value}"


def _hash(line: str, _: Match[str]) -> str:
    """A number keeps its form, and what follows # moves; a text takes it in."""
    found = _VALUE.fullmatch(line)
    assert found
    if re.match(r"[0-9]+ #", found["value"]):
        return _comment_above(line)
    return found["before"] + _in_quotes(found["value"])


REMEDIES = (
    Remedy(
        r'put "(?P<wrong>.*)" in quotes; without',
        lambda line, m: line.replace(m[1], f'"{m[1]}"', 1),
    ),
    Remedy(r"everything after # is lost; put it", lambda line, _: _comment_above(line)),
    Remedy(r"everything after # is lost", _hash),
    Remedy(
        r"`(?P<wrong>[^`]*)` (?:is not|leads to no)[^`]*(?:`[^`]*`[^`]*)?"
        r"; did you mean `(?P<right>[^`]*)`",
        _written,
    ),
    Remedy(r"there is no [\w ]+ `(?P<wrong>[^`]*)`; did you mean `(?P<right>[^`]*)`", _written),
    Remedy(r"`(?P<wrong>[^`]*)` would be printed as it stands; write (?P<right>\[\S*)", _written),
    Remedy(
        r"write the character itself, not `(?P<wrong>[^`]*)`",
        lambda line, m: line.replace(m[1], html.unescape(m[1])),
    ),
    Remedy(
        r"search does not read `(?P<wrong>[^`]*)` as it stands; write `(?P<right>[^`]*)`", _written
    ),
    Remedy(r"must be a day such as", _value(lambda value: value.strip("'\""))),
    Remedy(r"must be (?:a whole|true|a number).*without quotes", _value(_bare)),
    Remedy(r"must be text; put it in quotes", _value(_in_quotes)),
    Remedy(r"must be a list, such as", _value(lambda value: f"[{value}]")),
    Remedy(
        r"must be at (?:least|most) (?P<right>[0-9-]+)",
        lambda line, m: re.sub(r"[-0-9.]*[0-9](?=\D*$)", m["right"], line),
    ),
    Remedy(r"an invisible character; delete it", lambda line, _: INVISIBLE.sub("", line)),
    Remedy(
        r"(?:is given twice; keep one|delete the text of \[\^|leave the key out)", lambda *_: None
    ),
    Remedy(
        r"`(?P<wrong>[^`]*)` is emphasized within a word", lambda line, _: line.replace("*", "")
    ),
    Remedy(
        r"`# (?P<wrong>.*)` is a second title",
        lambda line, m: line.replace(f"# {m[1]}", f"## {m[1]}"),
    ),
)


def obey(text: str, line: int, message: str) -> str | None:
    """The text of the file after its reader did what the message says; None where that takes a
    thought, such as a title to invent.
    """
    if call := _CALL.search(message):
        return f"{text}\n{call[1] or call[2]}\n"
    lines = text.split("\n")
    for remedy in REMEDIES:
        if (said := re.search(remedy.said, message)) and line <= len(lines):
            done = remedy.done(lines[line - 1], said)
            if done == lines[line - 1]:
                return None
            lines[line - 1 : line] = [] if done is None else [done]
            return "\n".join(lines)
    return None
