"""Rules, and what a drafter is told of what they find.

Part of `checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from itertools import islice
from typing import TypeAlias

from attrs import field, frozen

from reportgen.checks.slips import Slip
from reportgen.checks.subject import Subject
from reportgen.errors import Place
from reportgen.messages import Message, message
from reportgen.records import Acceptance

MOST_SLIPS = 1_000
"""How many slips of one rule are told: more say nothing that those did not."""


class Severity(StrEnum):
    """How sure a rule is.

    Attributes:
        ERROR: it cannot stay as it is.
        WARNING: someone should look at it.
    """

    ERROR = "error"
    WARNING = "warning"


class Unable(Exception):  # noqa: N818 -- no fault: the rule says that it cannot be applied here
    """Raised by a rule that cannot be applied, such as spelling without a dictionary.

    Args:
        why: what is missing, and what to do about it.
    """

    def __init__(self, why: Message) -> None:
        """Keep the reason."""
        super().__init__(why)
        self.why = why


Examine: TypeAlias = Callable[[Subject], Iterable[Slip]]
"""Looks at a report, and says what it finds wrong."""


@frozen
class Rule:
    """One rule.

    Args:
        code: what it is called by, for ever: the family in capitals, then three digits.
        severity: how sure it is.
        source: what it rests on: a page of the Editorial Manual, a usage of the house.
        examine: applies it; its docstring explains it.
    """

    code: str
    severity: Severity
    source: Message = field(hash=False)
    examine: Examine = field(repr=False)


@frozen(kw_only=True)
class Finding:
    """A slip with the rule that finds it, and its place in the files.

    Args:
        place: where the words begin; None for a report that was made in memory.
        end: where they end, where the files write them.
        acceptance: why it may stay, where the records say so.
    """

    rule: Rule
    slip: Slip
    place: Place | None = None
    end: Place | None = None
    acceptance: Acceptance | None = None

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def instead(self) -> str | Message | None:
        """What to write instead, or to do."""
        slip = self.slip
        if slip.instead is None and slip.fix == "":
            return message("Delete it.")
        return slip.fix if slip.instead is None else slip.instead


@frozen
class Applied:
    """What rules find in a report.

    Args:
        findings: rule by rule.
        unable: the rules that could not be applied, or to the end, and why.
    """

    findings: tuple[Finding, ...]
    unable: Mapping[Rule, Message]


def applied(rules: Iterable[Rule], subject: Subject) -> Applied:
    """Apply rules to a report."""
    findings: list[Finding] = []
    unable: dict[Rule, Message] = {}
    for rule in rules:
        try:
            slips = iter(rule.examine(subject))
            findings += [Finding(rule=rule, slip=slip) for slip in islice(slips, MOST_SLIPS)]
            if next(slips, None) is not None:
                unable[rule] = message(
                    "{code} finds more than {most} slips; the others were not looked for",
                    code=rule.code,
                    most=MOST_SLIPS,
                )
        except Unable as error:
            unable[rule] = error.why
    return Applied(tuple(findings), unable)
