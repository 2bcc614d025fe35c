"""Files that are generated from data and committed: schemas for editors, words of danger.

Search also runs in a copy opened from a disk, where a page may load scripts and nothing else. So
the words come as a script; and it is kept, so that no builder has to know of it.
"""

import json
from pathlib import Path, PurePosixPath

from macros.catalog import schemas
from macros.catalog.catalog import Catalog
from macros.catalog.checks.danger_rules import HARMLESS
from macros.catalog.checks.danger_words import used_spellings
from macros.catalog.kinds import DANGER, SEARCH, TERMS, WORD_CLASSES
from macros.catalog.models.search import Danger, WordClass

SOURCES = (TERMS.file(), SEARCH.file(), DANGER.file(), WORD_CLASSES.file())
SCRIPTS = PurePosixPath("docs/assets/scripts")
_HEAD = "/* Made from {} by `make schema`. Change those. */\n"


def files(catalog: Catalog) -> dict[PurePosixPath, str] | None:
    """The text of every file made from data; none where the data cannot be read."""
    terms, search = catalog.terms, catalog.only(SEARCH)
    if terms is None or search is None:
        return None
    return {
        **schemas.schemas(terms),
        SCRIPTS / "danger-words.js": danger_script(catalog),
    }


def write(root: Path, files: dict[PurePosixPath, str]) -> list[PurePosixPath]:
    """Write the files that are not as they should be; return their names."""
    changed = []
    for file, text in files.items():
        path = root / file
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            changed.append(file)
    return changed


def danger_script(catalog: Catalog) -> str:
    """The words of danger for browsers. Without a list of its own, a language cannot tell danger
    from anything else: there, every search is answered with help first.
    """
    words = danger_words(catalog)
    if words is None:
        return f"{_HEAD.format(DANGER.file())}window.rippleDanger = {{ all: true }};\n"
    return _script("rippleDanger", words, WORD_CLASSES.file(), DANGER.file(), SEARCH.file())


def danger_words(catalog: Catalog) -> dict[str, object] | None:
    """The words and rules that tell danger; None in a language that has none of its own."""
    classes, rules, search = catalog[WORD_CLASSES], catalog[DANGER], catalog.only(SEARCH)
    if not rules or search is None:
        return None
    return {
        "classes": {id: _class(one) for id, one in classes.items()},
        "spellings": used_spellings(search, classes, rules.values()),
        "rules": [{"id": id, **_rule(rule)} for id, rule in rules.items()],
    }


def _class(one: WordClass) -> dict[str, str]:
    lists = one.model_dump(exclude={"about"})
    return {name: ",".join(words) for name, words in lists.items() if words}


def _rule(rule: Danger) -> dict[str, object]:
    fields = rule.model_dump(exclude={"about", "matches", "passes"})
    fields["harmless"] = rule.about == HARMLESS
    return {
        name: value for name, value in fields.items() if value not in (False, []) or name == "near"
    }


def _script(name: str, words: dict[str, object], *sources: PurePosixPath) -> str:
    """A script that sets words under a name of the window, each of them on a line of its own."""
    lines = ",\n".join(f"{json.dumps(key)}: {_json(value)}" for key, value in words.items())
    head = _HEAD.format(" and ".join(map(str, sources)))
    return f"{head}window.{name} = {{ words: {{\n{lines}\n}} }};\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
