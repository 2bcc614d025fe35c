"""What the messages of the YAML reader mean, in plain words, and on which line to look."""

import re

import yaml

# By a part of the reader's own message: what is wrong and what to do.
MEANINGS = {
    "mapping values are not allowed": (
        "a colon and a space stand inside a value, or a line is indented by accident;"
        " put the value in quotes"
    ),
    "found character that cannot start any token": (
        "a tab, or a sign such as @, % or `, begins a value; use spaces, or put it in quotes"
    ),
    "could not find expected ':'": "a key has no colon and space after it; write key: value",
    "found unexpected end of stream": "a quote or a bracket is opened here and never closed",
    "but found another document": "a second record begins here; one file holds one record",
    "did not find expected alphabetic or numeric character": (
        "a value begins with * or &, which YAML reads otherwise; put the value in quotes"
    ),
    "did not find expected node content": (
        "an entry of a list in brackets begins with a sign; put the entry in quotes"
    ),
    "did not find expected <document start>": (
        "the first line is indented otherwise than the next; begin both at the margin"
    ),
    "did not find expected key": "the indentation changes; line it up with the lines above",
    "did not find expected '-' indicator": (
        "the indentation changes within a list; line it up, and begin each entry with a dash"
    ),
    "did not find expected ',' or ']'": "a list in brackets does not end; close it with ]",
}
# Where the reader stops is far from where the fault began.
_QUOTED = re.compile(r"""(?:[\w-]+:|-)[ ]+(?:"[^"]*"|'[^']*')[ ]*[^\s,#\]}:].*""")
DOT = re.compile(r"[•·‣◦]")
DOTTED = "begin each entry of a list with a hyphen and a space"
_BEHIND = "words stand behind a closing quote; put the whole value in quotes, of the other sort"
FROM_THE_START = ("found unexpected end of stream", "did not find expected ',' or ']'")


def meaning(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line of a fault in a text, counted from 0, and what it means."""
    lines = text.split("\n")
    for line in {mark.line for mark in (error.problem_mark, error.context_mark) if mark}:
        if line < len(lines) and DOT.match(lines[line].strip()):
            return line, f"not YAML: {DOTTED}"
        if line < len(lines) and _QUOTED.fullmatch(lines[line].strip()):
            return line, f"not YAML: {_BEHIND}"
    found = str(error.problem)
    part = next((part for part in MEANINGS if part in found), "")
    marks = (error.problem_mark, error.context_mark)
    mark = next(filter(None, reversed(marks) if part in FROM_THE_START else marks), None)
    plain = MEANINGS.get(part, f"{found}; compare it with a file that works")
    return (mark.line if mark else 0), f"not YAML: {plain}"
