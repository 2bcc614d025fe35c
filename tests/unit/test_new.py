"""Skeletons: refused while there is a blank, accepted as they stand once each is filled."""

import json
import re
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from macros.__main__ import app
from macros.catalog.load import load
from macros.check import check
from macros.skeletons import sources, study
from tests.helpers.projects import ROOT, copy_of_fixture

BIBTEX = """@article{lark2020,
  title = {An {Example} of kindness: a trial},
  author = {Lark, Anna B. and van der Wren, Carl},
  journal = {Journal of Examples}, volume = {12}, number = {3}, pages = {45--67},
  year = {2020}, doi = {10.1234/example.2021}
}
"""
STUDY = {
    "title": "An Example of kindness: a trial",
    "author": [
        {"family": "Lark", "given": "Anna B."},
        {"family": "van der Wren", "given": "Carl"},
    ],
    "issued": 2020,
    "container-title": "Journal of Examples",
    "volume": "12",
    "issue": "3",
    "page": "45-67",
    "DOI": "10.1234/example.2021",
}
# For each file: how it is begun, and what a writer fills in, blank by blank; an empty string leaves
# the line out.
NEW = {
    "docs/practices/carry-a-chair.md": (
        ["practice", "Carry a chair"],
        "Carry one chair for somebody, to share the work.|lonely|3|low|physical|now and then"
        "|outward|one person|without talking|we-underestimate-kindness|a chair is heavy"
        "|nobody helps me|I want to be useful|Look for a chair.|Ask.|Carry it."
        "|Move a cup.|Sit down.|We do not know.|It may be heavy, so leave it if it hurts."
        "|Nobody has looked at chairs.",
    ),
    "docs/articles/what-is-enough.md": (
        ["article", "What is enough?"],
        "A short page about enough.|Two-way street|lonely|Ripple contributors"
        "|we-underestimate-kindness|is this enough|You can stop here.|Enough is what you say it is."
        "|Who says so?|You do."
        "|Nobody knows.",
    ),
    "data/ripples/a-shared-umbrella.yml": (
        ["ripple", "A shared umbrella"],
        "with strangers|Two people stay dry, and one shoulder gets wet.|You walk more slowly."
        "|Somebody stays dry.|Your shoulder gets wet.",
    ),
    "data/organisations/letters-to-nowhere.yml": (
        ["organisation", "Letters to Nowhere"],
        "letters|You write a letter.|An hour|remote|Nowhere|low|||https://example.org/|medium"
        "|On a made-up page",
    ),
    "data/acts.yml": (
        ["act", "Hold the elevator."],
        "1|free|low|work|stranger|lonely|",
    ),
    "data/helplines/gb.yml": (
        ["helpline", "Night Voice", "--country", "gb"],
        "A charity|listening|Anyone|0800 1|08001|123|https://example.org/chat|At night|Free|English"
        "|https://example.org/|medium|A made-up page",
    ),
    "data/helplines/xq.yml": (
        ["helpline", "Night Voice", "--country", "xq"],
        "Nowhere|Europe/Nowhere|112|everything|medium|A made-up page"
        "|A charity|listening|Anyone|0800 1|08001|123|https://example.org/chat|At night|Free"
        "|English|https://example.org/|medium|A made-up page",
    ),
    "data/studies/lark2020.yml": (
        ["study", "lark.bib"],
        "experiment|12|Twelve made-up people.|A made-up figure.|They felt a bit better."
        "|Nobody was followed.|abstract",
    ),
}


def new(root: Path, *words: str) -> str:
    """What `python -m macros new` prints or stops with."""
    done = CliRunner().invoke(app, ["new", *words, "--root", str(root)])
    return done.output.removesuffix("\n") if done.exit_code else done.output


def filled(text: str, words: str) -> str:
    """A text with its blanks replaced in their order; lines with an empty word are left out."""
    answers = iter(words.split("|"))
    lines = []
    for line in text.splitlines():
        if "FILL IN" not in line:
            lines.append(line)
        elif word := next(answers):
            lines.append(re.sub(r'FILL IN\b[^"\n]*', word, line))
    assert list(answers) == []
    return "\n".join(lines) + "\n"


def test_blanks_are_refused_and_filled_ones_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "lark.bib").write_text(BIBTEX, "utf-8")
    monkeypatch.chdir(tmp_path)
    for file, (words, _) in NEW.items():
        assert new(tmp_path, *words) == f"{file}: fill in its blanks, then run: make check\n"
    problems = check(tmp_path)[1]
    blank = re.compile(r"`FILL IN[^`]*` is still blank; write it, or leave it out")
    assert [problem for problem in problems if not blank.fullmatch(problem.message)] == []
    for file, (_, words) in NEW.items():
        path = tmp_path / file
        text = path.read_text("utf-8")
        lines = [n for n, line in enumerate(text.splitlines(), 1) if "FILL IN" in line]
        assert [problem.line for problem in problems if str(problem.file) == file] == lines
        path.write_text(filled(text, words), "utf-8")
    assert [str(problem) for problem in check(tmp_path)[1]] == []
    catalog = load(tmp_path)
    assert catalog.helplines["gb"].lines[-1].name == "Night Voice"
    assert catalog.acts["hold-the-elevator"].text == "Hold the elevator."
    assert catalog.studies["lark2020"].author[1].family == "van der Wren"


def test_what_cannot_be_begun_is_said_in_one_line(tmp_path: Path) -> None:
    root = copy_of_fixture(tmp_path)
    bib = tmp_path / "two.bib"
    for words, line in {
        ("practice", "Wave to a neighbor"): (
            "docs/practices/wave-to-a-neighbor.md is there already; change that one, or choose"
            " another title"
        ),
        ("practice", "???"): "`???` has no letters a to z; an id needs some",
        ("act", "wave"): (
            "data/acts.yml has an act `wave` already; change that one, or choose other words"
        ),
        ("helpline", "Night Voice"): (
            "`` is no country code; write two letters, such as --country gb"
        ),
        ("study", "nothing"): (
            "`nothing` is neither a DOI, such as 10.1000/182, nor a BibTeX file here"
        ),
    }.items():
        assert new(root, *words) == line
    for text, line in {
        BIBTEX + BIBTEX.replace("lark2020", "lark2021"): "2 entries; keep the one you want to add",
        "@article{x, title = {": "not BibTeX: ",
    }.items():
        bib.write_text(text, "utf-8")
        assert new(root, "study", str(bib)).startswith(f"{bib}: {line}")
    bib.write_text(BIBTEX.replace("year = {2020},", ""), "utf-8")
    assert new(root, "study", str(bib)) == (
        "the source names no title or no year; copy another study's file instead"
    )
    bib.write_text(BIBTEX, "utf-8")
    assert new(root, "study", str(bib)) == (
        "data/studies/lark2020.yml is there already; compare the two, or name yours with a letter"
    )


@pytest.fixture
def resolver() -> Iterator[str]:
    """A resolver of DOIs that knows one, answers one with a list, and refuses all others."""
    csl = {
        "title": ["An <i>Example</i> of kindness: a trial"],
        "author": [*STUDY["author"], {"literal": "A group"}],
        "issued": {"date-parts": [[2020, 3, 1]]},
        **{key: STUDY[key] for key in ("container-title", "volume", "issue", "DOI")},
        "page": "45\u201367",
        "publisher": "Nobody",
    }
    answers = {"/10.1234/example.2021": csl, "/10.1234/list": []}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.path in answers and "citationstyles.csl+json" in self.headers["Accept"]
            self.send_response(200 if known else 404)
            self.end_headers()
            self.wfile.write(json.dumps(answers.get(self.path)).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_doi_is_looked_up(resolver: str, tmp_path: Path) -> None:
    for doi in ("10.1234/example.2021", "https://doi.org/10.1234/example.2021"):
        assert sources.fields(doi, resolver) == STUDY
    file, text = study(
        load(copy_of_fixture(tmp_path)), {**STUDY, "issued": 2021}, date(2026, 11, 22)
    )
    assert str(file) == "data/studies/lark2021.yml"
    assert "title: 'An Example of kindness: a trial'\n" in text
    for doi, line in {
        "10.1234/none": (
            "10.1234/none could not be looked up (Not Found); save its BibTeX in a file and name"
            " that file"
        ),
        "10.1234/list": "10.1234/list was answered with something else; name a BibTeX file instead",
    }.items():
        with pytest.raises(ValueError, match="10") as error:
            sources.fields(doi, resolver)
        assert str(error.value) == line
