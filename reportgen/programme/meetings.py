"""Rows of a programme → planned meetings, and every fault in them.

Part of `programme`. A row begins a meeting when it says something else of the meeting than the rows
before it; a row that repeats their words, or leaves these cells empty, adds speakers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve, field, frozen

from reportgen.errors import Place, Problem, RecordError
from reportgen.messages import Message, message
from reportgen.programme.days import day_within
from reportgen.programme.example import is_example, is_stand_in
from reportgen.programme.headings import OF_THE_MEETING, OF_THE_SPEAKER, Column, Table
from reportgen.programme.names import ReadName, parted, read_name
from reportgen.programme.omissions import reason_to_drop
from reportgen.programme.planned import PlannedMeeting, PlannedSpeaker, Programme
from reportgen.programme.sheets import Cell, Row
from reportgen.programme.words import folded, gender_of, is_nothing, kind_of, one_line, undecided
from reportgen.records import Gender, MeetingKind, Period, Symbol, check_text

T = TypeVar("T")
_BULLET = re.compile(r"^(?:[-–—•*·]\s+|\d{1,2}[.)]\s+)")
_TITLE_AND_ORGANIZATION = 2
_KINDS = "thématique, organisation, informelle, conjointe, extraordinaire, débat"


@frozen
class _Line:
    """The cells of a row that are not empty, by what their column means."""

    row: Row
    cells: Mapping[Column, Cell]
    places: Callable[[int, Column], Place]

    def place(self, column: Column) -> Place:
        return self.places(self.row.number, column)

    def about(self, columns: Iterable[Column]) -> dict[Column, Cell]:
        return {column: self.cells[column] for column in columns if column in self.cells}

    @property
    def start(self) -> Place:
        """The place of the first cell of the row."""
        return self.place(next(iter(self.cells)))


@frozen
class _Notes:
    """What reading finds beside the meetings: what is wrong, and what a person should see."""

    faults: list[Problem] = field(factory=list)
    remarks: list[Message] = field(factory=list)

    def remark(self, place: Place, what: Message) -> None:
        self.remarks.append(message("{where}: {what}", where=place, what=what))


def read_meetings(table: Table, period: Period) -> tuple[Programme, tuple[Problem, ...]]:
    """Read the meetings of a table, and tell everything that is wrong in the order of the rows."""
    notes = _Notes()
    meetings: list[PlannedMeeting] = []
    dropped: list[PlannedMeeting] = []
    for lines in _grouped(_lines(table), period):
        head = lines[0]
        if reason := reason_to_drop(head.row, head.cells):
            notes.remark(head.start, reason)
            dropped.append(_meeting(lines, table, period, _Notes()))
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


def _kept(lines: Sequence[_Line], notes: _Notes) -> list[_Line]:
    """Give the rows of a meeting without those of speakers who are not to speak."""
    kept = [lines[0]]
    for line in lines[1:]:
        if reason := reason_to_drop(line.row, line.cells):
            notes.remark(line.start, reason)
        else:
            kept.append(line)
    for line in kept:
        for column, cell in line.cells.items():
            if cell.partly_struck:
                what = message("a part of the cell is struck out, and read with the rest")
                notes.remark(line.place(column), what)
    return kept


def _lines(table: Table) -> Iterator[_Line]:
    def place(number: int, column: Column) -> Place:
        heading = one_line(table.headings.get(column, ""))
        return table.sheet.place(number, table.columns.get(column, 1), heading)

    for row in table.rows:
        found = ((column, row.cells.get(index)) for column, index in table.columns.items())
        cells = {column: cell for column, cell in found if cell is not None}
        texts = {column: cell.text for column, cell in cells.items()}
        if any(cell.own for cell in cells.values()) and not is_example(texts):
            yield _Line(row, cells, place)


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


def _nobodys(line: _Line) -> Problem:
    return Problem(
        message("the row names a speaker, and no meeting stands above it"),
        message("Write the date and the theme of the meeting in this row or above it."),
        line.place(next(iter(line.cells))),
    )


def _meeting(lines: Sequence[_Line], table: Table, period: Period, notes: _Notes) -> PlannedMeeting:
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
    return PlannedMeeting(
        date=_read(head, Column.DATE, notes, lambda text: _day(head, text, period)),
        kind=_read(head, Column.KIND, notes, _kind) or MeetingKind.THEMATIC,
        theme=_read(head, Column.THEME, notes, one_line),
        concept_note=_read(head, Column.CONCEPT_NOTE, notes, Symbol),
        note_awaited=_note_awaited(head, table),
        speakers=tuple(_speakers(lines, table, notes)),
        place=head.place(start),
    )


def _note_awaited(head: _Line, table: Table) -> bool:
    """Return whether a note is still to come: an empty cell, or « néant », means that none is."""
    if Column.CONCEPT_NOTE not in table.columns:
        return True
    cell = head.cells.get(Column.CONCEPT_NOTE)
    return cell is not None and undecided(cell.text) and not is_nothing(cell.text)


def _read(line: _Line, column: Column, notes: _Notes, read: Callable[[str], T]) -> T | None:
    """Read a cell; None where it is empty, undecided, or at fault, which is then told."""
    text = _text(line, column, notes)
    if undecided(text):
        return None
    try:
        return read(one_line(text))
    except RecordError as error:
        notes.faults.extend(evolve(problem, place=line.place(column)) for problem in error.problems)
        return None


def _text(line: _Line, column: Column, notes: _Notes) -> str:
    """Give the text of a cell; nothing where it cannot be used, which is then told."""
    cell = line.cells.get(column)
    if cell is None:
        return ""
    problems = [cell.fault] if cell.fault else list(_faults_of(column, cell.text))
    if not cell.own:
        return "" if problems else cell.text
    notes.faults.extend(evolve(problem, place=line.place(column)) for problem in problems)
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


def _speakers(lines: Sequence[_Line], table: Table, notes: _Notes) -> Iterator[PlannedSpeaker]:
    seen: set[str] = set()
    for line in lines:
        for speaker in _speakers_of(line, table, notes):
            if folded(speaker.name) in seen:
                notes.faults.append(
                    Problem(
                        message("“{name}” is named twice for one meeting", name=speaker.name),
                        message("Name each speaker of a meeting once."),
                        speaker.place,
                    )
                )
            seen.add(folded(speaker.name))
            yield speaker


def _speakers_of(line: _Line, table: Table, notes: _Notes) -> Iterator[PlannedSpeaker]:
    texts = {column: _text(line, column, notes) for column in line.about(OF_THE_SPEAKER)}
    told_names = _parts(texts.pop(Column.SPEAKER, ""))
    parts = [part for part in told_names if part]
    names = [name for part in parts for name in parted(part)]
    together = len(names) > len(parts)
    if together:
        what = message("“{written}” is understood as several speakers", written="; ".join(parts))
        notes.remark(line.place(Column.SPEAKER), what)
    told = [column for column, text in texts.items() if not undecided(text)]
    if told and Column.SPEAKER not in line.cells:
        notes.faults.append(_nameless(line.place(told[0])))
    parallel = {
        column: [_shared(column, texts[column])] * len(names)
        if together and len(_parts(texts[column])) == 1
        else _parallel(line, column, texts[column], len(names), notes)
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
            yield _speaker(line, table, name, facts, notes)
        elif facts:
            notes.faults.append(_nameless(line.place(Column.SPEAKER)))


def _shared(column: Column, text: str) -> str:
    """Give what a cell says of each of several people named together; no gender is that of all."""
    return "" if column == Column.GENDER else one_line(text)


def _nameless(place: Place) -> Problem:
    return Problem(
        message("the row tells of a speaker without a name"),
        message("Write the name in the column of the speakers, or empty these cells for now."),
        place,
    )


def _speaker(
    line: _Line, table: Table, written: str, facts: Mapping[Column, str], notes: _Notes
) -> PlannedSpeaker:
    place = line.place(Column.SPEAKER)
    name, title, organization = written, facts.get(Column.TITLE), facts.get(Column.ORGANIZATION)
    in_one = not {Column.TITLE, Column.ORGANIZATION} & table.columns.keys()
    if in_one:
        name, title, organization = _in_one(written)
    if given := facts.get(Column.GIVEN_NAME):
        name = f"{given} {name}"
    found = read_name(name, in_order=in_one)
    if found.doubtful or (found.title and not title):
        notes.remark(place, _understood(written, found))
    return PlannedSpeaker(
        name=found.name,
        surname=found.surname,
        title=title or found.title,
        organization=organization or found.behind,
        gender=_gender_in(line, facts.get(Column.GENDER), written, found, notes),
        rank=facts.get(Column.RANK) or found.rank,
        place=place,
    )


def _understood(written: str, found: ReadName) -> Message:
    parts = [found.rank, found.title, found.name, found.behind]
    return message(
        "“{written}” is understood as {name}",
        written=written,
        name=", ".join(part for part in parts if part),
    )


def _gender_in(
    line: _Line, word: str | None, written: str, found: ReadName, notes: _Notes
) -> Gender | None:
    """Read the gender of a speaker from its column and from what stands before the name."""
    gender = None
    if word:
        try:
            gender = _gender(word)
        except RecordError as error:
            place = line.place(Column.GENDER)
            notes.faults.extend(evolve(problem, place=place) for problem in error.problems)
    if gender and found.gender and gender != found.gender:
        notes.faults.append(
            Problem(
                message("“{name}” has another gender in the column of genders", name=written),
                message("Correct one of the two."),
                line.place(Column.SPEAKER),
            )
        )
    return gender or found.gender


def _in_one(written: str) -> tuple[str, str | None, str | None]:
    """Part « Nom, fonction, organisation »; what lies between the first and the last is one."""
    name, *others = (part.strip() for part in written.split(","))
    if len(others) < _TITLE_AND_ORGANIZATION:
        return name, others[0] if others else None, None
    return name, ", ".join(others[:-1]), others[-1]


def _parallel(line: _Line, column: Column, text: str, count: int, notes: _Notes) -> Sequence[str]:
    """Part a cell into what it says of each of the speakers of a row."""
    if count == 1:
        return [one_line(text)]
    parts = _parts(text)
    if len(parts) != count:
        parts = [part for part in parts if part]
    if len(parts) == count:
        return parts
    notes.faults.append(
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
