"""The gate: two lists, what is refused and what is allowed."""

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.catalog.allowed.jinja import Call
from macros.catalog.allowed.page import read_page_text, text_faults
from macros.catalog.reading.strict_yaml import INVISIBLE
from tests.helpers.examples import EXAMPLES
from tests.helpers.markup import markup_faults, page_html
from tests.helpers.risks import Risks

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
    "A paragraph.\n{: #there }",
    "<!-- a remark - with a hyphen -->",
    "A note.[^lark2020]",
    '[A title](help.md "with words")',
    "*[WHO]: World Health Organization",
    "Plain [brackets] and more [brackets] (and parentheses).",
    "[link](../help.md#us), [mail](mailto:a@example.org)",
    "![rings](assets/rings.svg)",
    "| a | b |\n|---|---|\n| 1 | 2 |",
]


def faults(text: str) -> list[str]:
    """What the gate says of a page with this text."""
    return [message for _, message in read_page_text(text).faults]


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize("text", ALLOWED)
def test_what_passes_becomes_only_what_is_allowed(text: str) -> None:
    """The checker reads text; this proves that it reads enough of what Markdown makes of it."""
    assert markup_faults(read_page_text(text)) == []


@pytest.mark.parametrize("text", ALLOWED)
def test_hostile_text_beside_allowed_text_is_still_refused(text: str) -> None:
    assert faults(f"{text}\n\n<b onclick=x>y</b>\n")


def test_calls_are_read_with_line_and_values() -> None:
    page = read_page_text('One\n\n{{ claim_list("strong") }}\n\nand {{ pause(seconds=5) }} so.\n')
    assert page.faults == ()
    assert page.calls == (
        Call(3, "claim_list", ("strong",), {}, alone=True),
        Call(5, "pause", (), {"seconds": 5}, alone=False),
    )
    assert page.prose == "One\n\n\ufffc\n\nand \ufffc so.\n"


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
# No file with an invisible character gets as far as this.
TEXTS = (
    st.lists(WHOLE | WHOLE | PIECES, max_size=10)
    .map("".join)
    .filter(lambda text: not any(map(INVISIBLE.search, text.split("\n"))))
)


@EXAMPLES
@given(TEXTS)
def test_a_page_that_passes_holds_calls_alone(text: str) -> None:
    """Jinja's own reader is the judge."""
    reading = read_page_text(text)
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


@EXAMPLES
@given(TEXTS)
def test_a_page_that_passes_becomes_nothing_that_runs(text: str) -> None:
    reading = read_page_text(text)
    if not reading.faults:
        html = page_html(reading.prose, "fenced_code")
        assert Risks(html).found == []


@EXAMPLES
@given(TEXTS)
def test_a_text_of_data_that_passes_becomes_nothing_that_runs(text: str) -> None:
    if not text_faults(text):
        html = page_html(" ".join(text.split()))
        assert Risks(html).found == []
