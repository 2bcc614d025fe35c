"""Skeletons: refused while there is a blank, accepted as they stand once each is filled."""

import json
import re
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from macros.__main__ import app
from macros.catalog.kinds import ACTS, HELPLINES, STUDIES
from macros.catalog.load import load
from macros.check import check
from macros.skeletons import sources, study
from tests.helpers.projects import SETTINGS, copy_of_fixture, problems
from tools.study_record import answer

BIBTEX = """@article{lark2020,
  title = {An {Example} of kindness: a trial},
  author = {Lark, Anna B. and van der Wren, Carl},
  journal = {Journal of Examples}, volume = {12}, number = {3}, pages = {45--67},
  year = {2020}, doi = {10.1234/example.2021}
}
"""
STUDY: dict[str, Any] = {
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
# Words that skeletons state, which the fixture has no other use for.
WORDS = "  same day: Until the evening.\n  over weeks: Later.\n"
# For each file: how it is begun, and what a writer fills in, blank by blank; an empty string leaves
# the line out.
NEW: dict[str, tuple[list[str], str]] = {
    "docs/practices/carry-a-chair.md": (
        ["practice", "Carry a chair"],
        "Carry one chair for somebody.|armchair|Rest|lonely|3|low|social|now and then"
        "|outward|one person|without talking|small-lift|a chair is heavy"
        "|nobody helps me|I want to be useful|Carry a chair today, or let it stand."
        "|Look for a chair.|Ask.|Carry it."
        "|Move a cup.|Sit down.|We do not know.|It may be heavy, so leave it if it hurts."
        "|Nobody has looked at chairs.",
    ),
    "docs/articles/what-is-enough.md": (
        ["article", "What is enough?"],
        "A short page about enough.|Basics|lonely|Ripple contributors"
        "|small-lift|is this enough|You can stop here.|Enough is what you say it is."
        "|Who says so?|You do."
        "|Nobody knows.",
    ),
    "data/ripples/a-shared-umbrella.yml": (
        ["ripple", "A shared umbrella"],
        "outdoors|Two people stay dry, and one shoulder gets wet.|You walk more slowly."
        "|Somebody stays dry.|Your shoulder gets wet.",
    ),
    "data/organizations/letters-to-nowhere.yml": (
        ["organization", "Letters to Nowhere"],
        "letters|You write a letter.|An hour|local|Nowhere|low|||https://example.org/|medium"
        "|On a made-up page",
    ),
    "data/phrases/to-a-stranger.yml": (
        ["phrase", "To a stranger"],
        "say-no|Thank you, I have a chair.|I have one.|plain|say|You are tired.|They may sit down.",
    ),
    "docs/paths/a-slow-week.md": (
        ["path", "A slow week"],
        "One week with a chair in it.|armchair|lonely|Sit|sit-for-a-minute|It is slow."
        "|Lie down.|Some weeks are long.",
    ),
    "data/acts.yml": (
        ["act", "Hold the elevator."],
        "1|free|low|home|friend|lonely|",
    ),
    "data/helplines/zz.yml": (
        ["helpline", "Night Voice", "--country", "zz"],
        "A charity|listening|Anyone|0800 1|08001|123|https://example.org/chat|At night|Free|English"
        "|https://example.org/|medium|A made-up page",
    ),
    "data/helplines/aq.yml": (
        ["helpline", "Night Voice", "--country", "aq"],
        "Nowhere|Europe/Nowhere|112|everything|medium|A made-up page"
        "|A charity|listening|Anyone|0800 1|08001|123|https://example.org/chat|At night|Free"
        "|English|https://example.org/|medium|A made-up page",
    ),
    "data/studies/lark2021.yml": (
        ["study", "lark.bib"],
        "theory|12|Twelve made-up people.|A made-up figure.|They felt a bit better."
        "|Nobody was followed.|abstract|The journal's page.",
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
    root = copy_of_fixture(tmp_path)
    terms = root / "data" / "terms.yml"
    text = terms.read_text("utf-8").replace("\nways:", f"\n{WORDS}ways:")
    terms.write_text(text, "utf-8")
    (root / "lark.bib").write_text(BIBTEX.replace("{2020}", "{2021}"), "utf-8")
    monkeypatch.chdir(root)
    for file, (words, _) in NEW.items():
        assert new(root, *words) == f"{file}: fill in its blanks, then run: make check\n"
    found = check(root, SETTINGS).problems
    blank = re.compile(r"`FILL IN[^`]*` is still blank; write it, or leave it out")
    assert [problem for problem in found if not blank.fullmatch(problem.message)] == []
    for file, (_, answers) in NEW.items():
        path = root / file
        text = path.read_text("utf-8")
        lines = [n for n, line in enumerate(text.splitlines(), 1) if "FILL IN" in line]
        assert [problem.line for problem in found if str(problem.file) == file] == lines
        path.write_text(filled(text, answers), "utf-8")
    assert problems(root) == []
    catalog = load(root)
    assert catalog[HELPLINES]["zz"].lines[-1].name == "Night Voice"
    assert catalog[ACTS]["hold-the-elevator"].text == "Hold the elevator."
    assert catalog[STUDIES]["lark2021"].author[1].family == "van der Wren"


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
            "data/acts.yml has `wave` already; change that one, or choose another title"
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


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        (
            r"""@article{a, title = {Kind \& \emph{well}: 50\% {M}ore}, journal = {Jo{\"u}rnal},
            author = {M{\"u}ller, J{\'o}zef and Garc{\'\i}a, A. and others}, year = 2020,
            doi = {https://doi.org/10.1234/ab\_c}, pages = {1--2}}""",
            {
                "title": "Kind & well: 50% More",
                "author": [
                    {"family": "M\xfcller", "given": "J\xf3zef"},
                    {"family": "Garc\xeda", "given": "A."},
                ],
                "others": True,
                "issued": 2020,
                "container-title": "Jo\xfcrnal",
                "page": "1-2",
                "DOI": "10.1234/ab_c",
            },
        ),
        (
            "@misc{a, title = {A report}, author = {{World Health Organization}},"
            " year = {2020}, publisher = {WHO}}",
            {
                "title": "A report",
                "author": [{"family": "World Health Organization"}],
                "issued": 2020,
                "container-title": "WHO",
            },
        ),
        (
            '@online{a, title = "A draft", date = "2021-03-04", archivePrefix = {arXiv}}',
            {
                "title": "A draft",
                "author": [{"family": "FILL IN who wrote it"}],
                "issued": 2021,
                "container-title": "arXiv",
            },
        ),
        (
            "@misc{a, title = {Bare}, author = {Lark, A.}, year = {2021}, doi = {doi:10.1234/X}}",
            {
                "title": "Bare",
                "author": [{"family": "Lark", "given": "A."}],
                "issued": 2021,
                "container-title": "FILL IN the journal, the book or who published it",
                "DOI": "10.1234/X",
            },
        ),
    ],
    ids=["signs and others", "a group", "nobody named", "no journal"],
)
def test_bibtex_is_read_as_programs_write_it(
    entry: str, known: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "a.bib"
    path.write_text(entry, "utf-8")
    assert sources.fields(str(path)) == known


@pytest.fixture
def resolver() -> Iterator[str]:
    """A resolver of DOIs that knows one, answers one with a list, and refuses all others."""
    csl = {
        "title": ["An <i>Example</i> of kindness: a trial"],
        "author": [*STUDY["author"], {"literal": "A group"}, {"given": "Nameless"}],
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
        group = {"family": "A group"}
        assert sources.fields(doi, resolver) == {**STUDY, "author": [*STUDY["author"], group]}
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


def test_an_issue_that_names_a_doi_is_answered_with_its_record(
    resolver: str, tmp_path: Path
) -> None:
    catalog, day = load(copy_of_fixture(tmp_path)), date(2026, 11, 22)
    address = "https://example.org/code"

    def told(body: str) -> str:
        return answer(body, catalog, address, day, resolver)

    assert told("### Which?\n\nThe one by Lark") == (
        "No DOI stands here, so no record was begun. A person will look at it.\n"
    )
    assert told("It is https://doi.org/10.1234/none.").startswith(
        "No record was begun: 10.1234/none could not be looked up (Not Found);"
    )
    assert told("doi:10.1234/example.2021.") == (
        "No record was begun: data/studies/lark2020.yml is there already; compare the two, or name"
        " yours with a letter. A person will look at it.\n"
    )
    (catalog.root / "data" / "studies" / "lark2020.yml").unlink()
    catalog = load(catalog.root)
    begun = told("doi:10.1234/example.2021.")
    place = f"{address}/new/main?filename=data/studies/lark2020.yml"
    assert f"[`data/studies/lark2020.yml`]({place})" in begun
    assert "~~~yaml\ntitle: 'An Example of kindness: a trial'\n" in begun
    assert begun.endswith("checked: 2026-11-22\n~~~\n")
