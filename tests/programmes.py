"""Programmes of work, as secretariats save them."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from openpyxl import Workbook

Value: TypeAlias = str | int | float | date | None
Rows: TypeAlias = Sequence[Sequence[Value]]

HEADINGS = (
    "Date",
    "Type",
    "Thème",
    "Note conceptuelle",
    "Genre",
    "Grade",
    "Intervenant",
    "Fonction",
    "Organisation",
)


def workbook(
    rows: Rows,
    *,
    name: str = "Programme",
    merged: Sequence[str] = (),
    others: Sequence[tuple[str, Rows]] = (),
) -> bytes:
    """Save rows as a workbook; days become cells in the format of dates.

    Args:
        rows: the rows of the first sheet.
        name: the name of the first sheet.
        merged: the cells to merge there, such as `A2:A3`.
        others: the names and rows of further sheets.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, content in ((name, rows), *others):
        sheet = book.create_sheet(title)
        for row in content:
            sheet.append(list(row))
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def delimited(rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """Save rows as a text with delimiters; days are written as French Excel writes them."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow([f"{v:%d/%m/%Y}" if isinstance(v, date) else v for v in row])
    return stream.getvalue().encode(encoding)
