"""The build and the browser read words alike, and the index is what MiniSearch itself makes."""

import json
import subprocess
from pathlib import Path

import yaml

from macros.catalog.kinds import ARTICLES, PRACTICES, SEARCH
from macros.catalog.models.search import normalize
from macros.editions.search.language import Language
from macros.editions.search.minisearch import serialized
from tests.helpers.projects import ROOT, real_catalog

MEANINGS = """
import { readFileSync } from "node:fs";
import { makeLanguage } from "./frontend/search/language.js";
const [words, texts] = JSON.parse(readFileSync(0, "utf-8"));
const language = makeLanguage(words);
const told = ({ word, stem, groups, said }) => [word, stem, groups, said];
console.log(JSON.stringify(texts.map((text) =>
  [language.plain(text), language.meanings(text).map(told)])));
"""
INDEX = """
import MiniSearch from "minisearch";
import { readFileSync } from "node:fs";
const [fields, documents] = JSON.parse(readFileSync(0, "utf-8"));
const tokenize = (text) => text.split(" ");
const engine = new MiniSearch({ fields, tokenize, processTerm: (term) => term });
engine.addAll(documents.map(([id, terms]) =>
  ({ id, ...Object.fromEntries(fields.map((field) => [field, terms[field].join(" ")])) })));
const made = engine.toJSON();
made.index.sort(([one], [other]) => (one < other ? -1 : 1));
console.log(JSON.stringify({ ...made, storedFields: {} }));
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
    said = [words for record in catalog[PRACTICES].values() for words in record.words]
    said += [words for record in catalog[ARTICLES].values() for words in record.words]
    questions = yaml.safe_load(Path(ROOT, "tests/questions/search-queries.yml").read_text("utf-8"))
    words = catalog.only(SEARCH)
    assert words is not None
    same = [phrase for all in words.same.values() for phrase in all]
    return [*sorted(set(text.split())), *said, *map(str, questions), *same, *ODD]


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
    found = node(MEANINGS, [words.model_dump(), texts])
    assert isinstance(found, list)
    different = [(a, b) for a, b in zip(wanted, found, strict=True) if a != b]
    assert different == []


def test_the_index_is_what_the_library_makes_and_reads() -> None:
    fields = ("title", "tags")
    some = ("wave wave ~lonely", "", "hand", "wav"), ("one", "two two", "", "~lonely")
    documents = [
        (n, {"title": title.split(), "tags": tags.split()})
        for n, (title, tags) in enumerate(zip(*some, strict=True))
    ]
    made = json.loads(json.dumps(serialized(fields, documents)))
    theirs = node(INDEX, [fields, documents])
    assert isinstance(theirs, dict)
    averages = made.pop("averageFieldLength"), theirs.pop("averageFieldLength")
    assert [round(a, 9) for a in averages[0]] == [round(a, 9) for a in averages[1]]
    assert made == theirs
