"""Findings that the drafters have accepted, and acceptances that accept nothing.

Part of `checks`. What a meeting accepts holds for that meeting, what the report accepts for all of
it; a finding that is accepted stays silent, and is listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.checks.findings import Finding, Rule
from reportgen.checks.slips import Slip
from reportgen.errors import RecordPath
from reportgen.messages import message
from reportgen.records import Acceptance, Report

IDLE = "ACCEPT001"
"""The code of the rule on acceptances, which looks when all others have looked."""


def acceptances(report: Report) -> Iterator[tuple[RecordPath, Acceptance]]:
    """Give every acceptance with its path, those of the meetings first: they say more."""
    for index, meeting in enumerate(report.meetings):
        for number, acceptance in enumerate(meeting.accept):
            yield ("meetings", index, "accept", number), acceptance
    for number, acceptance in enumerate(report.accept):
        yield ("accept", number), acceptance


def accepts(path: RecordPath, acceptance: Acceptance, code: str, slip: Slip) -> bool:
    """Tell whether an acceptance, found at a path, holds for what a rule says."""
    return (
        acceptance.code == code
        and slip.path[: len(path) - 2] == path[:-2]
        and (acceptance.words is None or _folded(acceptance.words) in _folded(slip.words))
    )


def accepted_by(report: Report, code: str, slip: Slip) -> Acceptance | None:
    """Find the acceptance that holds for what a rule says."""
    every = acceptances(report)
    return next((one for path, one in every if accepts(path, one, code, slip)), None)


def idle(report: Report, findings: Iterable[Finding], left_out: Iterable[Rule]) -> Iterator[Slip]:
    """Find the acceptances that accept nothing.

    Args:
        report: the report.
        findings: everything that the rules find in it.
        left_out: the rules that had no look, of which nothing can be said.
    """
    unknown = {rule.code for rule in left_out}
    found = tuple(findings)
    for path, acceptance in acceptances(report):
        if acceptance.code not in unknown and not any(
            accepts(path, acceptance, finding.code, finding.slip) for finding in found
        ):
            yield Slip(
                path=path,
                words=acceptance.words or acceptance.code,
                what=message("nothing is found that this acceptance accepts"),
                instead=message("Delete it, or correct its code or its words."),
            )


def _folded(words: str) -> str:
    return " ".join(words.split())
