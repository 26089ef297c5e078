"""Rows of a programme as lines: the cells by what their column means, and what they say.

Part of `programme`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from reportgen.errors import Place, Problem, RecordError
from reportgen.messages import Message, message
from reportgen.programme.example import is_example, is_stand_in
from reportgen.programme.headings import Column, Table
from reportgen.programme.sheets import Cell, Row
from reportgen.programme.words import one_line
from reportgen.records import check_text


@frozen
class Line:
    """The cells of a row that are not empty, by what their column means."""

    row: Row
    cells: Mapping[Column, Cell]
    places: Callable[[int, Column], Place]

    def place(self, column: Column) -> Place:
        """Return the place of a cell."""
        return self.places(self.row.number, column)

    def about(self, columns: Iterable[Column]) -> dict[Column, Cell]:
        """Return the cells of some columns, those that are not empty."""
        return {column: self.cells[column] for column in columns if column in self.cells}

    @property
    def start(self) -> Place:
        """The place of the first cell of the row."""
        return self.place(next(iter(self.cells)))


@frozen
class Notes:
    """What reading finds beside the meetings.

    Args:
        faults: what is wrong.
        remarks: what a person should see.
    """

    faults: list[Problem] = field(factory=list)
    remarks: list[Message] = field(factory=list)

    def remark(self, place: Place, what: Message) -> None:
        """Note what a person should see, and where."""
        self.remarks.append(message("{where}: {what}", where=place, what=what))


def lines_of(table: Table) -> Iterator[Line]:
    """Give the rows below the headings that say something, and are not the example's."""

    def place(number: int, column: Column) -> Place:
        heading = one_line(table.headings.get(column, ""))
        return table.sheet.place(number, table.columns.get(column, 1), heading)

    for row in table.rows:
        found = ((column, row.cells.get(index)) for column, index in table.columns.items())
        cells = {column: cell for column, cell in found if cell is not None}
        texts = {column: cell.text for column, cell in cells.items()}
        if any(cell.own for cell in cells.values()) and not is_example(texts):
            yield Line(row, cells, place)


def text_of(line: Line, column: Column, notes: Notes) -> str:
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
