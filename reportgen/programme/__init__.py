"""A programme of work in a spreadsheet → planned meetings, or every fault in it by cell.

Floor 3, and the only room that knows spreadsheet libraries. `files` opens what is given and finds
what it is, `workbooks` and `delimited` make sheets of cells of it, `headings` finds the columns,
`omissions` the rows that do not count, `meetings` and `speakers` make planned meetings of the
others, `template` an empty programme. What is not read is told in remarks: nothing is dropped in
silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve

from reportgen.errors import Place, Problem, ReadingError
from reportgen.messages import Message, message
from reportgen.programme.files import read_sheets
from reportgen.programme.headings import Table, find_table
from reportgen.programme.meetings import read_meetings
from reportgen.programme.omissions import remarks_on
from reportgen.programme.planned import PlannedMeeting, PlannedSpeaker, Programme
from reportgen.programme.sheets import Sheet
from reportgen.programme.template import programme_template
from reportgen.records import Period
from reportgen.spellings import parse_day

__all__ = [
    "PlannedMeeting",
    "PlannedSpeaker",
    "Programme",
    "parse_day",
    "programme_template",
    "read_programme",
]


def read_programme(path: Path, period: Period) -> Programme:
    """Read the meetings that a programme of work plans, in the order of its rows.

    Args:
        path: a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) or a text with delimiters (.csv), one
            row a meeting or one row a speaker.
        period: the days in which the meetings must lie.

    Raises:
        ReadingError: everything that is wrong, in the order of the rows.
    """
    sheets, remarks = read_sheets(path)
    table = _only_table(path, [sheet for sheet in sheets if sheet.visible])
    programme, problems = read_meetings(table, period)
    if problems:
        raise ReadingError(*problems)
    of_sheets = _remarks_on_sheets(sheets, table.sheet)
    return evolve(programme, remarks=(*remarks, *of_sheets, *remarks_on(table), *programme.remarks))


def _remarks_on_sheets(sheets: Sequence[Sheet], read: Sheet) -> Iterator[Message]:
    """Tell which other sheets hold something that looks like meetings."""
    for sheet in sheets:
        if sheet is read or not sheet.rows or find_table(sheet) is None:
            continue
        what = (
            message("the sheet is not read; only one can hold the programme")
            if sheet.visible
            else message("the sheet is hidden, and not read")
        )
        yield message("{where}: {what}", where=sheet.place(), what=what)


def _only_table(path: Path, sheets: Sequence[Sheet]) -> Table:
    """Take the table of the one sheet that has the headings."""
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        advice = message("Fill in the programme, one row a meeting or one row a speaker.")
        raise ReadingError(Problem(message("the programme is empty"), advice, Place(str(path))))
    found = [table for sheet in filled if (table := find_table(sheet)) is not None]
    tables = [table for table in found if not table.problems] or found
    if not tables:
        raise ReadingError(
            Problem(
                message("no row has the headings of a programme"),
                message(
                    "Write the headings in one of the first twenty rows: Date, Type, Thème,"
                    " Note conceptuelle, Intervenant, Fonction, Organisation."
                ),
                filled[0].place() if len(filled) == 1 else Place(str(path)),
            )
        )
    if len(tables) > 1 and not tables[0].problems:
        raise ReadingError(
            Problem(
                message(
                    "several sheets hold a programme: {names}",
                    names=", ".join(str(table.sheet.name) for table in tables),
                ),
                message("Keep one of them in the workbook, or hide the others."),
                Place(str(path)),
            )
        )
    if tables[0].problems:
        raise ReadingError(*tables[0].problems)
    return tables[0]
