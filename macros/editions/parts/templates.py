"""The templates of copies: with values they become text, escaped and with nothing undefined."""

from pathlib import Path
from typing import Any

import jinja2

from macros.components.rendering import day, said, sentence

FOLDER = Path(__file__).parent.parent / "templates"


def fill(name: str, **values: Any) -> str:
    """Fill `templates/<name>`. Values are escaped unless the name says it is plain text."""
    return _TEMPLATES.get_template(name).render(values)


_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(FOLDER),
    autoescape=jinja2.select_autoescape(("html", "xhtml", "opf", "svg")),
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_TEMPLATES.filters.update(day=day, said=said, sentence=sentence)
