"""Names whose grammar is recorded otherwise than they tell it.

Part of `checks`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.findings import Severity
from reportgen.checks.registry import rule
from reportgen.checks.slips import Slip
from reportgen.checks.subject import Subject
from reportgen.languages import language
from reportgen.messages import message
from reportgen.records import contradictions, value_at

_NAMES = message("official names of the United Nations")


@rule("NAME001", source=_NAMES, severity=Severity.ERROR)
def grammar_of_a_name(subject: Subject) -> Iterator[Slip]:
    """The gender, the number and the article of a name are those that the name tells.

    Good:
        chair:
          person: {name: Awa, gender: feminine}
          function: {title: Directrice, of: {name: France, gender: feminine}}
    Bad:
        chair:
          person: {name: Awa, gender: feminine}
          function: {title: Directrice, of: {name: France, gender: masculine}}
    Bad:
        chair:
          person: {name: Awa, gender: masculine}
          function: {title: Directrice, of: {name: France}}
    """
    for problem in contradictions(subject.report, language(subject.report.language)):
        name = str(value_at(subject.report, (*problem.path[:-1], "name")))
        yield Slip(path=problem.path, words=name, what=problem.what, instead=problem.advice)
