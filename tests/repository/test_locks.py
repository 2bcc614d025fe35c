"""Lock files pin everything, with sums, and name no host."""

import json
import re

from tests.helpers.projects import ROOT


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


def test_the_lock_of_lighthouse_has_sums_and_names_no_host() -> None:
    lock = json.loads((ROOT / "benchmarks" / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "integrity" not in package] == []
