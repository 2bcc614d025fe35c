"""The checker and the browser read danger alike: the same words, the same rules found."""

import json
import shutil
import subprocess
from pathlib import Path

import yaml

from macros.catalog.checks.danger_rules import DangerRules
from macros.catalog.kinds import DANGER, SEARCH, WORD_CLASSES
from tests.helpers.projects import ROOT, real_catalog

ODD = (
    "",
    "ÉTÉ ½ naïve",
    "sui\u00adcide",
    "\uff57\uff41\uff4e\uff54 to die",
    "d!e k*ll su1c1de",
    "killmyself",
    "😭🔪🏽",
    "I\u00b4m",
)
READ = """
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { makeDanger } from "./frontend/search/danger.js";
const page = { window: {} };
runInNewContext(readFileSync("docs/assets/scripts/danger-words.js", "utf-8"), page);
const { read, found } = makeDanger(page.window.rippleDanger.words);
const texts = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(texts.map((text) => [read(text), found(text)])));
"""


def phrases(file: Path) -> list[str]:
    """Every phrase of a file of questions."""
    all = yaml.safe_load(file.read_text("utf-8"))
    danger = all["danger"]
    if isinstance(danger, dict):
        danger = [phrase for kind in danger.values() for phrase in kind]
    return [*danger, *all["harmless"]]


def test_checker_and_browser_read_danger_alike() -> None:
    catalog = real_catalog()
    search = catalog.only(SEARCH)
    assert search is not None
    reader = DangerRules(search, catalog[WORD_CLASSES], catalog[DANGER])
    files = ("danger-phrases.yml", "danger-write.yml", "danger-choose.yml")
    texts = [text for name in files for text in phrases(ROOT / "tests" / "questions" / name)]
    texts += [text for rule in catalog[DANGER].values() for text in (*rule.matches, *rule.passes)]
    texts += ODD
    node = shutil.which("node")
    assert node is not None
    done = subprocess.run(
        [node, "--input-type=module", "-e", READ],
        input=json.dumps(texts),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    wanted = [[reader.vocabulary.read(text), reader.found(text)] for text in texts]
    different = [
        (text, ours, theirs)
        for text, ours, theirs in zip(texts, wanted, json.loads(done.stdout), strict=True)
        if ours != theirs
    ]
    assert different == []
