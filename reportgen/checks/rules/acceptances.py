"""Acceptances: what drafters decided to leave as it is.

Part of `checks`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.accepting import IDLE, idle
from reportgen.checks.findings import applied
from reportgen.checks.registry import all_rules, rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import Subject
from reportgen.messages import message


@rule(IDLE, source=message("usage of the house"))
def idle_acceptance(subject: Subject) -> Iterator[Slip]:
    """What is accepted is found; an acceptance of nothing would hide a slip to come.

    Good:
        meetings: [{date: 2016-03-01, kind: debate, theme: L’eau et la paix}]
        accept: [{code: FORM002, reason: le Conseil n’a tenu qu’un débat}]
    Bad:
        accept: [{code: FORM002, reason: le Conseil n’a tenu qu’un débat}]
    """
    done = applied([one for one in all_rules() if one.code != IDLE], subject)
    yield from idle(subject.report, done.findings, done.unable)
