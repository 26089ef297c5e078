"""Rows of a programme → planned meetings, and every fault in them.

Part of `programme`. A row begins a meeting when it says something else of the meeting than the rows
before it; a row that repeats their words, or leaves these cells empty, adds speakers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve, frozen

from reportgen.errors import Place, Problem, RecordError
from reportgen.messages import message
from reportgen.programme.days import day_within
from reportgen.programme.example import is_example, is_stand_in
from reportgen.programme.headings import OF_THE_MEETING, Column, Table
from reportgen.programme.planned import PlannedMeeting, PlannedSpeaker
from reportgen.programme.sheets import Cell
from reportgen.programme.words import (
    folded,
    gender_of,
    kind_of,
    one_line,
    undecided,
    without_civility,
)
from reportgen.records import Gender, MeetingKind, Period, Symbol, check_text

T = TypeVar("T")
_BULLET = re.compile(r"^(?:[-–—•*·]\s+|\d{1,2}[.)]\s+)")
_OF_THE_SPEAKER = tuple(column for column in Column if column not in OF_THE_MEETING)
_TITLE_AND_ORGANIZATION = 2
_KINDS = "thématique, organisation, informelle, conjointe, extraordinaire, débat"


@frozen
class _Line:
    """The cells of a row that are not empty, by what their column means."""

    number: int
    cells: Mapping[Column, Cell]
    places: Callable[[int, Column], Place]

    def place(self, column: Column) -> Place:
        return self.places(self.number, column)

    def about(self, columns: Iterable[Column]) -> dict[Column, Cell]:
        return {column: self.cells[column] for column in columns if column in self.cells}


Faults = list[Problem]


def read_meetings(
    table: Table, period: Period
) -> tuple[tuple[PlannedMeeting, ...], tuple[Problem, ...]]:
    """Read the meetings of a table, and tell everything that is wrong in the order of the rows."""
    faults: Faults = []
    meetings: list[PlannedMeeting] = []
    known: set[object] = set()
    for lines in _grouped(_lines(table), period):
        if not lines[0].about(OF_THE_MEETING):
            faults += map(_nobodys, lines)
            continue
        meeting = _meeting(lines, table, period, faults)
        identity = _identity(meeting)
        if identity in known:
            faults.append(_twin(meeting))
        if identity is not None:
            known.add(identity)
        meetings.append(meeting)
    if not meetings and not faults:
        faults.append(
            Problem(
                message("the programme holds no meeting"),
                message("Fill in the programme, one row a meeting or one row a speaker."),
                table.sheet.place(),
            )
        )
    return tuple(meetings), tuple(faults)


def _lines(table: Table) -> Iterator[_Line]:
    def place(number: int, column: Column) -> Place:
        heading = one_line(table.headings.get(column, ""))
        return table.sheet.place(number, table.columns.get(column, 1), heading)

    for row in table.rows:
        found = ((column, row.cells.get(index)) for column, index in table.columns.items())
        cells = {column: cell for column, cell in found if cell is not None}
        texts = {column: cell.text for column, cell in cells.items()}
        if any(cell.own for cell in cells.values()) and not is_example(texts):
            yield _Line(row.number, cells, place)


def _grouped(lines: Iterable[_Line], period: Period) -> Iterator[list[_Line]]:
    """Put the rows of each meeting together."""
    group: list[_Line] = []
    for line in lines:
        if group and _begins(line, group[0], period):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(line: _Line, head: _Line, period: Period) -> bool:
    said = line.about(OF_THE_MEETING)
    if not said:
        return False
    if any(
        _same(column, cell, period) != _same(column, head.cells.get(column), period)
        for column, cell in said.items()
    ):
        return True
    return not line.about(_OF_THE_SPEAKER)


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


def _nobodys(line: _Line) -> Problem:
    return Problem(
        message("the row names a speaker, and no meeting stands above it"),
        message("Write the date and the theme of the meeting in this row or above it."),
        line.place(next(iter(line.cells))),
    )


def _meeting(
    lines: Sequence[_Line], table: Table, period: Period, faults: Faults
) -> PlannedMeeting:
    head = lines[0]
    cells = head.about(OF_THE_MEETING)
    start = next(iter(cells))
    if Column.DATE not in cells and Column.THEME not in cells:
        faults.append(
            Problem(
                message("the row has neither a date nor a theme"),
                message("Write them; where the date is not decided, write “à confirmer”."),
                head.place(start),
            )
        )
    return PlannedMeeting(
        date=_read(head, Column.DATE, faults, lambda text: _day(head, text, period)),
        kind=_read(head, Column.KIND, faults, _kind) or MeetingKind.THEMATIC,
        theme=_read(head, Column.THEME, faults, one_line),
        concept_note=_read(head, Column.CONCEPT_NOTE, faults, Symbol),
        speakers=tuple(_speakers(lines, table, faults)),
        place=head.place(start),
    )


def _read(line: _Line, column: Column, faults: Faults, read: Callable[[str], T]) -> T | None:
    """Read a cell; None where it is empty, undecided, or at fault, which is then told."""
    text = _text(line, column, faults)
    if undecided(text):
        return None
    try:
        return read(one_line(text))
    except RecordError as error:
        faults += (evolve(problem, place=line.place(column)) for problem in error.problems)
        return None


def _text(line: _Line, column: Column, faults: Faults) -> str:
    """Give the text of a cell; nothing where it cannot be used, which is then told."""
    cell = line.cells.get(column)
    if cell is None:
        return ""
    problems = [cell.fault] if cell.fault else list(_faults_of(column, cell.text))
    if not cell.own:
        return "" if problems else cell.text
    faults += (evolve(problem, place=line.place(column)) for problem in problems)
    return "" if problems else cell.text


def _faults_of(column: Column, text: str) -> Iterator[Problem]:
    try:
        check_text(text)
    except RecordError as error:
        yield from error.problems
    if is_stand_in(column, text):
        yield Problem(
            message("the cell still holds the words of the example, “{found}”", found=text),
            message("Write what belongs there, or empty the cell."),
        )


def _day(line: _Line, text: str, period: Period) -> date:
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


def _gender(text: str) -> Gender:
    gender = gender_of(text)
    if gender is None:
        raise RecordError(
            Problem(
                message("“{found}” is not a gender", found=text),
                message("Write M or F; a rank stands in a column “Grade”."),
            )
        )
    return gender


def _speakers(lines: Sequence[_Line], table: Table, faults: Faults) -> Iterator[PlannedSpeaker]:
    seen: set[str] = set()
    for line in lines:
        for speaker in _speakers_of(line, table, faults):
            if folded(speaker.name) in seen:
                faults.append(
                    Problem(
                        message("“{name}” is named twice for one meeting", name=speaker.name),
                        message("Name each speaker of a meeting once."),
                        speaker.place,
                    )
                )
            seen.add(folded(speaker.name))
            yield speaker


def _speakers_of(line: _Line, table: Table, faults: Faults) -> Iterator[PlannedSpeaker]:
    texts = {column: _text(line, column, faults) for column in line.about(_OF_THE_SPEAKER)}
    names = [name for name in _parts(texts.pop(Column.SPEAKER, "")) if name]
    told = [column for column, text in texts.items() if not undecided(text)]
    if told and Column.SPEAKER not in line.cells:
        faults.append(_nameless(line.place(told[0])))
    parallel = {
        column: _parallel(line, column, texts[column], len(names), faults)
        for column in told
        if names
    }
    for index, name in enumerate(names):
        facts = {
            column: parts[index]
            for column, parts in parallel.items()
            if not undecided(parts[index])
        }
        if not undecided(name):
            yield _speaker(line, table, name, facts, faults)
        elif facts:
            faults.append(_nameless(line.place(Column.SPEAKER)))


def _nameless(place: Place) -> Problem:
    return Problem(
        message("the row tells of a speaker without a name"),
        message("Write the name in the column of the speakers, or empty these cells for now."),
        place,
    )


def _speaker(
    line: _Line, table: Table, written: str, facts: Mapping[Column, str], faults: Faults
) -> PlannedSpeaker:
    place = line.place(Column.SPEAKER)
    name, title, organization = written, facts.get(Column.TITLE), facts.get(Column.ORGANIZATION)
    if not {Column.TITLE, Column.ORGANIZATION} & table.columns.keys():
        name, title, organization = _in_one(written)
    name, civil = without_civility(name)
    if given := facts.get(Column.GIVEN_NAME):
        name = f"{given} {name}"
    gender = None
    if word := facts.get(Column.GENDER):
        try:
            gender = _gender(word)
        except RecordError as error:
            place_of_gender = line.place(Column.GENDER)
            faults += (evolve(problem, place=place_of_gender) for problem in error.problems)
    if gender and civil and gender != civil:
        faults.append(
            Problem(
                message("“{name}” has another gender in the column of genders", name=written),
                message("Correct one of the two."),
                place,
            )
        )
    return PlannedSpeaker(
        name=name,
        title=title,
        organization=organization,
        gender=gender or civil,
        rank=facts.get(Column.RANK),
        place=place,
    )


def _in_one(written: str) -> tuple[str, str | None, str | None]:
    """Part « Nom, fonction, organisation »; what lies between the first and the last is one."""
    name, *others = (part.strip() for part in written.split(","))
    if len(others) < _TITLE_AND_ORGANIZATION:
        return name, others[0] if others else None, None
    return name, ", ".join(others[:-1]), others[-1]


def _parallel(line: _Line, column: Column, text: str, count: int, faults: Faults) -> Sequence[str]:
    """Part a cell into what it says of each of the speakers of a row."""
    if count == 1:
        return [one_line(text)]
    parts = _parts(text)
    if len(parts) != count:
        parts = [part for part in parts if part]
    if len(parts) == count:
        return parts
    faults.append(
        Problem(
            message(
                "the row names {count} speakers, and this cell has {found} lines",
                count=count,
                found=len(parts),
            ),
            message("Write one line for each speaker, and “–” where there is nothing to say."),
            line.place(column),
        )
    )
    return [""] * count


def _parts(text: str) -> list[str]:
    """Part a cell into its lines, or, where it has one line, at its semicolons."""
    return [
        one_line(_BULLET.sub("", part.strip(" ;")))
        for part in text.split("\n" if "\n" in text else ";")
    ]
