"""Workflows, forms and the citation are sound, and rights are kept apart."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.helpers.projects import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

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


def test_a_release_holds_the_copies_of_every_language(tmp_path: Path) -> None:
    copies = {
        *("downloads/SHA256SUMS", "downloads/ripple.zip", "downloads/data/acts.schema.json"),
        *("downloads/practices/wave.html", "es/downloads/SHA256SUMS", "es/downloads/ripple.zip"),
        *("es/downloads/ripple-kolibri.zip", "es/downloads/practices/wave.html"),
    }
    for name in copies:
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    (tmp_path / "notes").mkdir()
    release = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))
    steps = [step["run"] for step in release["jobs"]["build"]["steps"] if "run" in step]
    for step in steps[-2:]:  # those that gather them and list their sums
        shell = ["bash", "-e", "-c", step]
        subprocess.run(shell, cwd=tmp_path, check=True)
    released = {path.name: path.read_text("utf-8") for path in (tmp_path / "released").iterdir()}
    sums = released.pop("SHA256SUMS")
    assert released == {
        "ripple.zip": "downloads/ripple.zip",
        "acts.schema.json": "downloads/data/acts.schema.json",
        "ripple-es.zip": "es/downloads/ripple.zip",
        "ripple-kolibri-es.zip": "es/downloads/ripple-kolibri.zip",
    }
    assert [line.split("  ")[1] for line in sums.splitlines()] == sorted(released)
    attested = (tmp_path / "notes" / "copies").read_text("utf-8")
    assert {line.split("  site/")[1] for line in attested.splitlines()} == {
        name for name in copies if not name.endswith("SHA256SUMS")
    }
