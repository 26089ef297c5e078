"""The schemas of the files: they accept what reading accepts, and explain it in two languages."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, TypeGuard, get_args, get_type_hints

import attrs
import pytest
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator
from places import INPUTS, REPOSITORY
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from strategies import plain_data, reports

from reportgen.errors import ReadingError
from reportgen.languages import fr
from reportgen.messages import CATALOGUES
from reportgen.pictures import Image
from reportgen.reading import read_report
from reportgen.records import Report, Symbol, Todo
from reportgen.saving import signed
from reportgen.schema import described, explained, schema_files, schemas, summary

REPORT, MEETING = schemas()["report.schema.json"], schemas()["meeting.schema.json"]
CHECKED = {
    name: Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    for name, schema in (("report", REPORT), ("meeting", MEETING))
}
SPEAKER = {"person": {"name": "Ana Khare"}, "function": {"title": "Secrétaire générale adjointe"}}
VALID: dict[str, Any] = {
    "period": 2016,
    "body": {"name": "Comité d’étude"},
    "chair": {"person": {"name": "Awa Seck"}, "function": {"title": "Ambassadrice"}},
    "organizations": {
        "senegal": {"name": "Sénégal"},
        "1": {"name": "Cuba"},
        "true": {"name": "Chine"},
    },
    "speakers": {"khare": SPEAKER},
    "meetings": [
        {
            "date": "2016-04-28",
            "theme": "Technologie",
            "speakers": ["khare"],
            "account": [{"by": "khare", "paragraphs": ["Une phrase."]}],
        }
    ],
}
FOUNDING = {"kind": "statement", "symbol": "S/PRST/2001/3", "date": "2001-01-31"}
OMITTED = object()
FRENCH = CATALOGUES / "fr/LC_MESSAGES/records.po"
OF_CHAIR, PARAGRAPH = "chair.function.of", "meetings.0.account.0.paragraphs.0"


class _AsEditorsRead(SafeConstructor):
    """Gives dates as the texts that they are in YAML 1.2."""


_AsEditorsRead.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def read_yaml(text: str | Path) -> Any:
    """Read YAML as an editor does."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _AsEditorsRead
    return yaml.load(text)


def faults(data: object, schema: str = "report") -> list[str]:
    """Say where data departs from a schema."""
    return [error.json_path for error in CHECKED[schema].iter_errors(data)]


def with_value(path: str, value: object) -> dict[str, Any]:
    """Give the valid report with one value set, or omitted."""
    data = copy.deepcopy(VALID)
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
    holder: Any = data
    for step in steps:
        holder = holder[step] if isinstance(step, int) else holder.setdefault(step, {})
    if value is OMITTED:
        del holder[last]
    else:
        holder[last] = value
    return data


def is_read(data: object, folder: Path) -> bool:
    """Tell whether reading accepts data, as one JSON file."""
    file = folder / "all.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    try:
        read_report(file)
    except ReadingError:
        return False
    return True


@pytest.mark.parametrize("schema", [REPORT, MEETING], ids=["report", "meeting"])
def test_a_schema_is_a_schema(schema: dict[str, Any]) -> None:
    """As its own draft defines it, the newest that editors of YAML know."""
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(schema)


@pytest.mark.parametrize(
    "file",
    sorted((REPOSITORY / "inputs").glob("*/**/*.yaml")),
    ids=lambda file: str(file.relative_to(REPOSITORY)),
)
def test_the_inputs_are_valid(file: Path) -> None:
    """Each file by the schema that its first line would name."""
    schema = "meeting" if file.parent.name == "meetings" else "report"
    assert faults(read_yaml(file), schema) == []


@given(report=reports())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_report_is_valid(report: Report) -> None:
    """Whatever the records hold, in one file or in a file for each meeting."""
    data = plain_data(report)
    assert faults(data) == []
    assert [faults(meeting, "meeting") for meeting in data["meetings"]] == [
        [] for _ in report.meetings
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("period", "2016"),
        ("period", {"start": "2016-01-01", "end": "2017-06-30"}),
        ("language", "fr"),
        ("chair", {"todo": "la présidence"}),
        ("chair.person.name", {"todo": "le nom"}),
        ("chair.source", {"todo": "la cote"}),
        ("chair.source", "A/70/95-S/2015/446"),
        (OF_CHAIR, "senegal"),
        (OF_CHAIR, 1),
        (OF_CHAIR, {"name": "Sénégal", "gender": "masculine", "number": "singular"}),
        ("body.parent", "senegal"),
        ("body.founding", FOUNDING),
        ("body.founding", {"todo": "le document"}),
        ("body.founding", {**FOUNDING, "kind": "resolution", "symbol": "S/RES/1540 (2004)"}),
        ("body.founding", {**FOUNDING, "kind": "resolution", "symbol": {"todo": "le numéro"}}),
        ("masthead", {}),
        ("masthead", {"original_language": {"todo": "la langue"}, "job_number": "16-12345"}),
        ("renewal", "S/RES/2272 (2016)"),
        ("renewal", {"todo": "la résolution"}),
        ("previous", {"period": 2015, "renewal": "S/RES/2272 (2016)", "history": ["En 2015"]}),
        ("wording.title", {"todo": "le titre"}),
        ("organizations", OMITTED),
        ("speakers.khare.key", "khare"),
        ("speakers.khare.function.of", "senegal"),
        ("meetings", OMITTED),
        ("meetings", []),
        ("meetings.0.date", {"todo": "la date"}),
        ("meetings.0.theme", {"todo": "le thème"}),
        ("meetings.0", {"date": "2016-01-08", "kind": "organizational"}),
        ("meetings.0.speakers.0", {**SPEAKER, "key": "khare"}),
        ("meetings.0.presided_by", "khare"),
        ("meetings.0.presided_by", SPEAKER),
        ("meetings.0.adopted", "S/RES/2272 (2016)"),
        ("meetings.0.in_annex", False),
        (PARAGRAPH, {"todo": "le propos"}),
        (PARAGRAPH, {"text": "Il a dit :", "items": ["un", {"todo": "deux"}], "key": "axes"}),
        (PARAGRAPH, {"text": {"todo": "x"}, "items": [{"text": "a", "items": ["b"]}]}),
        ("conclusions", ["Une conclusion.", {"todo": "l’autre"}]),
        ("conclusions", [{"text": "Une conclusion.", "addressed_to": "senegal"}]),
        ("body.gender", "féminin"),
        ("period", {"start": "1er janvier 2016", "end": "2016-12-31"}),
        ("meetings.0.date", "28/04/2016"),
        ("meetings.0.kind", "débat"),
        ("meetings.0.in_annex", "oui"),
        ("masthead", {"original_language": "français"}),
    ],
)
def test_what_reading_accepts_is_valid(path: str, value: object, tmp_path: Path) -> None:
    """Every way of writing a value."""
    data = with_value(path, value)
    assert is_read(data, tmp_path)
    assert faults(data) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("annexe", {}),
        ("body", OMITTED),
        ("body.name", OMITTED),
        ("body.name", None),
        ("body.name", 3),
        ("body.name", ""),
        ("body.name", " \n"),
        ("body.name", {"todo": "le nom"}),
        ("body.parent", ["senegal"]),
        ("body.founding", {**FOUNDING, "kind": "resolution"}),
        ("body.founding", {"kind": "statement"}),
        ("body.founding", {"todo": "le document", "kind": "statement"}),
        ("chair", "Fodé Seck"),
        ("chair", {"todo": ""}),
        ("chair", {"todo": None}),
        ("chair", {"todo": {"todo": "x"}}),
        ("chair", {"à faire": "le nom"}),
        ("chair.source", "S-2016-1"),
        ("chair.source", 2016),
        (OF_CHAIR, False),
        (OF_CHAIR, {"todo": "l’État"}),
        (OF_CHAIR, {"nom": "Sénégal"}),
        ("chair.person.rank", {"todo": "le grade"}),
        ("period", 216),
        ("period", "l’année 2016"),
        ("period", {"todo": "l’année"}),
        ("period", {"start": "2016-01-01"}),
        ("masthead", None),
        ("masthead.date", "2016-02-30"),
        ("masthead.job_number", 1612345),
        ("masthead.distribution", {"todo": "x"}),
        ("renewal", "S/PRST/2001/3"),
        ("previous", {}),
        ("previous", {"period": 2015, "symbols": [{"todo": "x"}]}),
        ("organizations", ["senegal"]),
        ("organizations", None),
        ("organizations.senegal", "Sénégal"),
        ("organizations.senegal", {"todo": "l’État"}),
        ("speakers.khare", "khare"),
        ("meetings", {}),
        ("meetings", {"todo": "les réunions"}),
        ("meetings.0", {"todo": "la réunion"}),
        ("meetings.0.theme", OMITTED),
        ("meetings.0.date", OMITTED),
        ("meetings.0.teme", "x"),
        ("meetings.0.speakers", "khare"),
        ("meetings.0.speakers", [{"todo": "qui"}]),
        ("meetings.0.account.0.by", OMITTED),
        ("meetings.0.account.0.by", {"todo": "qui"}),
        ("meetings.0.account.0.paragraphs", "Une phrase."),
        (PARAGRAPH, None),
        (PARAGRAPH, 3),
        (PARAGRAPH, ["a"]),
        (PARAGRAPH, {"items": ["a"]}),
        (PARAGRAPH, {"text": "a", "key": "deux mots"}),
        (PARAGRAPH, {"text": "a", "addressed_to": "senegal"}),
        (PARAGRAPH, {"text": "a", "items": [{"text": "b", "key": "c"}]}),
    ],
)
def test_what_reading_refuses_is_refused(path: str, value: object, tmp_path: Path) -> None:
    """Unknown and missing keys, values of another type or form."""
    data = with_value(path, value)
    assert not is_read(data, tmp_path)
    assert faults(data) != []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (OF_CHAIR, "senegall"),
        ("speakers.khare.key", "autre"),
        ("period", 2015),
        ("period", {"start": "2016-12-31", "end": "2016-01-01"}),
        ("period", 2016.0),
        ("meetings", [*VALID["meetings"], *VALID["meetings"]]),
        ("meetings.0.speakers", ["khare", "khare"]),
        ("meetings.0.account.0.by", "ladsous"),
        ("body.name", "Comité\x01"),
    ],
)
def test_what_only_reading_sees(path: str, value: object, tmp_path: Path) -> None:
    """The registries, the calendar, who may speak, and the signs behind a value."""
    data = with_value(path, value)
    assert not is_read(data, tmp_path)
    assert faults(data) == []


def test_the_key_true_is_the_one_thing_that_schemas_refuse_and_reading_does_not(
    tmp_path: Path,
) -> None:
    """Else editors would propose true and false where an organization belongs."""
    data = with_value(OF_CHAIR, True)  # noqa: FBT003 -- the value under test
    assert is_read(data, tmp_path)
    assert faults(data) == ["$.chair"]


def records_within(kind: Any) -> Iterator[type]:
    """Find the records and choices that a type is made of, each once."""
    seen: list[type] = []

    def visit(one: Any) -> None:
        if isinstance(one, UnionType) or get_args(one):
            for part in get_args(one):
                visit(part)
        elif isinstance(one, type) and one not in seen and (attrs.has(one) or is_choice(one)):
            seen.append(one)
            for part in get_type_hints(one).values() if attrs.has(one) else ():
                visit(part)

    visit(kind)
    yield from seen


def is_choice(kind: type) -> TypeGuard[type[StrEnum]]:
    """Tell whether a type is one of a few words."""
    return issubclass(kind, StrEnum)


RECORDS = [kind for kind in records_within(Report) if kind not in {Symbol, Image}]


@pytest.mark.parametrize("kind", RECORDS)
def test_every_field_of_a_record_is_in_the_schema(kind: type) -> None:
    """By itself, also one that is new."""
    schema = REPORT if kind is Report else REPORT["definitions"][kind.__name__]
    if is_choice(kind):
        assert schema["enum"][: len(kind)] == [choice.value for choice in kind]
        assert len(schema["enumDescriptions"]) == len(schema["enum"])
    else:
        names = {"todo"} if kind is Todo else {*attrs.fields_dict(kind)}
        registries = {"organizations", "speakers"} if kind is Report else set()
        assert schema["properties"].keys() == names | registries
        assert all(value["description"] for value in schema["properties"].values())


def english() -> set[str]:
    """Gather what the docstrings of the records say of them and of their fields."""
    said = {text for kind in RECORDS for text in (summary(kind), *explained(kind).values())}
    return said - {summary(Symbol)}


def french() -> dict[str, str]:
    """Read the French of the records, by the English."""
    with FRENCH.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, "fr") if entry.id}


@pytest.mark.parametrize("kind", [*RECORDS, Symbol])
def test_every_field_is_explained_in_its_docstring(kind: type) -> None:
    """And nothing is explained that is no field."""
    names = [choice.name for choice in kind] if is_choice(kind) else [*attrs.fields_dict(kind)]
    assert sorted(explained(kind)) == sorted(names)


def test_every_explanation_has_its_french_and_no_french_is_left_over() -> None:
    """A docstring that changes asks for a new translation."""
    of_the_schema = {
        "a meeting",
        "a statement",
        "a todo",
        "the organizations and States, each under a key of its own.",
        "those who speak at meetings, each under a key of its own.",
        (
            "the key of an organization or a State in the registry `organizations`, or the name,"
            " the acronym or the key of one that is known."
        ),
        "the key of a speaker in the registry `speakers`.",
    }
    assert sorted(english() - french().keys()) == []
    assert sorted(french().keys() - english()) == sorted(of_the_schema)
    assert [text for text, words in french().items() if not words or words == text] == []


def test_french_explanations_have_their_french_spaces() -> None:
    """As the program's messages do."""
    words = [re.sub("`[^`]*`", "``", text) for text in french().values()]
    assert [fr.spaces(text, "un-fr-2016") for text in words] == words


def test_an_explanation_says_french_and_then_english() -> None:
    """Both readers are served."""
    assert MEETING["properties"]["date"] == {
        "description": "Jour de la réunion.\n\nThe day on which it was held.",
        "anyOf": [{"$ref": "#/definitions/date"}, {"$ref": "#/definitions/Todo"}],
    }
    assert described("a resolution.") == "Résolution.\n\nA resolution."


def test_a_text_of_the_wrong_form_is_told_how_to_write_it() -> None:
    """Editors say this in place of the pattern."""
    told = MEETING["definitions"]["date"]["anyOf"][0]["patternErrorMessage"]
    assert told == (
        "Écrivez l’année, le mois et le jour, par exemple 2016-04-28.\n\n"
        "Write the year, the month and the day, for example 2016-04-28."
    )


@pytest.mark.parametrize(
    ("schema", "accept"),
    [
        (MEETING, lambda data: faults(data, "meeting")),
        (
            MEETING["definitions"]["Statement"],
            lambda data: faults({**VALID["meetings"][0], "account": [data]}, "meeting"),
        ),
        (
            MEETING["definitions"]["Todo"],
            lambda data: faults({**VALID["meetings"][0], "theme": data}, "meeting"),
        ),
    ],
    ids=["meeting", "statement", "todo"],
)
def test_what_an_editor_inserts_is_valid(
    schema: dict[str, Any], accept: Callable[[Any], list[str]]
) -> None:
    """Once its gaps are left as they are proposed."""
    (snippet,) = schema["defaultSnippets"]
    text = re.sub(r"\$\{\d:([^}]*)\}", r"\1", snippet["body"])
    assert accept(read_yaml(text)) == []


def test_the_files_are_json_that_people_can_read() -> None:
    """Accents stay accents."""
    files = schema_files()
    assert {name: json.loads(data) for name, data in files.items()} == schemas()
    assert "Jour de la réunion." in files["meeting.schema.json"].decode()


def test_the_schemas_beside_the_example_are_those_of_today() -> None:
    """They are kept with it so that editors find them in a fresh copy."""
    kept = {path.name: path.read_bytes() for path in (INPUTS / "2021" / ".schemas").iterdir()}
    assert kept == signed(schema_files())
