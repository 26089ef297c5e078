"""Why a row of a programme does not count: cancelled, postponed, hidden, struck out.

Part of `programme`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.errors import Place
from reportgen.messages import Message, message
from reportgen.programme.headings import Column, Table
from reportgen.programme.lines import Line
from reportgen.programme.sheets import Cell
from reportgen.programme.words import Standing, noted_standing, one_line, standing_of


def reason_to_drop(line: Line) -> tuple[Place, Message] | None:
    """Tell why a row does not count, and at which of its cells; None where it does."""
    said = _said(line.cells)
    if line.row.hidden:
        return line.start, message(
            "the row is hidden, and left out{said}; show it to have it read", said=said
        )
    if line.row.struck:
        return line.start, message("the row is struck out, and left out{said}", said=said)
    for standing, words, place in _standings(line):
        if standing is Standing.CANCELLED:
            return place, message(
                "“{words}”: the meeting is cancelled, and left out{said}", words=words, said=said
            )
        if standing is Standing.POSTPONED:
            return place, message(
                "“{words}”: the meeting is postponed, and left out{said}; give its new date a row"
                " of its own",
                words=words,
                said=said,
            )
    return None


def remarks_on(table: Table) -> Iterator[Message]:
    """Tell what a table holds that is not read, and what of it is not understood."""
    sheet, heading_row = table.sheet, table.heading_row
    for number, heading in table.unread:
        what = (
            message("the column “{heading}” is not read", heading=heading)
            if heading
            else message("the column has no heading, and is not read")
        )
        yield message("{where}: {what}", where=sheet.place(heading_row, number, heading), what=what)
    status = table.columns.get(Column.STATUS)
    for row in table.rows if status else ():
        cell = row.cells.get(status or 0)
        if cell and cell.own and standing_of(cell.text) is None:
            place = sheet.place(row.number, status or 1, table.headings[Column.STATUS])
            what = message(
                "“{words}” is not understood, and the meeting counted", words=one_line(cell.text)
            )
            yield message("{where}: {what}", where=place, what=what)
    if not sheet.surveyed:
        what = message(
            "in this format, rows that are hidden or struck out cannot be told from the others;"
            " save the workbook as .xlsx to have them left out"
        )
        yield message("{where}: {what}", where=sheet.place(), what=what)


def _said(cells: Mapping[Column, Cell]) -> str:
    """Name the meeting, or the speaker, of a row."""
    spoken = (Column.DATE, Column.THEME, Column.SPEAKER)
    words = [one_line(cells[column].text) for column in spoken if column in cells]
    return f" ({', '.join(words)})" if words else ""


def _standings(line: Line) -> Iterator[tuple[Standing | None, str, Place]]:
    """Give what the cells of a row say of its meeting, with their words and their place."""
    for column, standing in _SPOKEN_OF_IN:
        if cell := line.cells.get(column):
            yield standing(cell.text), one_line(cell.text), line.place(column)
    read = [cell.text for cell in line.cells.values()]
    for cell in line.row.cells.values():
        if cell.own and cell.text not in read:
            yield standing_of(cell.text), one_line(cell.text), line.start
    if date := line.cells.get(Column.DATE):
        yield standing_of(date.text), one_line(date.text), line.place(Column.DATE)


_SPOKEN_OF_IN = (
    (Column.STATUS, standing_of),
    (Column.THEME, noted_standing),
    (Column.DATE, noted_standing),
    (Column.KIND, noted_standing),
)
"""The columns that may say that a meeting is cancelled, and how they say it."""
