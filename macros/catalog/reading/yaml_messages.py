"""What the messages of the YAML reader mean, in plain words, and on which line to look."""

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
    "did not find expected key": "the indentation changes; line it up with the lines above",
    "did not find expected '-' indicator": (
        "the indentation changes within a list; line it up, and begin each entry with a dash"
    ),
    "did not find expected ',' or ']'": "a list in brackets does not end; close it with ]",
}
# Where the reader stops is far from where the fault began.
FROM_THE_START = ("found unexpected end of stream", "did not find expected ',' or ']'")


def meaning(error: yaml.MarkedYAMLError) -> tuple[int, str]:
    """The line of a fault, counted from 0, and what it means."""
    found = str(error.problem)
    part = next((part for part in MEANINGS if part in found), "")
    marks = (error.problem_mark, error.context_mark)
    mark = next(filter(None, reversed(marks) if part in FROM_THE_START else marks), None)
    plain = MEANINGS.get(part, f"{found}; compare it with a file that works")
    return (mark.line if mark else 0), f"not YAML: {plain}"
