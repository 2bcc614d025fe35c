"""mkdocs.yml holds settings that do something here; what would be ignored in silence is refused."""

from collections.abc import Iterator
from pathlib import PurePosixPath

import yaml

from macros.catalog.catalog import Catalog
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.file import is_regular_file, read_text
from macros.catalog.reading.markdown import EXTENSIONS
from macros.catalog.reading.yaml_messages import meaning

FILE = PurePosixPath("mkdocs.yml")
OURS = tuple(
    f"macros.components.markdown.{name}"
    for name in ("citations", "glossary", "link_names", "sections")
)
# Every name that may stand in the file, by the key that it stands below. Pages are found by
# themselves, and their look is our own, so that `nav` or a palette would do nothing.
KNOWN = {
    "": (
        *("INHERIT", "site_name", "site_description", "site_url", "repo_url", "edit_uri"),
        *("site_dir", "exclude_docs", "extra", "theme", "extra_css", "extra_javascript"),
        *("plugins", "markdown_extensions", "validation", "watch"),
    ),
    "extra": ("menu", "built", "edit", "policy", "unconfirmed", "own", "labels", "direction"),
    "theme": ("name", "custom_dir", "language", "font", "favicon"),
    "plugins": ("meta", "macros", "offline"),
    "markdown_extensions": (*EXTENSIONS, *OURS),
}


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Settings without effect, extensions that the checks do not know, and names of no section."""
    if not is_regular_file(catalog.root / FILE):
        return
    text, faults = read_text(catalog.root, FILE)
    yield from faults
    try:
        settings = None if faults else yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line, message = meaning(error, text)
        yield Problem(FILE, line + 1, message)
        return
    yield from _unknown(settings, "")
    for key, below in _entries(settings):
        yield from _unknown(below, key.value)
        if key.value == "theme":
            yield from _theme(key, below, catalog.language)
        for name, inner in _entries(below) if key.value == "extra" else ():
            if name.value == "menu":
                yield from _menu(catalog, inner)


def _unknown(node: yaml.Node | None, key: str) -> Iterator[Problem]:
    known = KNOWN.get(key, ())
    for name, _ in _entries(node):
        if known and name.value not in known:
            hint = suggestion(name.value, known) or "; delete it"
            message = f"`{name.value}` would have no effect, or one that is not checked{hint}"
            yield Problem(FILE, name.start_mark.line + 1, message)
    for needed in known if key == "markdown_extensions" else ():
        if node and needed not in {entry.value for entry, _ in _entries(node)}:
            yield Problem(FILE, node.start_mark.line, f"`{needed}` is missing here; add it")


def _theme(key: yaml.ScalarNode, theme: yaml.Node | None, language: str) -> Iterator[Problem]:
    """Another theme than ours is built on, and a language that pages and strings are not in."""
    given = {name.value: value for name, value in _entries(theme)}
    for name, right in (("name", "material"), ("language", language)):
        value = given.get(name)
        if value is None or value.value != right:
            line = (value or key).start_mark.line + 1
            yield Problem(
                FILE, line, f"`{name}` of the theme must be {right}; write {name}: {right}"
            )


def _menu(catalog: Catalog, menu: yaml.Node | None) -> Iterator[Problem]:
    """Names of folders without a first page, which the menu would leave out."""
    files = (file for file in catalog.files if file.parts[0] == "docs" and len(file.parts) == 3)
    sections = sorted(file.parts[1] for file in files if file.name == "index.md")
    places = menu.value if isinstance(menu, yaml.SequenceNode) else []
    for place in places:
        if not isinstance(place, yaml.SequenceNode):
            message = "each place of the menu is a list of folders; write it as [practices]"
            yield Problem(FILE, place.start_mark.line + 1, message)
    for name, _ in (entry for place in places for entry in _entries(place)):
        if name.value not in sections:
            hint = suggestion(name.value, sections) or "; add that page, or take the name out"
            message = f"`{name.value}` has no page docs/{name.value}/index.md{hint}"
            yield Problem(FILE, name.start_mark.line + 1, message)


def _entries(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node | None]]:
    """The names within a setting, each with what stands below it: keys, and entries of a list."""
    if isinstance(node, yaml.MappingNode):
        return [(key, value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
    if not isinstance(node, yaml.SequenceNode):
        return []
    named = [_entries(each)[:1] or [(each, None)] for each in node.value]
    return [entry for (entry,) in named if isinstance(entry[0], yaml.ScalarNode)]
