"""Findings in SARIF 2.1.0, the form in which editors and code hosts take them.

Part of `cli`. Source: Static Analysis Results Interchange Format, version 2.1.0, OASIS Standard,
sections 3.13 (log), 3.14 (run), 3.27 (result), 3.35 (suppression).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from reportgen import __version__
from reportgen.messages import message, spoken_language, translate

if TYPE_CHECKING:
    from reportgen.checks import Checked, Finding, Rule
    from reportgen.errors import Place

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif_log(checked: Checked) -> dict[str, Any]:
    """Say what was found as one SARIF log with one run.

    The run lists every rule that there is, what was accepted as suppressed results, and why a rule
    could not be applied as a notification.
    """
    from reportgen.checks import all_rules

    rules = {rule.code: rule for rule in all_rules()}
    rules |= {one.code: one.rule for one in (*checked.findings, *checked.accepted)}
    codes = sorted(rules)
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "reportgen",
                        "version": __version__,
                        "language": spoken_language(),
                        "rules": [_rule(rules[code]) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": True,
                        "toolExecutionNotifications": [
                            {"level": "warning", "message": {"text": str(why)}}
                            for why in checked.unable
                        ],
                    }
                ],
                "results": [
                    _result(one, codes.index(one.code))
                    for one in (*checked.findings, *checked.accepted)
                ],
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    from reportgen.checks import explanation

    said = translate(explanation(rule).statement, "rules")
    return {
        "id": rule.code,
        "shortDescription": {"text": said},
        "help": {"text": f"{said}\n{message('Source: {source}', source=rule.source)}"},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    accepted = finding.acceptance
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.rule.severity.value,
        "message": {"text": _said(finding)},
        "locations": [_location(finding)],
        "suppressions": [{"kind": "inSource", "justification": str(accepted.reason)}]
        if accepted
        else [],
    }


def _said(finding: Finding) -> str:
    said = str(finding.slip.what)
    if words := finding.slip.words:
        said = f"{said} {message('“{words}”', words=words)}"
    return said if finding.instead is None else f"{said} → {finding.instead}"


def _location(finding: Finding) -> dict[str, Any]:
    path = ".".join(map(str, finding.slip.path)) or "report"
    location: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": path}]}
    if place := finding.place:
        location["physicalLocation"] = {
            "artifactLocation": {"uri": _address(place.file)},
            "region": _region(place, finding.end),
        }
    return location


def _address(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _region(start: Place, end: Place | None) -> dict[str, int]:
    region = {"startLine": start.line or 1, "startColumn": start.column or 1}
    if end and end.line and end.column:
        region |= {"endLine": end.line, "endColumn": end.column}
    return region
