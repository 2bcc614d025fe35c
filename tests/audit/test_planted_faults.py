"""Planted faults: each check of the audit finds what it is there to find, and nothing else.

They stand in words of our own, within the frame of a page of the site.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit import checks, valid_html
from tests.audit.look import look, windows
from tests.audit.modes import Mode
from tests.audit.pages import without_calls
from tests.helpers.server import served

pytestmark = pytest.mark.audit

LIGHT, DESKTOP = Mode("light", "phone"), Mode("light", "desktop")

PLACE = without_calls()
WORDS = "<h1>A page</h1><p>Some words.</p><h2 id='part'>A part</h2><p>Other words.</p>"
LINK = "<p><a class='planted' href='.'>A link</a></p>"
PICTURE = "https://elsewhere.example/p.png"
WIDE = "a table, 400 pixels wide and not marked"


@dataclass(frozen=True)
class Fault:
    """What stands at the end of a page, its styles, its script; and, by the check that has to say
    it, every line that is said of it.
    """

    html: str
    lines: dict[str, list[str]]
    style: str = ""
    script: str = ""
    mode: Mode = LIGHT


FAULTS = {
    "contrast": Fault(
        "<p class='planted'>Faint words</p>",
        {"axe-core": ['color-contrast: <p class="planted">Faint words</p>']},
        style=".planted { color: #bbb }",
    ),
    "contrast, where more is asked for": Fault(
        "<p class='planted'>Words</p>",
        {"more contrast": ['color-contrast-enhanced: <p class="planted">Words</p>']},
        style=".planted { color: #666 }",
        mode=DESKTOP,
    ),
    "a missing label": Fault(
        "<form action='.'><input type='text'><input type='submit' value='Send'></form>",
        {
            "axe-core": ['label: <input type="text">'],
            "scripts off": ["does nothing without scripts: input"],
        },
    ),
    "a request to another host": Fault(
        f"<img alt='A picture' src='{PICTURE}'>",
        {
            "requests": [
                f"the browser complains: Loading the image '{PICTURE}' violates the following"
                " Content Security Policy directive: \"img-src 'self'\"."
                " The action has been blocked.",
                f"asks another host: {PICTURE}",
                f"asks in vain for {PICTURE}: csp",
            ]
        },
    ),
    "an inline script": Fault(
        "<script>document.title = 'caught'</script>",
        {
            "requests": [
                "the browser complains: Executing inline script violates the following Content"
                " Security Policy directive 'script-src 'self''. Either the 'unsafe-inline'"
                " keyword, a hash ('sha256-kCPVtoxAPEcUn+ilIrjvWCCk9nygs2LudGhPJ+WJ0sI='), or a"
                " nonce ('nonce-...') is required to enable inline execution."
                " The action has been blocked."
            ]
        },
    ),
    "focus that is not shown": Fault(
        LINK,
        {
            "focus": ['nothing shows that a.planted "A link" has the focus'],
            "forced colors": [
                'forced colors: no outline shows that a.planted "A link" has the focus'
            ],
        },
        style=".planted:focus { outline: none }",
    ),
    "focus that is covered": Fault(
        f"{LINK}<p class='over'></p>",
        {"focus": ['hidden while it has the focus: a.planted "A link"']},
        style=".rp-text .over { position: relative; height: 9rem; margin-top: -6rem;"
        " background: #fff }",
    ),
    "a trap": Fault(
        LINK,
        {"keyboard": ['trap: Tab does not lead out of the page; last at a.planted "A link"']},
        script="document.querySelector('.planted').onkeydown = event => event.preventDefault();",
    ),
    "another way than the page reads": Fault(
        "<p><a class='planted' tabindex='1' href='.'>A link</a></p>",
        {
            "keyboard": ["Tab goes another way than the page reads"],
            "axe-core": ['tabindex: <a class="planted" tabindex="1" href=".">A link</a>'],
        },
    ),
    WIDE: Fault(
        "</article><table class='planted'><tr><td>A table</td></tr></table><article>",
        {
            "reflow": [
                "scrolls sideways: 416 pixels in a window of 320",
                'sticks out of the window: table.planted "A table"',
            ],
            "text spacing": [
                "with more space: scrolls sideways: 416 pixels in a window of 320",
                'with more space: sticks out of the window: table.planted "A table"',
            ],
            "scripts off": ["scrolls sideways without scripts, by 96 pixels"],
        },
        style=".planted { display: table; width: 400px; max-width: none; overflow: visible }",
    ),
    "words that more space cuts off": Fault(
        "<p class='planted'>Words that need their room</p>",
        {
            "text spacing": [
                'with more space: cuts off its words: p.planted "Words that need their room"'
            ]
        },
        style=".planted { width: 14.5rem; overflow: hidden; white-space: nowrap }",
    ),
    "words upon others": Fault(
        "<p class='under'>Words</p><p class='planted'>Other words</p>",
        {
            "reflow": ['words lie upon others: p.under "Words" and p.planted "Other words"'],
        },
        style=".planted { position: relative; inset-block-start: -2.5rem }",
    ),
    "what large letters make too wide": Fault(
        "<p class='planted'>Words</p>",
        {
            "large letters": [
                "with large letters: scrolls sideways: 736 pixels in a window of 640",
                'with large letters: sticks out of the window: p.planted "Words"',
            ]
        },
        style=".planted { width: 45rem }",
        mode=DESKTOP,
    ),
    "a picture without words": Fault(
        "<img src='../../assets/images/logo.svg'>",
        {
            "outline": ["picture has no alternative text: ../../assets/images/logo.svg"],
            "axe-core": ['image-alt: <img src="../../assets/images/logo.svg">'],
        },
    ),
    "a heading that skips a level": Fault(
        "<h4>Skipped</h4>",
        {
            "outline": ['heading skips a level: h4 "Skipped" after h2'],
            "axe-core": ["heading-order: <h4>Skipped</h4>"],
        },
    ),
    "a navigation without a name": Fault(
        "<nav><a href='.'>Elsewhere</a></nav>",
        {"outline": ["landmark: a navigation has no name"]},
    ),
    "movement without end": Fault(
        "<p class='planted'>Paler</p>",
        {"motion": ['moves by itself for more than five seconds: p.planted "Paler"']},
        style="@keyframes pale { to { opacity: 0.99 } } .planted { animation: pale 9s infinite }",
    ),
    "movement though less was asked for": Fault(
        "<p class='planted'>Words</p>",
        {"motion": ['moves though less motion was asked for: p.planted "Words"']},
        style=".rp-text .planted { transition: opacity 1s !important }",
    ),
    "small targets": Fault(
        "<p class='planted'><a href='.'>a</a><a href='./'>b</a></p>",
        {
            "axe-core": [
                'target-size: <a href=".">a</a>',
                'target-size: <a href="./">b</a>',
            ]
        },
        style=".planted a { display: inline-block; width: 10px; height: 10px; font-size: 8px;"
        " line-height: 1 }",
    ),
    "an edge that is lost": Fault(
        "<button class='planted' type='button' popovertarget='rp-menu'>Press</button>",
        {"forced colors": ['forced colors: no edge is left of button.planted "Press"']},
        style=".rp-text .planted { border: 0 }",
    ),
    "a sign that is lost": Fault(
        "<ul class='planted'><li><a href='.' aria-current='page'>Here</a></li>"
        "<li><a href='./'>There</a></li></ul>",
        {"forced colors": ['forced colors: nothing shows that a "Here" is the current one']},
        style=".planted [aria-current] { background: #fff3d6 }",
    ),
    "what is left on the device": Fault(
        "",
        {
            "storage": [
                "left on the device: a cookie seen",
                "left on the device: localStorage seen",
            ]
        },
        script="localStorage.setItem('seen', '1'); document.cookie = 'seen=1';",
    ),
    "words that need scripts": Fault(
        "<p class='planted'>Words for some</p>",
        {"scripts off": ["lost without scripts: Words for some"]},
        style=".planted { display: none } .planted.on { display: block }",
        script="document.querySelector('.planted').classList.add('on');",
    ),
    "a control that does nothing without scripts": Fault(
        "<button type='button'>Press</button>",
        {"scripts off": ['does nothing without scripts: button "Press"']},
    ),
}


def framed(site: Path) -> str:
    """Words of our own in the frame of a page."""
    html = (site / PLACE / "index.html").read_text("utf-8")
    found, times = re.subn(r"(?s)(<article\b[^>]*>).*?</article>", rf"\1{WORDS}</article>", html)
    assert times == 1
    return found


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_by_each_check_that_should(
    browser: Browser, site: Path, tmp_path: Path, name: str
) -> None:
    planted = FAULTS[name]
    folder = tmp_path / PLACE
    folder.mkdir(parents=True)
    (tmp_path / "assets").symlink_to(site / "assets")
    (tmp_path / "planted.css").write_text(planted.style, "utf-8")
    (tmp_path / "planted.js").write_text(planted.script, "utf-8")
    html = framed(site)
    for place, addition in (
        ("</head>", "<link rel='stylesheet' href='../../planted.css'>"),
        ("</article>", planted.html),
        ("</body>", "<script src='../../planted.js'></script>"),
    ):
        html = html.replace(place, addition + place, 1)
    (folder / "index.html").write_text(html, "utf-8")
    with served(tmp_path) as address, windows(browser, planted.mode) as opened:
        found = look(opened, address, PLACE, planted.lines)
    assert [(fault.check, str(fault)) for fault in found] == [
        (check, f"{PLACE} [{planted.mode}]: {line}")
        for check, lines in planted.lines.items()
        for line in lines
    ]


LIKE = "<li class='a'><a href='.'>A link</a></li>"
OTHER = "<li class='a'><a class='planted' href='.'>Another</a></li>"


def test_a_quick_look_leaves_one_part_of_each_sort(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(
        f"<main><ul>{LIKE * 3}{OTHER}{LIKE}{OTHER}</ul><p>Words</p><p>Words</p></main>"
    )
    whole = page.content()
    with checks.thinned(page):
        assert page.locator("main").inner_html() == (
            f"<ul>{LIKE}<!----><!---->{OTHER}<!----><!----></ul><p>Words</p><p>Words</p>"
        ).replace("'", '"')
    assert page.content() == whole
    page.close()


def test_planted_html_that_is_not_valid_is_found(site: Path, tmp_path: Path) -> None:
    html = framed(site)
    for name, planted in (("a.html", "<ul><p>No item</p></ul>"), ("b.html", "<p id='x' id='y'>")):
        (tmp_path / name).write_text(html.replace("</article>", f"{planted}</article>"), "utf-8")
    line, place = html[: html.index("</article>")].count("\n") + 1, tmp_path.resolve()
    assert valid_html.faults(tmp_path) == [
        f"{place}/a.html:{line}: Element “p” not allowed as child of element “ul” in this"
        " context. (Suppressing further errors from this subtree.)",
        f"{place}/b.html:{line}: Duplicate attribute “id”.",
    ]
    title = html.partition("<title>")[2].partition("</title>")[0]
    assert valid_html.titles(tmp_path) == [f"a.html, b.html: the same title, {title}"]
