"""Open data: valid by its own schema, complete, and read by programs that keep sources."""

import json
import re
from datetime import date, timedelta
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest
import rispy
from pybtex.database import parse_string

from macros.catalog.kinds import HELPLINES, STUDIES
from macros.catalog.open_data import OPEN_KINDS
from macros.editions.copies import data_files as data
from macros.editions.site import Site
from tests.helpers.offline_copy import of_real_copy
from tests.helpers.picks import Guided
from tests.helpers.sites import ADDRESS, site_in

NAMES = [kind.name for kind in OPEN_KINDS]
FILES = ("studies.csl.json", "studies.bib", "studies.ris")


@pytest.fixture(scope="module")
def made(disk: Site) -> dict[str, bytes]:
    """Every file of open data, by its name."""
    return {file.name: content for file, content in data.files(disk).items()}


def content(made: dict[str, bytes], name: str) -> dict[str, Any]:
    """What a file of records says."""
    return dict(json.loads(made[f"{name}.json"]))


def test_every_set_of_records_is_there_with_its_schema(made: dict[str, bytes]) -> None:
    names = {f"{name}{end}.json" for name in NAMES for end in ("", ".schema")}
    assert made.keys() == names | set(FILES)


@pytest.mark.parametrize("name", NAMES)
def test_records_pass_their_schema_and_none_is_missing(
    made: dict[str, bytes], disk: Site, name: str
) -> None:
    whole, schema = content(made, name), json.loads(made[f"{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(whole, schema, jsonschema.Draft202012Validator)
    assert "x-record" not in made[f"{name}.schema.json"].decode()
    assert whole["$schema"] == f"{name}.schema.json"
    assert whole["version"] == f"{disk.built:%Y-%m-%d}"
    assert whole["license"] == "CC-BY-4.0"
    assert whole["source"] == ADDRESS
    assert list(whole[name]) == sorted(disk.catalog.records[name])
    # A schema that lets everything pass is none.
    first = next(iter(whole[name].values()))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            {**whole, name: {"one": {**first, "more": 1}}}, schema, jsonschema.Draft202012Validator
        )


@of_real_copy
def test_a_practice_says_where_it_stands_and_what_to_do(
    made: dict[str, bytes], practice: Guided
) -> None:
    whole = content(made, "practices")["practices"][practice.id]
    assert whole["page"] == f"{ADDRESS}{practice.address}"
    assert whole["minutes"] == practice.minutes
    for number, step in enumerate(practice.steps, 1):
        assert f"{number}. {step.text_content().strip()[:30]}" in whole["text"]
    assert "\ufffc" not in made["practices.json"].decode()
    assert "{{" not in made["practices.json"].decode()


@of_real_copy
def test_helplines_hold_what_pages_show(made: dict[str, bytes], disk: Site) -> None:
    lines = [
        line
        for country in content(made, "helplines")["helplines"].values()
        for line in country["lines"]
    ]
    shown = [
        line.name
        for _, country in sorted(disk.catalog[HELPLINES].items())
        for line in country.shown(disk.day).lines
    ]
    assert [line["name"] for line in lines] == shown
    assert len(lines) > 40
    assert all(date.fromisoformat(line["checked"]) for line in lines)


def test_an_expired_line_is_not_given_away(disk: Site) -> None:
    countries = disk.catalog[HELPLINES].values()
    last = max(line.expires for each in countries for line in each.lines if line.expires)
    late = site_in(disk.folder, disk.catalog, built=disk.built + (last - disk.day))
    whole = json.loads(data.files(late)[PurePosixPath("data/helplines.json")])
    assert [country["lines"] for country in whole["helplines"].values() if country["lines"]] == []
    assert "source" not in whole
    assert timedelta(0) < late.built - disk.built


def test_ris_holds_lines_of_tags_only(made: dict[str, bytes]) -> None:
    lines = made["studies.ris"].decode().splitlines()
    assert [line for line in lines if line and not re.match("[A-Z][A-Z0-9]  - ", line)] == []


def test_studies_are_read_alike_by_three_kinds_of_program(
    made: dict[str, bytes], disk: Site
) -> None:
    csl = {entry["id"]: entry for entry in json.loads(made["studies.csl.json"])}
    bibtex = parse_string(made["studies.bib"].decode(), "bibtex").entries
    ris = {entry["id"]: entry for entry in rispy.loads(made["studies.ris"].decode())}
    assert csl.keys() == set(bibtex) == ris.keys() == disk.catalog[STUDIES].keys()
    for id, study in disk.catalog[STUDIES].items():
        assert csl[id]["title"] == ris[id]["title"] == study.title
        assert bibtex[id].fields["title"].strip("{}") == study.title
        assert csl[id]["issued"]["date-parts"] == [[study.issued]]
        assert bibtex[id].fields["year"] == ris[id]["year"] == str(study.issued)
        assert csl[id].get("DOI") == ris[id].get("doi") == study.DOI
        assert bibtex[id].fields.get("doi") == study.DOI
        families = [name.family for name in study.author]
        assert [name["family"] for name in csl[id]["author"]] == families
        assert [name.split(", ")[0] for name in ris[id]["authors"]] == families
        people = [
            " ".join(person.prelast_names + person.last_names)
            for person in bibtex[id].persons["author"]
        ]
        assert people == [*families, *(["others"] if study.others else [])]
