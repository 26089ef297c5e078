"""A programme of work in a spreadsheet → planned meetings, or every fault in it by cell.

Floor 3, and the only room that knows the spreadsheet library. `files` opens what is given and
tells what it is, `workbooks` and `delimited` make sheets of cells of it, `headings` finds the
columns, `meetings` makes planned meetings of rows, `template` makes an empty programme.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.errors import Place, Problem, ReadingError
from reportgen.messages import message
from reportgen.programme.days import parse_day
from reportgen.programme.files import read_sheets
from reportgen.programme.headings import Table, find_table
from reportgen.programme.meetings import read_meetings
from reportgen.programme.planned import PlannedMeeting, PlannedSpeaker
from reportgen.programme.sheets import Sheet
from reportgen.programme.template import programme_template
from reportgen.records import Period

__all__ = [
    "PlannedMeeting",
    "PlannedSpeaker",
    "parse_day",
    "programme_template",
    "read_programme",
]


def read_programme(path: Path, period: Period) -> tuple[PlannedMeeting, ...]:
    """Read the meetings that a programme of work plans, in the order of its rows.

    Args:
        path: a workbook (.xlsx, .xlsm) or a text with delimiters (.csv), one row a meeting or
            one row a speaker.
        period: the days in which the meetings must lie.

    Raises:
        ReadingError: everything that is wrong, in the order of the rows.
    """
    sheets = read_sheets(path)
    meetings, problems = read_meetings(_only_table(path, sheets), period)
    if problems:
        raise ReadingError(*problems)
    return meetings


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
