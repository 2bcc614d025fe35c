"""What Ripple says of itself in one sentence is the same wherever it stands."""

import json

import pytest
import yaml
from lxml import etree

from tests.helpers.projects import ROOT, real_catalog

SENTENCE = real_catalog().text("tagline")


@pytest.mark.parametrize(
    "file", ["docs/assets/images/social-card.svg", "macros/editions/templates/cover.svg"]
)
def test_pictures_of_the_site_say_it(file: str) -> None:
    lines = etree.parse(ROOT / file).iter("{http://www.w3.org/2000/svg}text")
    assert SENTENCE in " ".join(str(line.text) for line in lines)


def test_the_manifest_and_the_settings_say_it() -> None:
    manifest = json.loads((ROOT / "docs/assets/manifest.webmanifest").read_text("utf-8"))
    assert manifest["description"] == SENTENCE
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    start = text.index("site_description:")
    described = yaml.safe_load(text[start : text.index("\n\n", start)])["site_description"]
    assert described.startswith(f"{SENTENCE} ")
