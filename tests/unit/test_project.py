"""What holds for the project as a whole: real content, settings, imports, locks, workflows."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest
import yaml

from macros.catalog import generated_files as made
from macros.catalog.checks import care, rhythm
from macros.catalog.kinds import KINDS, PAGES
from macros.catalog.load import load
from macros.catalog.models.pages import Article, Page, Practice
from macros.catalog.reading.source import read_data
from macros.catalog.reports import coverage
from macros.check import check
from macros.components.calls import CALLS
from tests.helpers.projects import ROOT, extensions

SETTINGS = (ROOT / "mkdocs.yml").read_text("utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_the_real_content_has_no_problem() -> None:
    assert [str(problem) for problem in check(ROOT)[1]] == []


def test_no_call_is_named_like_a_key_of_front_matter() -> None:
    keys = {key for model in (Practice, Article, Page) for key in model.model_fields}
    assert keys & CALLS.keys() == set()


def test_no_setting_changes_what_the_gate_reads() -> None:
    assert "j2_" not in SETTINGS
    # An extension that reads more syntax than the gate knows would open a door.
    assert set(extensions(ROOT)) == {
        *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")
    }
    assert "hooks" not in SETTINGS
    assert "on_undefined: strict" in SETTINGS
    assert "on_error_fail: true" in SETTINGS


def test_files_made_from_data_are_as_the_data_is() -> None:
    files = made.files(load(ROOT))
    assert files is not None
    assert made.SCRIPT in files
    for file, text in files.items():
        written = (ROOT / file).read_text("utf-8")
        assert written == text, f"{file} is old; run: make schema"


def test_every_data_file_passes_its_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    seen = set()
    for schema, pattern in settings["yaml.schemas"].items():
        validator = jsonschema.Draft202012Validator(json.loads((ROOT / schema).read_text("utf-8")))
        for path in ROOT.glob(pattern):
            data = read_data(ROOT, PurePosixPath(path.relative_to(ROOT).as_posix())).data
            as_editors_see_it = json.loads(json.dumps(data, default=str))
            assert [error.message for error in validator.iter_errors(as_editors_see_it)] == [], path
            seen.add(path)
    assert seen == set((ROOT / "data").rglob("*.yml"))


def test_every_kind_of_data_has_a_schema_in_the_editor() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    places = {pattern.removesuffix("/*.yml") for pattern in settings["yaml.schemas"].values()}
    assert places == {kind.place for kind in KINDS if kind.place.startswith("data/")}


def test_the_reference_names_every_kind_of_record() -> None:
    reference = (ROOT / "docs" / "contribute" / "fields.md").read_text("utf-8")
    named = set(re.findall(r'field_table\("([a-z]+)"\)', reference))
    assert named >= {kind.singular for kind in (*KINDS, PAGES)}


# Words that mean something to the code: a list may explain them anew, but not lose them.
MEANT = {
    "needs": care.NEEDS,
    "categories": care.CATEGORIES,
    "measures": ("ratio",),
    "grades": ("unsupported",),
    "ways": ("helpful", "harmful"),
    "possibilities": coverage.QUIET,
    "confidences": ("high",),
    "costs": ("free",),
    "demands": (rhythm.FEELINGS,),
    "recipients": (rhythm.ONESELF,),
    "modes": ("both",),
}


@pytest.mark.parametrize("name", MEANT)
def test_words_that_the_code_knows_are_in_their_list(name: str) -> None:
    assert set(MEANT[name]) - set(load(ROOT).words(name)) == set()


ROOMS = {
    "macros.catalog": ("macros.catalog",),
    "macros.components": ("macros.catalog", "macros.components"),
    "macros.editions": ("macros.catalog", "macros.components", "macros.editions"),
    "macros.check": ("macros.catalog", "macros.components"),
    "macros.skeletons": ("macros.catalog", "macros.skeletons"),
    "macros.__main__": (
        *("macros.catalog", "macros.components", "macros.editions", "macros.check"),
        "macros.skeletons",
    ),
    "macros": ("macros.catalog", "macros.components", "macros.check"),
}


@pytest.mark.parametrize("path", sorted((ROOT / "macros").rglob("*.py")), ids=str)
def test_imports_point_one_way(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    room = next(allowed for prefix, allowed in ROOMS.items() if f"{name}.".startswith(f"{prefix}."))
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("macros"):
            assert f"{node.module}.".startswith(tuple(f"{prefix}." for prefix in room)), node.module
        if isinstance(node, ast.Import | ast.ImportFrom) and name != "macros":
            modules = [getattr(node, "module", None) or ""] + [a.name for a in node.names]
            assert not any(m.split(".")[0] in ("mkdocs", "zensical") for m in modules)


def test_modules_stay_small() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for folder in ("audit", "macros")
        for path in (ROOT / folder).rglob("*.py")
        if (lines := path.read_text("utf-8").count("\n")) > 170
    }
    assert long == {}


def test_locks_pin_everything_with_hashes_and_name_no_host() -> None:
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text("utf-8")
        assert "://" not in text
        for entry in re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^\s*#.*\n", "", text)):
            assert re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==\S+", entry), entry
            assert "--hash=sha256:" in entry, entry
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    for name, package in lock["packages"].items():
        assert "resolved" not in package, name
        assert not name or package["integrity"].startswith("sha512-"), name


# A job with rights neither checks out nor builds: it hands over what a job without rights made.
HANDLERS = {"actions/deploy-pages", "actions/download-artifact", "actions/attest-build-provenance"}


def test_workflows_pin_actions_and_keep_rights_apart() -> None:
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text("utf-8"))
        assert workflow["permissions"] == {}
        assert "pull_request_target" not in path.read_text("utf-8")
        for job in workflow["jobs"].values():
            uses = [step["uses"] for step in job["steps"] if "uses" in step]
            assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", use) for use in uses)
            writes = [right for right, level in job["permissions"].items() if level == "write"]
            if writes:
                assert {use.split("@")[0] for use in uses} <= HANDLERS
                runs = [step["run"] for step in job["steps"] if "run" in step]
                assert not any(re.search(r"\b(make|python|pip|git|sh)\b", run) for run in runs)
    assert (
        "pull_request"
        in yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))[True]
    )


SCHEMA = ["check-jsonschema", "--builtin-schema"]
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"


@pytest.mark.parametrize(
    "command",
    [
        [*SCHEMA, "vendor.github-workflows", *WORKFLOWS],
        [*SCHEMA, "vendor.github-issue-forms", *FORMS.glob("[!c]*.yml"), FORMS / "correction.yml"],
        [*SCHEMA, "vendor.github-issue-config", FORMS / "config.yml"],
        [*SCHEMA, "vendor.citation-file-format", ROOT / "CITATION.cff"],
        ["zizmor", "--offline", "--pedantic", "--quiet", "--no-progress", ROOT / ".github"],
    ],
    ids=["workflows", "forms", "config", "citation", "zizmor"],
)
def test_workflows_forms_and_citation_are_sound(command: list[Any]) -> None:
    tool = Path(sys.executable).parent / command[0]
    done = subprocess.run([tool, *command[1:]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
