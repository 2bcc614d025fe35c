"""Who may know whom: imports point one way, and modules stay small."""

import ast
from pathlib import Path

import pytest

from tests.helpers.projects import ROOT

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
