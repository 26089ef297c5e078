"""What a report has, what it lacks, and how long it is so far.

Floor 5. `Status` is a value that the command shows as a table, as lines or as JSON; the list of
holes is the one that every command tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from attrs import frozen

from reportgen import pipeline
from reportgen.document import LIMIT, SECRETARIAT_LIMIT, count_words, length
from reportgen.errors import Place, RecordPath
from reportgen.reading import Reading
from reportgen.records import Item, Meeting, Period, Prose, Report, Statement, Todo, holes
from reportgen.style import UN_2015, Style

__all__ = [
    "LIMIT",
    "SECRETARIAT_LIMIT",
    "MeetingStatus",
    "OpenHole",
    "State",
    "Statements",
    "Status",
    "open_holes",
    "status_of",
]


class State(StrEnum):
    """How it stands with a fact: it is there, it is left open by a `Todo`, or there is none."""

    PRESENT = "present"
    OPEN = "open"
    ABSENT = "absent"


@frozen
class OpenHole:
    """Something that remains to be filled in.

    Args:
        path: the way from the report to the hole.
        place: where in the files it stands.
        expected: what belongs there.
    """

    path: RecordPath
    place: Place
    expected: str

    @property
    def meeting(self) -> int | None:
        """The position of the meeting that lacks it; None where the whole report does."""
        head, index = (*self.path, None, None)[:2]
        return index if head == "meetings" and isinstance(index, int) else None


@frozen
class Statements:
    """How many statements of a meeting are written.

    Args:
        written: those that have words and no hole.
        of: all of the account, and one for each speaker who has none in it yet.
    """

    written: int
    of: int


@frozen(kw_only=True)
class MeetingStatus:
    """How it stands with one meeting.

    Args:
        place: where in the files it stands.
        meeting: its record.
        facts: the state of each of its facts, by the name of the field.
        statements: how many statements are written.
        words: how many words its account has.
        holes: what remains to be filled in, on the page or not.
    """

    place: Place
    meeting: Meeting
    facts: Mapping[str, State]
    statements: Statements
    words: int
    holes: tuple[OpenHole, ...]


@frozen(kw_only=True)
class Status:
    """How it stands with a report.

    Args:
        file: the report's own file.
        period: the days that it covers.
        facts: the state of each fact that holds for the whole report, by the way to it.
        meetings: how it stands with each meeting, in the order of the report.
        words: how many words the report has.
        limit: how many it may have.
        holes: what remains to be filled in, on the page or not.
    """

    file: str
    period: Period
    facts: Mapping[str, State]
    meetings: tuple[MeetingStatus, ...]
    words: int
    limit: int
    holes: tuple[OpenHole, ...]


def status_of(
    reading: Reading,
    *,
    limit: int = LIMIT,
    templates: str | Path | None = None,
    style: Style = UN_2015,
) -> Status:
    """Tell what a report has, what it lacks, and how long it is.

    A word is what `reportgen.document.count_words` counts. Those of the report are counted on the
    finished page: title, headings, paragraphs, items and annex, not the head of the first page,
    nor numbers and letters of paragraphs. Those of a meeting are the words of its account as it is
    recorded. Holes have no words.

    Args:
        reading: the report as it was read.
        limit: how many words it may have.
        templates: a folder of the user's own templates, as `reportgen.render` takes it.
        style: the look, whose page tables must fit on.

    Raises:
        TemplateError: a template has a fault.
        DocumentError: a wording or a reference of the records leads to nothing.
    """
    report = reading.report
    return Status(
        file=reading.file,
        period=report.period,
        facts=_facts(report),
        meetings=tuple(
            _meeting_status(reading, meeting, ("meetings", index))
            for index, meeting in enumerate(report.meetings)
        ),
        words=length(pipeline.render(report, templates=templates, style=style)),
        limit=limit,
        holes=open_holes(reading),
    )


def open_holes(reading: Reading) -> tuple[OpenHole, ...]:
    """List what remains to be filled in, each spot of the files once.

    What the whole report lacks comes first, then what each meeting does, in their order.
    """
    found = _open(reading, reading.report, ())
    return tuple(sorted(found, key=lambda hole: -1 if hole.meeting is None else hole.meeting))


def _open(reading: Reading, record: object, path: RecordPath) -> tuple[OpenHole, ...]:
    found: dict[tuple[Place, str], OpenHole] = {}
    for hole in holes(record, path):
        place = reading.place(hole.path) or Place(reading.file)
        expected = hole.todo.expected
        found.setdefault((place, expected), OpenHole(hole.path, place, expected))
    return tuple(found.values())


def _facts(report: Report) -> dict[str, State]:
    masthead, introduction = report.masthead, report.introduction
    sources = tuple(chair.source for chair in report.chairs)
    facts: dict[str, object] = {
        "masthead.symbol": masthead.symbol,
        "masthead.date": masthead.date,
        "masthead.original_language": masthead.original_language,
        "masthead.job_number": masthead.job_number,
        "letter": report.letter,
        "body.founding": report.body.founding,
        "renewal": report.renewal,
        "chair": (report.chair, *report.other_chairs),
        "chair.source": tuple(filter(None, sources)) if sources else report.chair,
        "introduction.mandate": introduction.mandate,
        "introduction.work": introduction.work,
        "introduction.partners": introduction.partners,
        "introduction.briefers": introduction.briefers,
        "conclusions": report.conclusions,
        "annexes": report.annexes,
    }
    return {name: _state(value) for name, value in facts.items()}


def _state(value: object) -> State:
    if value is None or value == ():
        return State.ABSENT
    return State.OPEN if any(holes(value)) else State.PRESENT


def _meeting_status(reading: Reading, meeting: Meeting, path: RecordPath) -> MeetingStatus:
    facts: dict[str, object] = {
        "date": meeting.date,
        "theme": meeting.theme,
        "concept_note": meeting.concept_note,
        "presided_by": meeting.presided_by,
        "adopted": meeting.adopted,
        "speakers": meeting.speakers,
        "account": meeting.account,
    }
    return MeetingStatus(
        place=reading.place(path) or Place(reading.file),
        meeting=meeting,
        facts={name: _state(value) for name, value in facts.items()},
        statements=_statements(meeting),
        words=sum(map(_words_of_statement, meeting.account)),
        holes=_open(reading, meeting, path),
    )


def _statements(meeting: Meeting) -> Statements:
    heard = {statement.by for statement in meeting.account}
    silent = [speaker for speaker in meeting.speakers if speaker.key not in heard]
    written = [
        statement
        for statement in meeting.account
        if _words_of_statement(statement) and not any(holes(statement))
    ]
    return Statements(len(written), len(meeting.account) + len(silent))


def _words_of_statement(statement: Statement) -> int:
    return sum(
        _count(paragraph.text) + _words_of_items(paragraph.items)
        for paragraph in statement.paragraphs
    )


def _words_of_items(items: tuple[Item, ...]) -> int:
    return sum(_count(item.text) + _words_of_items(item.items) for item in items)


def _count(text: Prose) -> int:
    return 0 if isinstance(text, Todo) else count_words(text)
