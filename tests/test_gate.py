"""The gate: two lists, what is refused and what is allowed."""

import pytest

from macros.catalog import gate, prose

EXTENSIONS = ("attr_list", "md_in_html", "footnotes", "tables", "def_list", "abbr", "admonition")

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
    "[link](../help.md#us), [mail](mailto:a@example.org), [call](tel:988), [text](sms:741741)",
    "![rings](assets/rings.svg)",
    "| a | b |\n|---|---|\n| 1 | 2 |",
]


def faults(text: str) -> list[str]:
    """What the gate says of a page with this text, as text and as HTML."""
    reading = gate.read(text)
    if reading.faults:
        return [message for _, message in reading.faults]
    return [message for _, message in prose.faults(prose.elements(reading.prose, EXTENSIONS))]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed(text: str) -> None:
    assert faults(text) == []


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
    assert not prose.is_relative(address)
    assert not prose.is_outside(address)


def test_calls_are_read_with_line_and_values() -> None:
    reading = gate.read('One\n\n{{ claim_list("strong") }}\n\nand {{ pause(seconds=5) }} so.\n')
    assert reading.faults == ()
    assert reading.calls == (
        gate.Call(3, "claim_list", ("strong",), {}, alone=True),
        gate.Call(5, "pause", (), {"seconds": 5}, alone=False),
    )
    assert reading.prose == "One\n\nx\n\nand x so.\n"
