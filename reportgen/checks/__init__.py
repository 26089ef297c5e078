"""What an editor would send back, found while it is still cheap to change.

Floor 5. `slips` and `findings` hold the values, `rules` the rules, a family a module, `registry`
finds them, `subject` is what they look at, `examples` reads what they say of themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from reportgen import pipeline
from reportgen.checks.accepting import IDLE, accepted_by, idle
from reportgen.checks.commenting import comments_on
from reportgen.checks.examples import Example, Explanation, explanation
from reportgen.checks.findings import Applied, Finding, Rule, Severity, Unable, applied
from reportgen.checks.fixing import Fixed, fixed
from reportgen.checks.registry import all_rules, chosen, rule
from reportgen.checks.slips import Slip, Span
from reportgen.checks.subject import Kind, Passage, Subject, Text
from reportgen.document import LIMIT
from reportgen.errors import Place
from reportgen.languages import language
from reportgen.messages import Message
from reportgen.passages import OwnTemplates
from reportgen.reading import Reading, read_terms
from reportgen.records import Report, completed
from reportgen.style import UN_2015, Style

__all__ = [
    "Checked",
    "Example",
    "Explanation",
    "Finding",
    "Fixed",
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
    "comments_on",
    "explanation",
    "fixed",
    "rule",
]


@frozen
class Checked:
    """What the rules say of a report.

    Args:
        findings: in the order of files and lines.
        accepted: the findings that the records accept, in the same order.
        unable: why some rules were not applied.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()
    unable: tuple[Message, ...] = ()


def check(
    report: Report | Reading,
    *,
    rules: Sequence[Rule] | None = None,
    limit: int = LIMIT,
    templates: str | Path | None = None,
    style: Style = UN_2015,
) -> Checked:
    """Look at a report as an editor would.

    Args:
        report: a report made in memory, or one that was read, whose findings have places.
        rules: which rules to apply; all of them when they are left out.
        limit: how many words the report may have.
        templates: a folder of the user's own templates, as `reportgen.render` takes it.
        style: the look, whose page tables must fit on.

    Raises:
        TemplateError: a template has a fault.
        DocumentError: a wording or a reference of the records leads to nothing.
        ReadingError: the terms that lie beside the report cannot be read.
    """
    reading = report if isinstance(report, Reading) else Reading(_completed(report), {}, "", {})
    document = pipeline.render(reading.report, templates=templates, style=style)
    terms = read_terms(Path(reading.file).parent) if reading.file else {}
    own = OwnTemplates.of(templates) if templates else None
    subject = Subject(reading.report, document, limit, terms, own)
    chosen_rules = all_rules() if rules is None else tuple(rules)
    done = applied([one for one in chosen_rules if one.code != IDLE], subject)
    findings = [*done.findings, *_idle(reading.report, done, chosen_rules)]
    placed: dict[tuple[object, ...], Finding] = {}
    for one in findings:
        slip = one.slip
        place, end = _stretch(reading, slip, own)
        if slip.in_templates is not None and place is None:
            continue  # the program's own words, or those that it computes
        acceptance = accepted_by(reading.report, one.code, slip)
        told = one.code, place or slip.path, slip.words, str(slip.what)
        placed.setdefault(told, evolve(one, place=place, end=end, acceptance=acceptance))
    found = sorted(placed.values(), key=_spot_in(reading))
    return Checked(
        findings=tuple(one for one in found if one.acceptance is None),
        accepted=tuple(one for one in found if one.acceptance is not None),
        unable=tuple(done.unable.values()),
    )


def _completed(report: Report) -> Report:
    return completed(report, language(report.language))


def _idle(report: Report, done: Applied, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Look at the acceptances, if that is asked for, once all else has been looked at."""
    left_out = [*done.unable, *(one for one in all_rules() if one not in rules)]
    for rule_ in rules:
        if rule_.code == IDLE:
            yield from (
                Finding(rule=rule_, slip=slip) for slip in idle(report, done.findings, left_out)
            )


def _stretch(
    reading: Reading, slip: Slip, own: OwnTemplates | None
) -> tuple[Place | None, Place | None]:
    if slip.in_templates is not None:
        return own.place(slip.words, slip.in_templates) if own else None, None
    found = reading.stretch(slip.path, *slip.span) if slip.span else None
    return found or (reading.place(slip.path), None)


def _spot_in(reading: Reading) -> Callable[[Finding], tuple[int, int, int, str]]:
    order = {file: number for number, file in enumerate(reading.texts)}

    def spot(finding: Finding) -> tuple[int, int, int, str]:
        place = finding.place or Place("")
        return order.get(place.file, -1), place.line or 0, place.column or 0, finding.code

    return spot
