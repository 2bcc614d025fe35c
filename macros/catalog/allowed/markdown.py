"""What a reader would see otherwise than it was meant, because Markdown reads it in another way.

Markdown never fails: what it does not understand stays in the text as it is. So the text that is
left is searched for signs, and what it did understand is compared with the line it came from.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from macros.catalog.allowed.jinja import Fault
from macros.catalog.reading.markdown import INDENT, Part

_WORD = re.compile(r"[^\W\d_]+")
_FRONT = re.compile(r"\s*\n?---[ \t]*\n[a-z_-]+:")
# At the beginning of a line of text: what stands there, and what to do. One is said for a block.
_BEGINNINGS = (
    (r"[-*+] |\d{1,3}\. ", "put an empty line above the list"),
    (r"\d{1,3}\) ", "number a list with 1., 2., …, below an empty line"),
    (r"[•◦‣▪·] ?", "begin each line of a list with a hyphen and a space, below an empty line"),
    (
        r"\|.*|[ ]*:?-+:?[ ]*\|[-:| ]*$",
        "a table stands below an empty line, with a line such as |---|---| below its first row",
    ),
    (r"#{1,6}", "begin a heading at the margin, with the signs # and a space"),
    (r"!!!|\?\?\?\+?|:::+", 'write !!! note "Title", with the text of the note below, indented'),
    (r"\[![A-Za-z]+\]", "write !!! note, with the text of the note below, indented"),
    (r"===+", "there are no tabs; give each part a heading"),
    (r"\[[ xX]\] ", "there are no boxes to tick; write a plain list"),
)
# Anywhere in the text that is left.
_SIGNS = (
    (
        r"\[[^\[\]\n]*\](?: ?\[[^\[\]\n]*\]| \([^\s()]*[./#][^\s()]*\))|\[\[[^\]\n]*\]\]",
        "a link is written [text](address), without a space between",
    ),
    (r"(?:https?://|www\.)[^\s<>)]+", "write a link: [words](https://…)"),
    (r"[\w.+-]+@[\w-]+\.[\w.-]*\w", "write a link: [words](mailto:…)"),
    (r"~~[^~\n]+~~|==\w[^=\n]*==|\^\^[^^\n]+\^\^", "only *words* and **words** have a look"),
    (r"(?<=\w)~\w+~|(?<=\w)\^\w+\^", "write the character itself, such as ₂ or ², or words"),
    (r"\+\+[A-Za-z][\w+-]*\+\+", "write the name of the key"),
    (r"\$\$[^$\n]+\$\$", "write it in words"),
    (r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])", "write the character itself, or words"),
    (r"\*\*|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])", "close it with as many *, or write \\*"),
    (
        r"\{:?[ ]*#[\w-]+[ ]*\}",
        "an id stands behind a heading, or on a line right below a paragraph",
    ),
    (r"`+", "close it with as many `, or write \\`"),
    (r"\\", "delete it; a new line of text begins below an empty line"),
)
_BEGINNING = tuple((re.compile(rf"(?m)^[ ]*({sign})"), advice) for sign, advice in _BEGINNINGS)
_SIGN = tuple((re.compile(sign), advice) for sign, advice in _SIGNS)
_FENCE = re.compile(r"(?m)^[ ]*(?:`{3,}|~{3,})")
_ITEM = re.compile(r"([ ]*)(?:[-*+]|(\d+)\.)[ ]")
_QUOTED = re.compile(r"^(?:[ ]{0,3}>[ ]?)+")
_PROSE = ("p", "li", "dt", "dd")
_SHOWN = 40  # characters of the text that a message shows


def markdown_faults(text: str, found: tuple[Part, ...]) -> Iterator[Fault]:
    """What would stay raw, get lost, or become something else: line and message."""
    if match := _FRONT.match(text):
        line = text.count("\n", 0, match.end()) + 1
        yield line, "a second head; a page has one, between the first two lines ---"
        return
    for part in found:
        yield from _raw_signs(part)
        yield from _words_in_pieces(part)
        if part.tag == "li":
            yield from _item_faults(part)
        elif part.tag == "pre":
            yield from _code_faults(part)
        elif part.tag[0] == "h":
            yield from _heading_faults(part)
        elif part.tag == "p":
            yield from _paragraph_faults(part)
    for number, row in groupby(found, key=lambda part: part.row):
        if number:
            yield from _row_faults(list(row))


def _words_in_pieces(part: Part) -> Iterator[Fault]:
    """Words that a reader sees whole and the checks do not, since signs stand within them."""
    written = set(_WORD.findall(part.raw))
    for word in dict.fromkeys(_WORD.findall(part.words)):
        if word not in written:
            yield part.line, f"`{word}` is written in pieces; write it without signs within it"


def _raw_signs(part: Part) -> Iterator[Fault]:
    if part.tag == "pre":
        return
    for pattern, advice in _BEGINNING if part.tag in _PROSE else ():
        if match := pattern.search(part.signs):
            shown = match.string[match.start(1) :].split("\n", 1)[0].rstrip()
            yield part.line_of(match, 1), _raw(shown, advice)
            return
    if match := _FENCE.search(part.raw):
        message = "a block of code within a list or a note has no lines; begin it at the margin"
        yield part.line_of(match), message
        return
    for pattern, advice in _SIGN:
        for match in pattern.finditer(part.signs):
            yield part.line_of(match), _raw(match[0], advice)


def _raw(shown: str, advice: str) -> str:
    return f"`{shown[:_SHOWN]}` would be shown as it is; {advice}"


def _item_faults(part: Part) -> Iterator[Fault]:
    """Items on a level other than their indentation says, and numbers that become bullets."""
    match = _ITEM.match(_QUOTED.sub("", part.source))
    if match is None:
        return
    if len(match[1]) != part.depth:
        yield (
            part.line,
            f"`{part.source.strip()[:_SHOWN]}` would stand on another level; indent a list within"
            f" a list by {INDENT} spaces for each level, and no other list at all",
        )
    elif bool(match[2]) != (part.around[-1] == "ol"):
        signs = "numbers" if part.around[-1] == "ol" else "bullets"
        yield part.line, f"this list has {signs}; go on with them, or put a sentence between"


def _code_faults(part: Part) -> Iterator[Fault]:
    place = f"indent it by {part.depth} spaces" if part.depth else "begin it at the margin"
    yield (
        part.line,
        f"`{part.source.strip()[:_SHOWN]}` would be shown as code; {place}, or put lines of ```"
        " around code",
    )


def _heading_faults(part: Part) -> Iterator[Fault]:
    level = int(part.tag[1])
    if level > 1 and "#" not in part.source:
        message = "the line below makes a heading of this; put an empty line between, or write"
        yield part.line, f"{message} {'#' * level} {part.words}"
    elif level > 1 and part.around:
        yield part.line, f"`{part.words[:_SHOWN]}`: a heading stands at the margin"


def _paragraph_faults(part: Part) -> Iterator[Fault]:
    indentation = len(part.source) - len(part.source.lstrip(" "))
    if part.before in ("ul", "ol") and not part.around and indentation:
        yield (
            part.line,
            f"`{part.source.strip()[:_SHOWN]}` would stand below the list; indent it by {INDENT}"
            " spaces to go on with the item, or begin at the margin",
        )
    if part.around[-1:] == ("div",) and part.alone and part.source.lstrip(" >").startswith("!!!"):
        yield part.line, f"the note is empty; put its text below, indented by {INDENT} spaces"


def _row_faults(cells: list[Part]) -> Iterator[Fault]:
    """Text below a table that becomes a row of it, and cells beyond those of the first row."""
    source, line = cells[0].source, cells[0].line
    if "|" not in source:
        yield line, "this would be a row of the table above; put an empty line between"
    elif _letters(_QUOTED.sub("", source)) != _letters("".join(cell.raw for cell in cells)):
        message = "the row has more cells than the first row, and they would be lost; take them out"
        yield line, f"{message}, or write \\| for the sign"


def _letters(text: str) -> str:
    return re.sub(r"[|\s]", "", text)
