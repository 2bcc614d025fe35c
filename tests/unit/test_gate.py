"""The gate: two lists, what is refused and what is allowed."""

from html.parser import HTMLParser

import markdown
import pytest

from macros.catalog.load import load
from macros.catalog.safety import links as addresses
from macros.catalog.safety import page as gate
from macros.catalog.safety.jinja import Call
from tests.helpers.projects import ROOT, extensions

REFUSED = [
    '{{ cycler.__init__.__globals__.os.popen("id").read() }}',
    "{{ config }}",
    "{{ config.theme.get_env() }}",
    "{{ page.meta.title }}",
    "{{ 7 * 7 }}",
    '{{ "x" }}',
    '{{ "x" | upper }}',
    '{{ ["a"] }}',
    '{{ pause("a" ~ "b") }}',
    "{{ pause(seconds=x) }}",
    "{{ pause(*x) }}",
    "{{ pause(**x) }}",
    "{{ pause(-5) }}",
    "{{ pause(5).upper() }}",
    "{{ pause(5) if 1 else 2 }}",
    '{{ env["macros"]() }}',
    "{{ (pause)(5), 1 }}",
    "{{- pause(5) }}",
    "{{ pause(5) -}}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% set a = 1 %}",
    "{% raw %}x{% endraw %}",
    "{# x #}",
    "{{ pause(5)",
    "}} {{",
    "<script>x</script>",
    "<SCRIPT>x</SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</div>",
    "<!DOCTYPE html>",
    "<?php x ?>",
    "<![CDATA[x]]>",
    "<!-- a -- b -->",
    "<!-- a > b --><b>",
    "<https://example.org>",
    "<someone@example.org>",
    "`<b>` in code",
    "```\n<b>\n```",
    "    <b> in an indented block",
    "text { onclick=x }",
    'text { style="x" }',
    "text {: #a href=x }",
    "text { .a data-x=1 }",
    "text { #a",
    "text } alone",
    "```{ .python onclick=x }\nx\n```",
    '--8<-- "data/terms.yml"',
    "-8<- x",
    "[x](javascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](<javascript:alert>)",
    "[x]( javascript:alert )",
    "[x][y]\n\n[y]: javascript:alert",
    "> [y]: javascript:alert",
    "[y\nz]: javascript:alert",
    "![a [b] c](https://example.org/x.png)",
    "![a](https://example.org/x.png)",
    "[![a](https://example.org/x.png)](help.md)",
    "[a [b] c](help.md)",
    "[a](help.md 'title')",
    "[a](x`y`)",
    "[a](\\\\example.org)",
    "[a](//example.org)",
    "[a](/help.md)",
]

ALLOWED = [
    "Plain text with 3 < 5 and 5 > 3, and &lt;b&gt;.",
    "Text {{ pause(20) }} and more.",
    '{{ ripple_table("wave") }}',
    '{{ practice_cards(need="lonely") }}',
    "## Heading { #anchor }",
    "A paragraph.\n{: .note #there }",
    "<!-- a remark - with a hyphen -->",
    "A note.[^lark2020]",
    '[A title](help.md "with words")',
    "*[WHO]: World Health Organization",
    "Plain [brackets] and more [brackets] (and parentheses).",
    "[link](../help.md#us), [mail](mailto:a@example.org), [call](tel:988), [text](sms:741741)",
    "![rings](assets/rings.svg)",
    "| a | b |\n|---|---|\n| 1 | 2 |",
]


def faults(text: str) -> list[str]:
    """What the gate says of a page with this text."""
    return [message for _, message in gate.read(text).faults]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed(text: str) -> None:
    assert faults(text) == []


# What Markdown may make of a page. The gate reads text; this proves that it reads enough of it.
TAGS = {
    *("a", "abbr", "blockquote", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "hr"),
    *("img", "li", "ol", "p", "pre", "span", "strong", "sup", "table", "tbody", "td", "th"),
    *("thead", "tr", "ul"),
}
ATTRIBUTES = {"id", "class", "href", "src", "alt", "title", "style"}


class Elements(HTMLParser):
    """Collects tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def test_what_passes_becomes_only_what_is_allowed() -> None:
    readings = [gate.read(text) for text in ALLOWED] + list(load(ROOT).readings.values())
    for reading in readings:
        html = markdown.markdown(reading.prose, extensions=list(extensions(ROOT)))
        for tag, attributes in Elements(html).found:
            assert tag in TAGS
            assert attributes.keys() <= ATTRIBUTES
            assert attributes.get("style", "").startswith(("text-align: ", "")) or tag in "td th"
            for name in ("href", "src"):
                address = attributes.get(name, "#")
                assert addresses.is_relative(address) or addresses.is_outside(address)
        written = {link.address for link in reading.links}
        made = {a.get("href") or a.get("src") for _, a in Elements(html).found} - {None}
        assert {address for address in made if address and address[0] != "#"} <= written


@pytest.mark.parametrize("text", ALLOWED)
def test_hostile_text_beside_allowed_text_is_still_refused(text: str) -> None:
    assert faults(f"{text}\n\n<b onclick=x>y</b>\n")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "http://example.org",
        "ftp://example.org",
        "file:///etc/passwd",
        "//example.org",
        "/help",
        "\\\\example.org",
        "https:example.org",
        "https:///example.org",
        "mailto://example.org",
        "https://[bad",
    ],
)
def test_addresses_that_are_not_on_the_list(address: str) -> None:
    assert not addresses.is_relative(address)
    assert not addresses.is_outside(address)


def test_calls_are_read_with_line_and_values() -> None:
    reading = gate.read('One\n\n{{ claim_list("strong") }}\n\nand {{ pause(seconds=5) }} so.\n')
    assert reading.faults == ()
    assert reading.calls == (
        Call(3, "claim_list", ("strong",), {}, alone=True),
        Call(5, "pause", (), {"seconds": 5}, alone=False),
    )
    assert reading.prose == "One\n\n\ufffc\n\nand \ufffc so.\n"
