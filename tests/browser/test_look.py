"""The look: styles and their sources, contrast of the tokens, the mark, pictures of drawings.

After a change to a drawing, make its pictures again: python -m tests.browser.test_look
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from struct import unpack
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser, ViewportSize

from benchmarks.first_visit import INDEX, weights
from macros.catalog.checks import images
from tests.audit.pages import calling
from tests.helpers.picks import Guided
from tests.helpers.projects import ROOT, real_catalog
from tests.helpers.reader import DESKTOP, MOVED, PHONE, Device
from tools.chromium import chromium

ASSETS = ROOT / "docs" / "assets"
FRONTEND = ROOT / "frontend"
IMAGES = ASSETS / "images"
LIGHT: dict[str, Any] = {"color_scheme": "light"}
DARK: dict[str, Any] = {"color_scheme": "dark"}
MORE: dict[str, Any] = {"contrast": "more"}
MODES = {
    "light": (LIGHT, 4.5, 3),
    "dark": (DARK, 4.5, 3),
    "light, more contrast": (LIGHT | MORE, 7, 4.5),
    "dark, more contrast": (DARK | MORE, 7, 4.5),
}
GROUNDS = ("ground", "raised", "sunken")
# The colors of words, each with the grounds they stand on.
WORDS = {
    **dict.fromkeys(("text", "soft", "link", "link-hover", "harm"), GROUNDS),
    "text": (*GROUNDS, "do-field", "light-field"),
    "soft": (*GROUNDS, "care", "do-field"),
    "link": (*GROUNDS, "do-field"),
    "on-fill": ("fill",),
    "on-mark": ("mark",),
    "on-care": ("care",),
    "care-link": ("care",),
}
# The colors of borders and outlines that say something.
SIGNS = {
    "edge": (*GROUNDS, "do-field"),
    "focus": (*GROUNDS, "do-field"),
    "do": ("raised", "do-field"),
    "care-edge": ("ground", "raised", "care"),
}


# Parts of a page that no template makes: words of the glossary, and a model within guide.html.
ALONE = {"glossary", "timer"}
# Classes that Markdown makes, and those whose names a template puts together from data.
FROM_MARKDOWN = r"admonition(-title)?|footnote(-backref|-ref)?|headerlink"
FROM_DATA = (
    "rp-(helpful|harmful|(grade|mark)--[a-z]+|accent-[a-z]+|tone-[a-z-]+|turn__next|in-[a-z]+)"
)


def rules(name: str) -> str:
    """A source of the styles, without its comments."""
    return re.sub(r"/\*.*?\*/", "", (FRONTEND / name).read_text("utf-8"), flags=re.DOTALL)


def test_each_style_is_loaded_once_and_named_as_the_template_it_is_for() -> None:
    bundles = ("site.css", "log.css", "night.css")
    loaded = [name for bundle in bundles for name in re.findall(r'@import "(.+?)"', rules(bundle))]
    sources = {path.relative_to(FRONTEND).as_posix() for path in FRONTEND.rglob("*.css")}
    # The night is dark by the tokens that others have in the dark.
    again = [name for name in loaded if name.startswith("tokens_dark") and loaded.count(name) == 2]
    assert sorted(loaded) == sorted([*(sources - {*bundles}), *set(again)])
    folders = (
        *(ROOT / "macros" / part / "templates" for part in ("components", "editions")),
        ROOT / "overrides" / "partials",
    )
    templates = {path.stem for folder in folders for path in folder.glob("*.html")}
    assert {path.stem for path in (FRONTEND / "parts").glob("*.css")} <= templates | ALONE


def test_every_class_of_the_styles_is_on_some_page() -> None:
    folders = (ROOT / "macros", ROOT / "overrides", FRONTEND, ASSETS / "scripts")
    files = [path for folder in folders for path in folder.rglob("*")]
    makers = [path for path in files if path.suffix in (".html", ".js", ".py")]
    used = set(re.findall(r"[\w-]+", "\n".join(path.read_text("utf-8") for path in makers)))
    sources = "\n".join(rules(str(path)) for path in FRONTEND.rglob("*.css"))
    classes = set(re.findall(r"\.([a-z][\w-]*)(?=[^{}\";]*\{)", sources))
    made = re.compile(f"{FROM_MARKDOWN}|{FROM_DATA}")
    unused = {name for name in classes - used if not made.fullmatch(name)}
    assert len(classes) > 150
    assert unused == set()


SPANISH = "áéíóúñüÁÉÍÓÚÑÜ¿¡«»"


def letters(name: str) -> set[str]:
    """The letters of a font."""
    return set(map(chr, TTFont(ASSETS / "fonts" / name).getBestCmap()))


def test_the_face_of_titles_has_every_letter_of_every_title() -> None:
    catalog = real_catalog()
    first, more = letters("fraunces-600.woff2"), letters("fraunces-more-600.woff2")
    titles = {page.title for page in catalog.every_page.values()}
    assert len(titles) > 100
    assert set("".join(titles)) | set(SPANISH) <= first
    # Each file is fetched for its own letters, and for no other.
    ranges = re.findall(r"unicode-range: (.+);", rules("base.css"))
    told = [set(map(chr, codes)) for codes in map(codes_of, ranges)]
    assert told == [first, more - {" "}]


def codes_of(told: str) -> Iterator[int]:
    """Every code point of a `unicode-range`."""
    for each in told.removeprefix("U+").split(", U+"):
        begin, _, end = each.partition("-")
        yield from range(int(begin, 16), int(end or begin, 16) + 1)


def luminance(color: str) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines define it."""
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colors are apart: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def weak(pairs: Mapping[str, tuple[str, ...]], colors: dict[str, str], least: float) -> list[str]:
    """The pairs that are less far apart than they should be."""
    return [
        f"{color} on {ground}: {ratio:.2f}"
        for color, grounds in pairs.items()
        for ground in grounds
        if (ratio := contrast(colors[color], colors[ground])) < least
    ]


@pytest.mark.parametrize("mode", MODES)
def test_every_color_stands_out_from_its_ground(browser: Browser, address: str, mode: str) -> None:
    settings, words, signs = MODES[mode]
    context = browser.new_context(**settings)
    page = context.new_page()
    page.goto(address)
    names = {name for pairs in (WORDS, SIGNS) for name in (*pairs, *sum(pairs.values(), ()))}
    colors = page.evaluate(
        """names => Object.fromEntries(names.map(name => [name,
          getComputedStyle(document.documentElement).getPropertyValue("--rp-" + name)]))""",
        sorted(names),
    )
    context.close()
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)
    assert weak(WORDS, colors, words) + weak(SIGNS, colors, signs) == []


def test_the_mark_is_the_same_wherever_it_is_drawn() -> None:
    header = (ROOT / "overrides" / "partials" / "header.html").read_text("utf-8")
    others = [(IMAGES / name).read_text("utf-8") for name in ("ripple.svg", "logo.svg")]
    (ring,) = re.findall(r'<path d="(M21[^"]*)"', header)
    for drawing in (header, *others):
        assert drawing.count(f'd="{ring}"') == 1
        shapes = re.findall(r'<circle [^>]*cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', drawing)
        assert {("16", "16", "3.5"), ("16", "16", "8.25"), ("25.5", "6.5", "3")} <= set(shapes)


def test_the_drawings_hold_shapes_and_words_only() -> None:
    assert {path.name for path in IMAGES.glob("*.svg")} == {
        *("logo.svg", "ripple.svg", "social-card.svg")
    }
    assert list(images.problems(real_catalog())) == []


def test_a_shared_link_shows_the_card_where_the_address_is_known(
    site: Path, offline_site: Path, practice: Guided
) -> None:
    given, none = practice.html(site), practice.html(offline_site)
    card = '<meta property="og:image" content="https://example.org/ripple/'
    assert f'{card}assets/images/social-card.png">' in given
    assert '<meta name="twitter:card" content="summary_large_image">' in given
    assert (site / "assets" / "images" / "social-card.png").is_file()
    for word in ("og:image", "twitter:"):
        assert word not in none
    assert '<link rel="apple-touch-icon" href="../../assets/images/touch-icon.png">' in given


def test_the_first_view_of_the_front_page_is_light(browser: Browser, site: Path) -> None:
    found = weights(browser, site, "")
    found.pop(INDEX, None)
    assert sum(sum(sizes) for sizes in found.values()) <= 60_000, dict(found)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_on_the_front_page_moves_by_itself(
    device: Device, address: str, size: ViewportSize
) -> None:
    page = device(viewport=size)
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.evaluate(MOVED) == 0


@pytest.mark.parametrize("call", ["how_are_you", "phrase_finder"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_words_to_choose_from_stay_within_the_text(
    device: Device, address: str, call: str, size: ViewportSize
) -> None:
    page = device(viewport=size)
    page.goto(address + calling(call))
    outside = page.evaluate(
        """() => {
          const edge = document.querySelector("main").getBoundingClientRect().right + 1;
          const words = [...document.querySelectorAll(".rp-needs a")];
          return [words.length, words.filter(e => e.scrollWidth > e.clientWidth + 1
            || e.getBoundingClientRect().right > edge).map(e => e.textContent)];
        }"""
    )
    assert outside[0] > 10
    assert outside[1] == []


# The pictures: what is drawn, its frame in CSS, and the size.
FONT = b64encode((ASSETS / "fonts" / "atkinson-hyperlegible-next.woff2").read_bytes()).decode()
COVER = ROOT / "macros" / "editions" / "templates" / "cover.png"
ICON = "width: 100%; padding: 14%; background: #faf6ef"
PICTURES = {
    IMAGES / "social-card.png": ("social-card.svg", "width: 100%", (1200, 630)),
    IMAGES / "touch-icon.png": ("ripple.svg", ICON, (180, 180)),
    COVER: ("cover.svg", "width: 100%", (1200, 1600)),
}


def drawn(browser: Browser, picture: Path) -> bytes:
    """A picture, drawn from its drawing in our own font."""
    drawing, frame, (width, height) = PICTURES[picture]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(
        f"""<style>@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: 400 700;
        src: url(data:font/woff2;base64,{FONT}) }} * {{ margin: 0; box-sizing: border-box }}
        svg {{ display: block; {frame} }}</style>{picture.with_name(drawing).read_text("utf-8")}"""
    )
    page.evaluate("document.fonts.ready")
    shot = page.screenshot()
    page.close()
    return shot


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_the_pictures_are_as_their_drawings(browser: Browser, path: Path) -> None:
    kept = path.read_bytes()
    assert unpack(">II", kept[16:24]) == PICTURES[path][2]
    assert len(kept) < 120_000
    page = browser.new_page()
    # Seen from afar, so that the edges of letters, which differ between machines, do not count.
    farthest = page.evaluate(
        """async pictures => {
          const seen = await Promise.all(pictures.map(async picture => {
            const image = new Image();
            image.src = "data:image/png;base64," + picture;
            await image.decode();
            const canvas = document.createElement("canvas");
            [canvas.width, canvas.height] = [image.width / 15, image.height / 15];
            const context = canvas.getContext("2d");
            context.imageSmoothingQuality = "high";
            context.drawImage(image, 0, 0, canvas.width, canvas.height);
            return context.getImageData(0, 0, canvas.width, canvas.height).data;
          }));
          return Math.max(...seen[0].map((value, i) => Math.abs(value - seen[1][i])));
        }""",
        [b64encode(picture).decode() for picture in (kept, drawn(browser, path))],
    )
    page.close()
    assert farthest < 24, f"{path.name} is old; run: python -m tests.browser.test_look"


if __name__ == "__main__":
    with chromium() as found:
        for path in PICTURES:
            path.write_bytes(drawn(found, path))


@pytest.mark.parametrize("width", [320, 360, 390])
def test_the_top_of_a_phone_is_one_row_in_longer_words_too(
    device: Device, address: str, width: int
) -> None:
    page = device(viewport={"width": width, "height": 700})
    page.goto(address)
    header = page.locator(".rp-header")
    height = "header => header.offsetHeight"
    before = header.evaluate(height)
    header.locator(".rp-help").evaluate("help => { help.textContent = 'Ayuda ahora'; }")
    assert header.evaluate(height) == before
