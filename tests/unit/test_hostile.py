"""What somebody who means harm would send is refused before anything is made of it."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import jinja2
import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.catalog.checks import images
from macros.catalog.safety import links as addresses
from macros.catalog.safety import page as gate
from tests import hostile
from tests.helpers.projects import ROOT, extensions

GROUPS = hostile.groups()


@pytest.mark.parametrize("program", hostile.PROGRAMS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_refused(group: str, program: str, tmp_path: Path) -> None:
    entries = hostile.tried(program, GROUPS[group])
    root = hostile.project(tmp_path, entries)
    done = hostile.run(program, root)
    assert hostile.faults(program, entries, root, done) == []


def test_there_are_enough() -> None:
    refused = [entry for entries in GROUPS.values() for entry in entries if entry["says"]]
    assert len(refused) >= 250
    files = [entry["file"] for entries in GROUPS.values() for entry in entries]
    assert len(files) == len(set(files))


# What passes all the same must be quick to read and to build: each alone, one after the other.
PASSING = [entry for entries in GROUPS.values() for entry in entries if not entry["says"]]


@pytest.mark.parametrize("program", hostile.PROGRAMS)
def test_what_passes_takes_no_long_time(program: str, tmp_path: Path) -> None:
    root = hostile.project(tmp_path, PASSING)
    done = hostile.run(program, root)
    assert hostile.faults(program, PASSING, root, done) == []


WHOLE = st.sampled_from(
    [
        *("{{ pause(20) }}", "{{ pause(seconds=5) }}", '{{ claim_card("a") }}', "[x](help.md)"),
        *(
            "[x](https://e.org/a?b#c)",
            "[x](mailto:a@e.org)",
            "[x](tel:988)",
            "![x](a.svg)",
            "Text. ",
        ),
        *(
            '[x](a.md "b")',
            "`code`",
            "\n\n## Heading { #a }\n\n",
            "\n```\ncode\n```\n",
            "<!-- a -->",
        ),
    ]
)
PIECES = st.text(max_size=8) | st.sampled_from(
    [
        *("{{", "}}", "{%", "%}", "{#", "#}", "{", "}", "-", "+", "{%-", "-%}", "raw", "endraw"),
        *("pause(20)", " pause(5) ", "config", "x", "\n", "\n\n", "    ", "# ", "> ", "- ", "`"),
        *("[x]", "[x](", "](", ")", "[y]: ", "<", ">", "</", "<!--", "-->", "<b>", "&lt;", "&#60;"),
        *("javascript:", "java", "script:", "data:", "https:", "//", "/", "e.org", "help.md", "#"),
        *("&colon;", "&Tab;", "&#58;", "\\", "@", "?", "mailto:", "tel:", "sms:", "1", "%2f", "\t"),
        *(" { .a }", "{: #b }", "onclick=x", "=", '"', "'", "!", "*[a]: ", "[^a]", "[^a]: ", "&"),
        *(":   ", "~~~\n", "```\n", "| a |\n|---|\n", "**", "_", "]", "[", "(", "!!! note\n", ":"),
    ]
)
TEXTS = st.lists(WHOLE | WHOLE | PIECES, max_size=10).map("".join)
MANY = settings(max_examples=300, deadline=None, derandomize=True)
RISKY = frozenset(("script", "style", "iframe", "svg", "object", "base", "form", "input", "b", "x"))
ATTRIBUTES = frozenset(("id", "class", "href", "src", "alt", "title", "start", "align"))


@MANY
@given(TEXTS)
def test_a_page_that_passes_holds_calls_alone(text: str) -> None:
    """Jinja's own reader is the judge."""
    reading = gate.read(text)
    if reading.faults:
        return
    body = jinja2.Environment().parse(text).body  # noqa: S701  (parses only)
    shown = [node for output in body for node in output.nodes]  # type: ignore[attr-defined]
    calls = [node for node in shown if not isinstance(node, jinja2.nodes.TemplateData)]
    assert len(calls) == len(reading.calls)
    for node in calls:
        assert isinstance(node, jinja2.nodes.Call)
        assert isinstance(node.node, jinja2.nodes.Name)
        assert all(isinstance(value, jinja2.nodes.Const) for value in node.args)


class Risks(HTMLParser):
    """Collects what a browser would run, fetch or follow outside of what pages may hold."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in RISKY:
            self.found.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.found.append(name)
            if name in ("href", "src") and not leads_well(value or ""):
                self.found.append(f"{name} {value}")


def leads_well(address: str) -> bool:
    """Whether a browser, which drops controls and turns backslashes, stays on the ways allowed."""
    read = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33))))).replace("\\", "/")
    parts = urlsplit(urljoin("https://here.example/a/b/", read))
    if parts.scheme in ("mailto", "tel", "sms"):
        return True
    written = urlsplit(read)
    inside = parts.netloc == "here.example" and not written.scheme and not written.netloc
    return inside or (written.scheme == "https" and "@" not in written.netloc)


@MANY
@given(TEXTS)
def test_a_page_that_passes_becomes_nothing_that_runs(text: str) -> None:
    reading = gate.read(text)
    if not reading.faults:
        html = markdown.markdown(reading.prose, extensions=[*extensions(ROOT), "fenced_code"])
        assert Risks(html).found == []


@MANY
@given(TEXTS)
def test_a_text_of_data_that_passes_becomes_nothing_that_runs(text: str) -> None:
    if not gate.text_faults(text):
        html = markdown.markdown(" ".join(text.split()), extensions=list(extensions(ROOT)))
        assert Risks(html).found == []


SCHEMES = ["", "https:", "HTTPS:", "http:", "javascript:", "data:", "mailto:", "tel:", "\x01https:"]
SLASHES = ["", "/", "//", "///", "\\\\", "/\\", "\t//", "./", "../", "/%2f", "?", "#"]
HOSTS = [
    "e.org",
    "a@e.org",
    "a:b@e.org",
    "e.org:1",
    "\u0430.org",
    "e\u3002org",
    "e\u2044f",
    "[",
    "1",
]
ENDS = [
    "",
    "/",
    "/a?b#c",
    "@f.org",
    "//f.org",
    ":x",
    "\\f.org",
    "\t",
    " ",
    "\xad",
    "%00",
    "javascript:x",
]
ADDRESSES = st.builds(
    "{}{}{}{}{}".format,
    *map(st.sampled_from, (SCHEMES, SLASHES, HOSTS, ENDS)),
    st.text(max_size=2),
)


@MANY
@given(ADDRESSES)
def test_an_address_that_passes_leads_where_it_may(address: str) -> None:
    if addresses.is_relative(address) or addresses.is_outside(address):
        assert leads_well(address)


MARKUP = st.text(max_size=4) | st.sampled_from(
    [
        *(
            "<g>",
            "</g>",
            '<g fill="red"/>',
            '<path d="M0 0"/>',
            "<text>a</text>",
            "<title>b</title>",
        ),
        *(
            '<g fill="url(#a)"/>',
            '<g id="a" ',
            "/>",
            ">",
            "<script/>",
            ' onload="x"',
            ' href="//x"',
        ),
        *(
            "<!ENTITY a ",
            "]>",
            "&a;",
            "&#97;",
            "<?x ?>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<a:b ",
        ),
        *('xmlns:a="b" ', "&#0;", "&#x110000;", "\x00", "\ufffe", "\n", '<g fill="url(//x)"/>'),
    ]
)
DRAWINGS = st.lists(MARKUP, max_size=6).map(lambda parts: f"<svg>{''.join(parts)}</svg>")


@MANY
@given(DRAWINGS, st.sampled_from(["utf-8", "utf-16", "utf-7"]))
def test_no_drawing_makes_the_checker_crash(text: str, encoding: str) -> None:
    drawing = text.encode(encoding, "replace")
    faults = images.faults(drawing)
    assert all(line >= 1 and message for line, message in faults)
    if not faults:
        for element in ET.fromstring(drawing).iter():  # noqa: S314
            assert element.tag.rpartition("}")[2] in images.ELEMENTS
            names = [name.lower() for name in element.attrib]
            assert not any(name.startswith(("on", "href", "{")) for name in names)
