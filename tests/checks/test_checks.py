"""A report examined: findings with their places, in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from rulespecimens import BARE, REPORT

from reportgen.checks import Checked, Rule, Severity, Slip, Subject, Unable, all_rules, check, rule
from reportgen.errors import Place
from reportgen.messages import message
from reportgen.reading import Reading, read_report
from reportgen.records import Acceptance

WORD = message("a word too many")
SOURCE = message("usage of the house")


@rule("TEST001", source=SOURCE)
def very(subject: Subject) -> Iterator[Slip]:
    """Nothing is « très » something."""
    for text in subject.texts:
        if "très " in text.own:
            start = text.own.index("très ")
            yield text.slip((start, start + 5), WORD, fix="")


@rule("TEST002", source=SOURCE, severity=Severity.ERROR)
def chaired(subject: Subject) -> Iterator[Slip]:
    """The chair has a source."""
    del subject
    yield Slip(path=("chair", "source"), what=message("the text is empty"))


@rule("TEST003", source=SOURCE)
def helpless(subject: Subject) -> Iterator[Slip]:
    """Nothing can be said."""
    del subject
    raise Unable(message("the text is empty"))


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Read a report with two meetings in files of their own."""
    monkeypatch.chdir(tmp_path)
    Path("r/meetings").mkdir(parents=True)
    told = "  - >-\n    Il est\n    très content.\n  - Elle est très contente.\n"
    Path("r/report.yaml").write_text(f"{REPORT}conclusions:\n{told}", encoding="utf-8")
    meeting = "date: 2016-03-01\ntheme: Une paix très sûre\n"
    Path("r/meetings/2016-03-01.yaml").write_text(meeting, encoding="utf-8")
    return read_report("r")


def told(checked: Checked) -> list[tuple[str, str]]:
    """Give the places and the codes of findings."""
    return [(str(finding.place), finding.code) for finding in checked.findings]


def test_findings_stand_in_the_order_of_files_and_lines(reading: Reading) -> None:
    """Those without a span stand where their value, or what holds it, does."""
    assert told(check(reading, rules=[very, chaired])) == [
        ("r/report.yaml:4:3", "TEST002"),
        ("r/report.yaml:9:5", "TEST001"),
        ("r/report.yaml:10:14", "TEST001"),
        ("r/meetings/2016-03-01.yaml:2:17", "TEST001"),
    ]


def test_findings_of_a_report_made_in_memory_have_no_places() -> None:
    """They have their path."""
    (finding,) = check(BARE, rules=[chaired]).findings
    assert finding.place is None
    assert finding.slip.path == ("chair", "source")


def test_a_rule_that_cannot_be_applied_says_why(reading: Reading) -> None:
    """And the others are applied."""
    checked = check(reading, rules=[helpless, chaired])
    assert checked.unable == (message("the text is empty"),)
    assert [finding.code for finding in checked.findings] == ["TEST002"]


def test_what_a_rule_says_twice_is_told_once(reading: Reading) -> None:
    """As with a speaker of several meetings."""

    @rule("TEST004", source=SOURCE)
    def twice(subject: Subject) -> Iterator[Slip]:
        """Say everything twice."""
        yield from chaired.examine(subject)
        yield from chaired.examine(subject)

    assert told(check(reading, rules=[twice])) == [("r/report.yaml:4:3", "TEST004")]


def test_every_rule_is_applied_unless_some_are_chosen(reading: Reading) -> None:
    """The limit of words is given, too."""
    (finding,) = check(reading, limit=1, rules=None).findings[:1]
    assert (finding.code, finding.place) == ("FORM001", Place("r/report.yaml", 1, 1))


def test_a_fix_needs_a_span() -> None:
    """Else nobody knows what it replaces."""
    with pytest.raises(ValueError, match="Slip"):
        Slip(path=(), what=WORD, fix="")


def test_what_the_records_accept_is_silent_and_listed(reading: Reading) -> None:
    """A meeting accepts for itself, the report for all; words narrow it."""
    meeting = evolve(
        reading.report.meetings[0], accept=(Acceptance(code="TEST001", reason="le titre exact"),)
    )
    accepted = Acceptance(code="TEST002", reason="inconnu", words=None)
    report = evolve(reading.report, meetings=(meeting,), accept=(accepted,))
    checked = check(evolve(reading, report=report), rules=[very, chaired])
    assert [one.code for one in checked.findings] == ["TEST001", "TEST001"]
    assert [(one.code, one.acceptance and one.acceptance.reason) for one in checked.accepted] == [
        ("TEST002", "inconnu"),
        ("TEST001", "le titre exact"),
    ]


def test_an_acceptance_may_be_narrowed_to_some_words(reading: Reading) -> None:
    """Those that the finding concerns."""
    accept = (Acceptance(code="TEST001", reason="usage", words="très"),)
    other = (Acceptance(code="TEST001", reason="usage", words="trop"),)
    checked = check(evolve(reading, report=evolve(reading.report, accept=accept)), rules=[very])
    assert (len(checked.findings), len(checked.accepted)) == (0, 3)
    checked = check(evolve(reading, report=evolve(reading.report, accept=other)), rules=[very])
    assert (len(checked.findings), len(checked.accepted)) == (3, 0)


def idle_in(reading: Reading, accept: str, rules: list[Rule]) -> list[str]:
    """Give the codes whose acceptances accept nothing."""
    idle = next(one for one in all_rules() if one.code == "ACCEPT001")
    report = evolve(reading.report, accept=(Acceptance(code=accept, reason="usage"),))
    checked = check(evolve(reading, report=report), rules=[*rules, idle])
    return [one.slip.words for one in checked.findings if one.code == "ACCEPT001"]


def test_an_acceptance_of_nothing_is_told(reading: Reading) -> None:
    """Unless its rule had no look: left out, or unable."""
    assert idle_in(reading, "TEST002", [chaired]) == []
    assert idle_in(reading, "TEST003", [helpless]) == []
    assert idle_in(reading, "FORM003", [chaired]) == []
    assert idle_in(reading, "FORM003", [*all_rules()][1:]) == ["FORM003"]
    assert idle_in(reading, "GONE001", [chaired]) == ["GONE001"]
