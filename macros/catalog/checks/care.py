"""Where a page speaks of what can hurt, help stands near."""

import re
from collections.abc import Iterator

from macros.catalog.catalog import Catalog
from macros.catalog.models.pages import Article
from macros.catalog.problems import Problem, line_at

HARD = re.compile(r"(?i)\b(?:suicid\w+|self-harm\w*|abus(?:e|ed|er|ers|ive)|overdos\w+)\b")
TOPIC = re.compile(
    r"(?i)\b(?:trauma\w*|grie\w+|burnout|burned out|bereave\w+|loss(?:es)?|disasters?)\b"
)
CATEGORIES = ("Hard times", "Limits")
NEEDS = ("grieving", "burned out")
CALLS = ("care_card", "helpline_list")


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Pages on suicide, self-harm, abuse, trauma, loss or burnout without the care card."""
    for file, page in catalog.every_page.items():
        reading = catalog.readings[file]
        if reading.faults or any(call.name in CALLS for call in reading.calls):
            continue
        if match := HARD.search(reading.prose):
            line = line_at(reading.prose, match.start()) + catalog.source(file).offset
            message = f"the page speaks of `{match[0]}` without help beside it"
            yield Problem(file, line, f"{message}; put {{{{ care_card() }}}} near its top")
        elif match := TOPIC.search(f"{page.title} {page.summary}"):
            message = f"the page is about `{match[0]}`; put {{{{ care_card() }}}} near its top"
            yield catalog.source(file).problem(("title",), message)
        elif needs := [need for need in getattr(page, "tags", ()) if need in NEEDS]:
            message = f"a page for people who are {needs[0]} needs {{{{ care_card() }}}} on it"
            yield catalog.source(file).problem(("tags",), message)
        elif isinstance(page, Article) and page.category in CATEGORIES:
            message = f"an article on `{page.category}` needs {{{{ care_card() }}}} near its top"
            yield catalog.source(file).problem(("category",), message)
