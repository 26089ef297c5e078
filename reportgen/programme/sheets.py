"""A sheet of cells, the same for a workbook and for a text with delimiters.

Part of `programme`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from reportgen.errors import Place, Problem, ReadingError
from reportgen.messages import message
from reportgen.records import composed

MOST_ROWS = 5_000
"""More than the meetings and speakers of a year; a sheet that has more is another one."""


@frozen
class Cell:
    """What stands in a cell that is not empty.

    Args:
        text: the text, or what the cell shows.
        day: the day, in a cell that the workbook knows as a date.
        fault: why the cell says nothing, such as a formula that was never calculated.
        own: False where a merged cell above reaches down to this one.
        struck: whether all its text is struck out.
        partly_struck: whether a part of its text is.
    """

    text: str = field(converter=composed)
    day: date | None = None
    fault: Problem | None = None
    own: bool = True
    struck: bool = False
    partly_struck: bool = False


@frozen
class Row:
    """The cells of a row that are not empty, by the number of their column, both from 1.

    Args:
        hidden: whether the sheet does not show the row.
    """

    number: int
    cells: Mapping[int, Cell]
    hidden: bool = False

    @property
    def struck(self) -> bool:
        """Whether all that the row holds of its own is struck out."""
        own = [cell for cell in self.cells.values() if cell.own]
        return bool(own) and all(cell.struck for cell in own)


@frozen
class Sheet:
    """The rows of a sheet that are not empty.

    Args:
        file: the name of the file.
        name: the name of the sheet; None in a file that has no sheets.
        visible: whether the workbook shows the sheet.
        surveyed: whether it is known which rows are hidden, and which cells struck out.
    """

    file: str
    name: str | None
    rows: tuple[Row, ...]
    visible: bool = True
    surveyed: bool = True

    def place(self, row: int | None = None, column: int = 1, heading: str = "") -> Place:
        """Give the place of a cell; that of the sheet without a row.

        Args:
            row: the number of the row, from 1.
            column: the number of the column, from 1.
            heading: what stands above the column; it names the cell where there is no sheet.
        """
        if self.name is None:
            return Place(self.file, row, cell=heading)
        return Place(
            self.file, cell=f"{self.name}!{_letters(column)}{row}" if row else f"{self.name}!"
        )


def too_many_rows(file: str) -> ReadingError:
    """Make the refusal of a file with more rows than a programme can have."""
    return ReadingError(
        Problem(
            message("the file has more than {count} rows", count=MOST_ROWS),
            message("Give the programme of one year; delete what does not belong to it."),
            Place(file),
        )
    )


def shown_error(text: str) -> Problem | None:
    """Tell what is wrong with a cell that shows one of the errors of a spreadsheet."""
    if text.strip("#") == "" and len(text) > len("##"):
        return Problem(
            message("the cell holds only “{found}”: its column is too narrow", found=text),
            message("Widen the column in the spreadsheet, and save the file again."),
        )
    if text.upper() in _ERRORS:
        return Problem(
            message("the cell holds the error “{found}”", found=text),
            message("Correct the formula, or write the value itself."),
        )
    return None


_ERRORS = {
    *("#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"),
    *("#NOM?", "#VALEUR!", "#NUL!", "#NOMBRE!"),
}


def _letters(column: int) -> str:
    """Name a column as spreadsheets do: A, Z, AA."""
    rest, last = divmod(column - 1, 26)
    return (_letters(rest) if rest else "") + chr(ord("A") + last)
