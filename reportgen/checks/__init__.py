"""What an editor would send back, found while it is still cheap to change.

Floor 5. `findings` holds the values, `rules` the rules, a family a module, `registry` finds them,
`subject` is what they look at, `examples` reads what they say of themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from reportgen import pipeline
from reportgen.checks.examples import Example, Explanation, explanation
from reportgen.checks.findings import Finding, Rule, Severity, Slip, Span, Unable
from reportgen.checks.registry import all_rules, chosen, rule
from reportgen.checks.subject import Kind, Passage, Subject, Text
from reportgen.document import LIMIT
from reportgen.errors import Place
from reportgen.messages import Message
from reportgen.reading import Reading
from reportgen.records import Report

__all__ = [
    "Checked",
    "Example",
    "Explanation",
    "Finding",
    "Kind",
    "Passage",
    "Rule",
    "Severity",
    "Slip",
    "Span",
    "Subject",
    "Text",
    "Unable",
    "all_rules",
    "check",
    "chosen",
    "explanation",
    "rule",
]


@frozen
class Checked:
    """What the rules say of a report.

    Args:
        findings: in the order of files and lines.
        unable: why some rules were not applied.
    """

    findings: tuple[Finding, ...]
    unable: tuple[Message, ...] = ()


def check(
    report: Report | Reading,
    *,
    rules: Sequence[Rule] | None = None,
    limit: int = LIMIT,
    templates: str | Path | None = None,
) -> Checked:
    """Look at a report as an editor would.

    Args:
        report: a report made in memory, or one that was read, whose findings have places.
        rules: which rules to apply; all of them when they are left out.
        limit: how many words the report may have.
        templates: a folder of the user's own templates, as `reportgen.render` takes it.

    Raises:
        TemplateError: a template has a fault.
        DocumentError: a wording or a reference of the records leads to nothing.
    """
    reading = report if isinstance(report, Reading) else Reading(report, {}, "", {})
    document = pipeline.render(reading.report, templates=templates)
    subject = Subject(reading.report, document, limit)
    unable: list[Message] = []
    found: dict[tuple[object, ...], Finding] = {}
    for one in all_rules() if rules is None else rules:
        try:
            slips = tuple(one.examine(subject))
        except Unable as error:
            unable.append(error.why)
            continue
        for slip in slips:
            finding = Finding(rule=one, slip=slip, place=_place(reading, slip))
            spot = finding.place or slip.path
            found.setdefault((one.code, spot, slip.words, str(slip.what)), finding)
    return Checked(tuple(_in_order(found.values(), reading)), tuple(unable))


def _place(reading: Reading, slip: Slip) -> Place | None:
    return reading.place_within(slip.path, slip.span[0]) if slip.span else reading.place(slip.path)


def _in_order(findings: Iterable[Finding], reading: Reading) -> Iterator[Finding]:
    order = {file: number for number, file in enumerate(reading.texts)}

    def spot(finding: Finding) -> tuple[int, int, int, str]:
        place = finding.place or Place("")
        return order.get(place.file, -1), place.line or 0, place.column or 0, finding.code

    yield from sorted(findings, key=spot)
