"""Asking the engine of search of a built site, in Node: hundreds of questions, and no browser."""

import json
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

from tests.helpers.projects import ROOT

PROGRAM = ROOT / "frontend" / "tests" / "answers.js"


class Found(TypedDict):
    """A page that answers, named as in a search box, and what kind of page it is."""

    page: str
    kind: str


Ask = Callable[[Iterable[str]], list[list[Found]]]


@contextmanager
def engine(site: Path) -> Iterator[Ask]:
    """Asks the engine of this site; for each question come all pages found, the best first."""
    command = ["node", str(PROGRAM), str(site)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as program:

        def ask(questions: Iterable[str]) -> list[list[Found]]:
            assert program.stdin and program.stdout
            print(json.dumps(list(questions)), file=program.stdin, flush=True)
            answers: list[list[Found]] = json.loads(program.stdout.readline())
            return answers

        yield ask


def pages(answer: list[Found]) -> list[str]:
    """The pages of an answer."""
    return [found["page"] for found in answer]
