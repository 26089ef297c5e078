"""Rows of a programme → planned meetings, and every fault in them.

Part of `programme`. A row begins a meeting when it says something else of the meeting than the rows
before it; a row that repeats their words, or leaves these cells empty, adds speakers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve

from reportgen.errors import Problem, RecordError
from reportgen.messages import message
from reportgen.programme.days import day_within
from reportgen.programme.headings import OF_THE_MEETING, OF_THE_SPEAKER, Column, Table
from reportgen.programme.lines import Line, Notes, lines_of, text_of
from reportgen.programme.omissions import reason_to_drop
from reportgen.programme.planned import PlannedMeeting, Programme
from reportgen.programme.sheets import Cell
from reportgen.programme.speakers import read_speakers
from reportgen.programme.words import is_nothing, kind_of, one_line, undecided
from reportgen.records import MeetingKind, Period, Symbol
from reportgen.spellings import folded

T = TypeVar("T")
_NOTHING_BUT_A_KIND = re.compile(
    r"(?:réunion|séance) (?:d['’]organisation|informelle|extraordinaire)", re.IGNORECASE
)
"""What stands in the column of themes where a programme has none of kinds."""
_KINDS = "thématique, organisation, informelle, conjointe, extraordinaire, débat"


def read_meetings(table: Table, period: Period) -> tuple[Programme, tuple[Problem, ...]]:
    """Read the meetings of a table, and tell everything that is wrong in the order of the rows."""
    notes = Notes()
    meetings: list[PlannedMeeting] = []
    dropped: list[PlannedMeeting] = []
    for lines in _grouped(lines_of(table), period):
        head = lines[0]
        if reason := reason_to_drop(head):
            notes.remark(*reason)
            dropped.append(_meeting(lines, table, period, Notes()))
        elif not head.about(OF_THE_MEETING):
            notes.faults.extend(map(_nobodys, lines))
        else:
            meetings.append(_meeting(_kept(lines, notes), table, period, notes))
    notes.faults.extend(_twins(meetings))
    if not meetings and not dropped and not notes.faults:
        notes.faults.append(
            Problem(
                message("the programme holds no meeting"),
                message("Fill in the programme, one row a meeting or one row a speaker."),
                table.sheet.place(),
            )
        )
    return Programme(
        meetings=tuple(meetings), dropped=tuple(dropped), remarks=tuple(notes.remarks)
    ), tuple(notes.faults)


def _kept(lines: Sequence[Line], notes: Notes) -> list[Line]:
    """Give the rows of a meeting without those of speakers who are not to speak."""
    kept = [lines[0]]
    for line in lines[1:]:
        if reason := reason_to_drop(line):
            notes.remark(*reason)
        else:
            kept.append(line)
    for line in kept:
        for column, cell in line.cells.items():
            if cell.partly_struck:
                what = message("a part of the cell is struck out, and read with the rest")
                notes.remark(line.place(column), what)
    return kept


def _grouped(lines: Iterable[Line], period: Period) -> Iterator[list[Line]]:
    """Put the rows of each meeting together."""
    group: list[Line] = []
    for line in lines:
        if group and _begins(line, group[0], period):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(line: Line, head: Line, period: Period) -> bool:
    said = line.about(OF_THE_MEETING)
    if not said:
        return False
    if any(
        _same(column, cell, period) != _same(column, head.cells.get(column), period)
        for column, cell in said.items()
    ):
        return True
    return not line.about(OF_THE_SPEAKER)


def _same(column: Column, cell: Cell | None, period: Period) -> object:
    """Give what is equal for two cells that say the same."""
    if cell is None:
        return ""
    if column == Column.DATE and cell.day is None and not undecided(cell.text):
        day = day_within(one_line(cell.text), period)
        return day if isinstance(day, date) else folded(cell.text)
    return cell.day or folded(cell.text)


def _identity(meeting: PlannedMeeting) -> object:
    """Give what no two meetings share; None for one of which nothing is known yet."""
    if meeting.date is None and meeting.theme is None:
        return None
    return meeting.date, folded(meeting.theme) if meeting.theme else meeting.kind


def _twins(meetings: Iterable[PlannedMeeting]) -> Iterator[Problem]:
    """Find the meetings that say the same as one before them."""
    known: set[object] = set()
    for meeting in meetings:
        identity = _identity(meeting)
        if identity in known:
            yield _twin(meeting)
        if identity is not None:
            known.add(identity)


def _twin(meeting: PlannedMeeting) -> Problem:
    advice = message(
        "Put their speakers under one of them, in rows that follow it; or word the themes apart."
    )
    if meeting.date is None:
        what = message("two meetings without a date have the same theme")
    elif meeting.theme is None:
        what = message("two meetings have the date {day}", day=meeting.date.isoformat())
    else:
        what = message(
            "two meetings have the date {day} and the same theme", day=meeting.date.isoformat()
        )
    return Problem(what, advice, meeting.place)


def _nobodys(line: Line) -> Problem:
    return Problem(
        message("the row names a speaker, and no meeting stands above it"),
        message("Write the date and the theme of the meeting in this row or above it."),
        line.place(next(iter(line.cells))),
    )


def _meeting(lines: Sequence[Line], table: Table, period: Period, notes: Notes) -> PlannedMeeting:
    head = lines[0]
    cells = head.about(OF_THE_MEETING)
    start = next(iter(cells))
    if Column.DATE not in cells and Column.THEME not in cells:
        notes.faults.append(
            Problem(
                message("the row has neither a date nor a theme"),
                message("Write them; where the date is not decided, write “à confirmer”."),
                head.place(start),
            )
        )
    day = _read(head, Column.DATE, notes, lambda text: _day(head, text, period))
    kind = _read(head, Column.KIND, notes, _kind)
    theme = _read(head, Column.THEME, notes, one_line)
    if theme and kind is None and _NOTHING_BUT_A_KIND.fullmatch(theme):
        kind, theme = kind_of(theme), None
    return PlannedMeeting(
        date=day,
        kind=kind or MeetingKind.THEMATIC,
        theme=theme,
        concept_note=_read(head, Column.CONCEPT_NOTE, notes, Symbol),
        note_awaited=_note_awaited(head, table),
        speakers=tuple(read_speakers(lines, table, notes)),
        place=head.place(start),
    )


def _note_awaited(head: Line, table: Table) -> bool:
    """Return whether a note is still to come: an empty cell, or « néant », means that none is."""
    if Column.CONCEPT_NOTE not in table.columns:
        return True
    cell = head.cells.get(Column.CONCEPT_NOTE)
    return cell is not None and undecided(cell.text) and not is_nothing(cell.text)


def _read(line: Line, column: Column, notes: Notes, read: Callable[[str], T]) -> T | None:
    """Read a cell; None where it is empty, undecided, or at fault, which is then told."""
    text = text_of(line, column, notes)
    if undecided(text):
        return None
    try:
        return read(one_line(text))
    except RecordError as error:
        notes.faults.extend(evolve(problem, place=line.place(column)) for problem in error.problems)
        return None


def _day(line: Line, text: str, period: Period) -> date:
    day = line.cells[Column.DATE].day or day_within(text, period)
    if isinstance(day, Problem):
        raise RecordError(day)
    if day not in period:
        raise RecordError(
            Problem(
                message(
                    "the meeting of {day} lies outside the period, {start} to {end}",
                    day=day.isoformat(),
                    start=period.start.isoformat(),
                    end=period.end.isoformat(),
                ),
                message("Correct the date, or the period of the report."),
            )
        )
    return day


def _kind(text: str) -> MeetingKind:
    kind = kind_of(text)
    if kind is None:
        raise RecordError(
            Problem(
                message("“{found}” is not one kind of meeting", found=text),
                message("Write one of: {known}.", known=_KINDS),
            )
        )
    return kind
