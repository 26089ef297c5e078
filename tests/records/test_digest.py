"""The fingerprint of records: the same for the same facts, another for others."""

from datetime import date

from attrs import evolve
from hypothesis import given, settings
from strategies import reports

from reportgen.records import Body, Meeting, Period, Report, Todo, digest

REPORT = Report(body=Body(name="Comité"), period=Period.of_year(2018), chair=Todo("le nom"))


def test_a_fingerprint_is_known_and_stays() -> None:
    """Of a version to come too: what has its default value does not count."""
    assert digest(REPORT) == digest(evolve(REPORT, meetings=()))
    assert digest(Todo("le nom")) == (
        "57c9aa4afed21bca162e256bec4031bd3db6ae05dd01522a4340ba813a6f1e47"
    )


def test_a_hole_and_a_text_of_the_same_words_differ() -> None:
    """The sort of a value counts."""
    filled = evolve(REPORT, meetings=(Meeting(date=date(2018, 3, 1), theme="eau"),))
    open_ = evolve(REPORT, meetings=(Meeting(date=date(2018, 3, 1), theme=Todo("eau")),))
    assert digest(filled) != digest(open_)


@settings(max_examples=25, deadline=None)
@given(reports())
def test_any_report_has_a_fingerprint_of_its_own(report: Report) -> None:
    """Which a change of one fact changes."""
    assert digest(report) == digest(evolve(report))
    assert digest(report) != digest(evolve(report, body=Body(name="Autre organe tout autre")))
