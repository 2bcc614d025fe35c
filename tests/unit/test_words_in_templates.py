"""Templates hold no words of their own: what readers see is data."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest

from tests.helpers.projects import ROOT

FOLDERS = ("macros/components/templates", "macros/editions/templates", "overrides")
KINDS = (".html", ".xhtml", ".opf", ".txt")
TEMPLATES = sorted(
    path for folder in FOLDERS for path in Path(ROOT, folder).rglob("*") if path.suffix in KINDS
)
SHOWN = ("aria-label", "title", "alt", "placeholder")
UNSEEN = ("script", "style", "code")  # what they hold is no sentence
WORD = re.compile(r"[^\W\d_]{2}")
# Addresses of links, lists of attributes and code, all of Markdown; attributes of a tag that begins
# in another template.
MARKUP = re.compile(r"(?<=\])\([^)]*\)|\{[^{}]*\}|`[^`]*`|[\w-]+=\"[^\"]*\"")
# Between quotes of Jinja: two words, unless they are classes.
SAID = re.compile(r"(?s)^.(?!\s*rp-).*[^\W\d_]{2}\W*\s.*[^\W\d_]{2}")
# Names, the same in every language.
NAMES = re.compile(
    r"Ripple|Find A Helpline|WhatsApp|RSS|CC BY 4\.0|doi\.org|index\.md|urn:uuid:|https?://\S+"
)
# Words that stay, by file, and why.
ALLOWED: dict[str, set[str]] = {
    # Terms of schema.org that programs read.
    "package.opf": {"textual", "visual", "none"},
}


class Words(HTMLParser):
    """The words that a text of HTML shows, each with its line."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in SHOWN:
                self._note(value or "")
        if tag in UNSEEN:
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if not self._within:
            self._note(MARKUP.sub("", data))

    def _note(self, text: str) -> None:
        for number, line in enumerate(text.split("\n")):
            if WORD.search(NAMES.sub("", line)):
                self.found.append((self.getpos()[0] + number, line.strip()))


def words(source: str) -> Iterator[tuple[int, str]]:
    """What a template says by itself: its line, and the words."""
    html = ""
    tokens = list(jinja2.Environment(autoescape=True).lex(source))
    for at, (line, kind, value) in enumerate(tokens):
        if kind == "data":
            html += value
            continue
        html += "x0" * kind.endswith("_begin") + "\n" * value.count("\n")
        after = [token for _, kind, token in tokens[at + 1 :] if kind != "whitespace"][:1]
        if kind == "string" and SAID.search(value) and after != ["in"]:  # a word of a closed list
            yield line, value
    parser = Words()
    parser.feed(html)
    parser.close()
    yield from parser.found


@pytest.mark.parametrize(
    "path",
    TEMPLATES,
    ids=[path.name for path in TEMPLATES],
)
def test_a_template_says_nothing_by_itself(path: Path) -> None:
    allowed = ALLOWED.get(path.name, set())
    found = [
        f"{path.relative_to(ROOT)}:{line}: `{said}`; put it into data/strings.yml"
        for line, said in words(path.read_text("utf-8"))
        if said not in allowed
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        "<p>Call {{ number }}</p>",
        '<a aria-label="Chat online: {{ name }}">{{ name }}</a>',
        '<img alt="A dot">',
        '<p markdown="span">**For:** {{ audience }}</p>',
        '<p>{{ "remote or local" if both else mode }}</p>',
        "{% if good %}<p>\n[Print a sheet]({{ link }})</p>{% endif %}",
    ],
)
def test_words_are_found(source: str) -> None:
    assert list(words(source))


@pytest.mark.parametrize(
    "source",
    [
        '<p class="rp-a rp-b" id="what">{{ text("help.call", number=number) }}: {{ "; " }}</p>',
        '<p>[{{ title }}]({{ link("help.md") }}#taken){ .rp-button }</p>',
        '<b class="rp-mark{{ " rp-mark--open rp-mark--far" if far }}">{# A remark. #}</b>',
        '{% if "lying down" in how %}<{{ tag }} class="what">{{ name }}</{{ tag }}>{% endif %}',
        "<style>p { color: red }</style><code>make editions</code>",
        "<p>WhatsApp: {{ number }}</p>",
    ],
)
def test_what_nobody_reads_is_left_alone(source: str) -> None:
    assert not list(words(source))
