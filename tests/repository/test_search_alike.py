"""The build and the browser read words alike."""

import json
import subprocess

from macros.catalog.kinds import SEARCH
from macros.catalog.models.search import normalize
from macros.editions.search.language import Language
from tests.helpers.projects import ROOT, real_catalog
from tests.helpers.search_box import queries

MEANINGS = """
import { readFileSync } from "node:fs";
import { makeLanguage } from "./frontend/search/language.js";
const [words, texts] = JSON.parse(readFileSync(0, "utf-8"));
const language = makeLanguage(words);
const told = ({ word, stem, groups, said }) => [word, stem, groups, said];
console.log(JSON.stringify(texts.map((text) =>
  [language.plain(text), language.meanings(text).map(told)])));
"""
ODD = (
    "",
    "ÉTÉ ½ naïve",
    "sui\u00adcide",
    "w\uff49de sooo",
    "I\u00b4m",
    "🙂 ok",
    "d'être, x2 —",
    "no",
)


def node(program: str, given: object) -> object:
    """What a program of the scripts' side makes of this."""
    command = ["node", "--input-type=module", "-e", program]
    text = json.dumps(given)
    done = subprocess.run(command, input=text, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def everything() -> list[str]:
    """Every word of the pages and data, every question, and everything people say."""
    files = [*(ROOT / "docs").rglob("*.md"), *(ROOT / "data").rglob("*.yml")]
    text = normalize(" ".join(file.read_text("utf-8") for file in files))
    catalog = real_catalog()
    pages = catalog.every_page.values()
    said = [words for page in pages for words in getattr(page, "words", ())]
    words = catalog.only(SEARCH)
    assert words is not None
    same = [phrase for all in words.same.values() for phrase in all]
    return [*sorted(set(text.split())), *said, *queries(), *same, *ODD]


def test_build_and_browser_read_words_alike() -> None:
    words = real_catalog().only(SEARCH)
    assert words is not None
    language = Language(words)
    texts = everything()
    assert len(texts) > 5000
    wanted = [
        [normalize(text), [[m.word, m.stem, [*m.groups], m.said] for m in language.meanings(text)]]
        for text in texts
    ]
    found = node(MEANINGS, [{**words.model_dump(), "labels": {}}, texts])
    assert isinstance(found, list)
    different = [(a, b) for a, b in zip(wanted, found, strict=True) if a != b]
    assert different == []
