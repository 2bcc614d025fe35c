"""The strings that readers see outside of pages: a tree of keys, with texts and lists of texts."""

from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field

from macros.catalog.models.fields import Record, fault


def _strings(tree: Any) -> Any:
    """The tree, if its leaves are texts."""
    if isinstance(tree, dict):
        return {key: _strings(inner) for key, inner in tree.items()}
    if isinstance(tree, list) and all(isinstance(inner, str) for inner in tree):
        return tree
    if not isinstance(tree, str) or not tree.strip():
        raise fault("a string is a text, a list of texts, or more keys; write it in quotes")
    return tree


class Extra(Record):
    """What the templates of site builders read as `config.extra`."""

    strings: Annotated[dict[str, Any], AfterValidator(_strings)] = Field(
        description="Every string by its key."
    )


class StringsFile(Record):
    """The file of strings, which is also a part of the settings of the site builders."""

    model_config = ConfigDict(title="strings")

    extra: Extra = Field(description="What templates read as `config.extra`.")
