"""The rules of data/danger.yml find what they must, and leave alone what they must."""

from collections.abc import Iterator, Mapping

from macros.catalog.catalog import Catalog
from macros.catalog.checks.danger_rules import DangerRules
from macros.catalog.checks.danger_words import BUILT_IN, combinations, is_class, steps
from macros.catalog.kinds import DANGER, SEARCH, WORD_CLASSES
from macros.catalog.models.search import Danger
from macros.catalog.problems import Problem, suggestion
from macros.catalog.reading.source import SourceFile


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Classes and rules that name no class, and examples that rules read wrongly."""
    search, classes, rules = catalog.only(SEARCH), catalog[WORD_CLASSES], catalog[DANGER]
    if not search or not classes or not rules:
        return  # a file that cannot be read has its own line
    source = catalog.source(DANGER)
    faults = [*_unknown_parts(catalog), *_unknown_steps(rules, {*classes, *BUILT_IN}, source)]
    if faults:
        yield from faults
        return
    reader = DangerRules(search, classes, rules)
    for id, rule in rules.items():
        for number, phrase in enumerate(rule.matches):
            if id not in reader.found(phrase):
                message = f"the rule does not find its example `{phrase}`"
                yield source.problem((id, "matches", number), message)
        for number, phrase in enumerate(rule.passes):
            if found := reader.dangers(phrase):
                message = f"`{phrase}` must be left alone, but {', '.join(found)} finds it"
                yield source.problem((id, "passes", number), message)


def _unknown_parts(catalog: Catalog) -> Iterator[Problem]:
    """Classes of which a class consists, and which are not there."""
    classes = catalog[WORD_CLASSES]
    for id, one in classes.items():
        for number, part in enumerate(one.of):
            if part not in classes:
                message = f"there is no class `{part}`{suggestion(part, classes)}"
                yield catalog.source(WORD_CLASSES).problem((id, "of", number), message)


def _unknown_steps(
    rules: Mapping[str, Danger], classes: set[str], source: SourceFile
) -> Iterator[Problem]:
    for id, rule in rules.items():
        named = {name for all in combinations(rule) for step in steps(all) for name in step}
        for name in sorted(name.lower() for name in named if is_class(name)):
            if name not in classes:
                hint = suggestion(name, classes)
                message = f"there is no class `{name}` in {WORD_CLASSES.file()}{hint}"
                yield source.problem((id,), message)
