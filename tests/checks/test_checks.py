"""A report examined: findings with their places, in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rulespecimens import BARE, REPORT

from reportgen.checks import Checked, Severity, Slip, Subject, Unable, check, rule
from reportgen.errors import Place
from reportgen.messages import message
from reportgen.reading import Reading, read_report

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
