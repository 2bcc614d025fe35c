"""Who may import whom. Nothing imports tests but tests, and nothing goes in circles."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from tests.helpers.projects import ROOT

FOLDERS = ("benchmarks", "macros", "tests", "tools")
# The first room that a module stands in counts.
CATALOG, COMPONENTS, EDITIONS = "macros.catalog", "macros.components", "macros.editions"
LANGUAGES = "macros.languages"
SET = ("macros.settings", "macros.project")  # handed down
DOORS = ("macros.builder", "macros.check", "macros.preview", "macros.release", "macros.skeletons")
ROOMS = {
    CATALOG: (CATALOG,),
    "macros.settings": (),
    "macros.project": (CATALOG, "macros.settings"),
    COMPONENTS: (CATALOG, *SET, COMPONENTS),
    EDITIONS: (CATALOG, *SET, COMPONENTS, EDITIONS),
    LANGUAGES: (CATALOG, LANGUAGES),
    "macros.skeletons": (CATALOG, "macros.skeletons"),
    "macros.check": (CATALOG, *SET, COMPONENTS, LANGUAGES),
    "macros": (CATALOG, *SET, COMPONENTS, EDITIONS, LANGUAGES, *DOORS),
    "tools": ("macros", "tools"),
    "benchmarks": ("benchmarks", "macros", "tools"),
    "tests": FOLDERS,
}
BUILDERS = ("mkdocs", "zensical")
BUILDING = ("macros.preview", "macros.release")  # of our own, they alone know a builder


def named(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {
    named(path): path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))
}


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, ours by their full names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the whole name of what is imported"
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else str(node.module)


def within(module: str, packages: tuple[str, ...]) -> bool:
    return f"{module}.".startswith(tuple(f"{package}." for package in packages))


def wrong(module: str, imported: str) -> bool:
    """Whether a module may not import another."""
    if within(imported, BUILDERS):
        return module.startswith("macros.") and module not in BUILDING
    allowed = next(allowed for room, allowed in ROOMS.items() if within(module, (room,)))
    return within(imported, FOLDERS) and not within(imported, allowed)


def test_imports_point_one_way() -> None:
    assert [
        f"{module} imports {imported}"
        for module, path in MODULES.items()
        for imported in imports(path)
        if wrong(module, imported)
    ] == []


def test_no_imports_go_in_circles() -> None:
    graph = {module: set(imports(path)) & MODULES.keys() for module, path in MODULES.items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def test_a_wrong_import_is_seen() -> None:
    assert wrong("macros.catalog.load", "macros.components.context")
    assert wrong("tools.changes", "tests.helpers.projects")
    assert wrong("benchmarks.build", "tests.conftest")
    assert wrong("macros.editions.site", "mkdocs.plugins")
    assert not wrong("macros", "mkdocs.plugins")
    assert not wrong("tests.conftest", "tools.chromium")
