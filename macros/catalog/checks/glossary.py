"""One word of the glossary has one meaning."""

from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import GLOSSARY
from macros.catalog.problems import Problem


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Words and forms that two entries claim."""
    owners: dict[str, str] = {}
    for id, entry in catalog[GLOSSARY].items():
        for place, form in [("word", entry.word), *(("forms", form) for form in entry.forms)]:
            owner = owners.setdefault(form.lower(), id)
            if owner != id or (place == "forms" and form.lower() == entry.word.lower()):
                message = f"`{form}` stands in entry `{owner}` already; keep it in one place"
                yield catalog.source(GLOSSARY).problem((id, place), message)
