"""A hook of MkDocs: writes each page as plain Markdown into the folder that PLAIN_PAGES names.

Everything is already in it that our macros and Markdown extensions make: calls rendered, each
footnote with its text, the words of the glossary at the end. Front matter stays.
"""

import os
import re
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.plugins import event_priority

_FRONT = re.compile(r"(?s)---\n.*?\n---\n")
_WORDS = re.compile(r'(?s)<section [^>]*class="rp-glossary".*?</section>')
_BACK = re.compile(r'<a class="footnote-backref".*?</a>')  # the way back is marked by us


@event_priority(-100)  # after the macros
def on_page_markdown(markdown: str, page: Any, config: Any, **_: Any) -> None:
    """Called by MkDocs for each page."""
    reader = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    words = _WORDS.search(reader.convert(markdown))
    lines = markdown.split("\n")
    for part in reader.preprocessors:
        if type(part).__module__.startswith("macros."):
            lines = part.run(lines)
    front = _FRONT.match(Path(page.file.abs_src_path).read_text("utf-8"))
    end = f"\n\n{_BACK.sub('', words[0])}\n" if words else "\n"
    text = (front[0] if front else "") + "\n".join(lines) + end
    Path(os.environ["PLAIN_PAGES"], page.file.src_uri).write_text(text, "utf-8")
