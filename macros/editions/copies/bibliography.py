"""Studies for programs that keep sources: CSL-JSON 1.0.2, BibTeX, RIS."""

import json
from typing import Any, TextIO

import rispy
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from macros.catalog.catalog import Catalog
from macros.catalog.kinds import STUDIES
from macros.catalog.models.evidence import Study

FIELDS = ("volume", "issue", "page", "DOI")


def files(catalog: Catalog) -> dict[str, bytes]:
    """All studies in each of the three forms, by file name."""
    studies = dict(sorted(catalog[STUDIES].items()))
    csl = [_csl(id, study) for id, study in studies.items()]
    bibtex = BibliographyData({id: _bibtex(study) for id, study in studies.items()})
    ris = [_ris(id, study) for id, study in studies.items()]
    return {
        "studies.csl.json": (json.dumps(csl, ensure_ascii=False, indent=1) + "\n").encode(),
        "studies.bib": _Writer().to_string(bibtex).encode(),
        "studies.ris": rispy.dumps(ris, implementation=_RisWriter).encode(),
    }


def _csl(id: str, study: Study) -> dict[str, Any]:
    """CSL has no mark for authors left out; what it does not know stands under `custom`."""
    known = study.model_dump(mode="json", by_alias=True, exclude_none=True)
    own = ("others", "design", "participants", "population", "finding", "limits", "retracted")
    return {
        "id": id,
        "type": "article-journal",
        "title": study.title,
        "author": known["author"],
        "issued": {"date-parts": [[study.issued]]},
        "container-title": study.container_title,
        **{name: known[name] for name in FIELDS if name in known},
        "custom": {name: known[name] for name in own if name in known},
    }


def _bibtex(study: Study) -> Entry:
    fields = {
        "title": f"{{{study.title}}}",  # in braces its capitals stay
        "journal": study.container_title,
        "year": str(study.issued),
        "volume": study.volume,
        "number": study.issue,
        "pages": study.page.replace("-", "--") if study.page else None,
        "doi": study.DOI,
    }
    authors = [Person(first=name.given or "", last=name.family) for name in study.author]
    if study.others:
        authors.append(Person("others"))
    given = {name: value for name, value in fields.items() if value}
    return Entry("article", given, {"author": authors})


class _Writer(Writer):  # type: ignore[misc]
    """Writes characters that LaTeX reads as its own the way it wants them, but a DOI as it is."""

    def _write_field(self, stream: TextIO, type: str, value: str) -> None:
        if type == "doi":
            stream.write(f",\n    doi = {self.quote(value)}")
        else:
            super()._write_field(stream, type, value)


class _RisWriter(rispy.RisWriter):  # type: ignore[misc]
    """Writes no number before each study: programs take the line for a part of the one before."""

    def set_header(self, count: int) -> str:  # noqa: ARG002
        return ""


def _ris(id: str, study: Study) -> dict[str, Any]:
    start, _, end = (study.page or "").partition("-")
    fields = {
        "type_of_reference": "JOUR",
        "id": id,
        "title": study.title,
        "authors": [name.inverted for name in study.author],
        "year": str(study.issued),
        "journal_name": study.container_title,
        "volume": study.volume,
        "number": study.issue,
        "start_page": start,
        "end_page": end,
        "doi": study.DOI,
        "notes": ["More authors follow."] if study.others else None,
    }
    return {name: value for name, value in fields.items() if value}
