"""A workbook → its sheets, as cells.

Part of `programme`. What opens the workbook runs confined (`spreadsheet`); here its answer becomes
sheets, or a message.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import evolve

from reportgen.confinement import Limits, StoppedError, confined
from reportgen.errors import Place, Problem, ReadingError
from reportgen.messages import Message, message
from reportgen.programme.sheets import (
    MOST_ROWS,
    Cell,
    Row,
    Sheet,
    shown_error,
    too_many_rows,
)

_LIMITS = Limits(seconds=20, memory=1_500_000_000)
_SAVE_AS_XLSX = message("Open it in Excel, and save it as an Excel workbook (.xlsx).")
COPY = message("Copy the table of the programme into a new workbook, and give that one.")
_REFUSALS: Mapping[str, tuple[Message, Message]] = {
    "protected": (
        message("the workbook is protected by a password"),
        message(
            "Open it in Excel and save a copy without the password: File, Info, Protect"
            " Workbook, Encrypt with Password, and empty the box."
        ),
    ),
    "huge": (message("the workbook unpacks to far more than a programme can hold"), COPY),
    "scattered": (
        message("a cell of the workbook lies so far out that its sheet cannot be held"),
        COPY,
    ),
    "strict": (message("the workbook is in the variant “Strict Open XML”"), _SAVE_AS_XLSX),
    "foreign": (message("the file is not a workbook of a spreadsheet"), _SAVE_AS_XLSX),
    "damaged": (
        message("the workbook is damaged and cannot be read"),
        message("Open it in Excel, let it be repaired, and save it as a workbook (.xlsx)."),
    ),
}
_STOPPED = {"time": "scattered", "memory": "scattered", "fault": "damaged"}
_NEVER_CALCULATED = Problem(
    message("the cell holds a formula that was never calculated"),
    message("Open the workbook in Excel and save it; or write the value itself."),
)


def read_workbook(file: str, data: bytes) -> tuple[Sheet, ...]:
    """Read the sheets of a workbook, .xlsx, .xlsm, .xls, .xlsb or .ods, in order.

    Formulas give the value that they had when the workbook was saved.

    Raises:
        ReadingError: it is another sort of file, damaged, protected, or too large.
    """
    try:
        answer = json.loads(confined("reportgen.programme.spreadsheet:read", data, _LIMITS))
    except StoppedError as stopped:
        answer = {"refused": _STOPPED[stopped.reason]}
    return sheets_of(file, answer)


def sheets_of(file: str, answer: Mapping[str, Any]) -> tuple[Sheet, ...]:
    """Make sheets of what `spreadsheet` answers.

    Raises:
        ReadingError: it refuses the workbook, or a sheet has more rows than a programme.
    """
    if "refused" in answer:
        raise refusal(file, answer["refused"])
    if any(len(sheet["rows"]) > MOST_ROWS for sheet in answer["sheets"] if sheet["visible"]):
        raise too_many_rows(file)
    return tuple(
        Sheet(
            file,
            sheet["name"],
            tuple(_reaching_down(list(_rows(sheet)), sheet["merged"])),
            visible=sheet["visible"],
            surveyed=answer["surveyed"],
        )
        for sheet in answer["sheets"]
    )


def refusal(file: str, reason: str) -> ReadingError:
    """Make the refusal of a workbook, by the word for its reason."""
    what, advice = _REFUSALS[reason]
    return ReadingError(Problem(what, advice, Place(file)))


def _rows(sheet: Mapping[str, Any]) -> Iterator[Row]:
    """Make the rows of a sheet, in order, those too that hold formulas without a value alone."""
    struck = {tuple(spot) for spot in sheet["struck"]}
    partly = {tuple(spot) for spot in sheet["partly"]}
    rows: dict[int, dict[int, Cell]] = {}
    for number, cells in sheet["rows"].items():
        for column, text, is_day in cells:
            spot = (int(number), column)
            if cell := _cell(text, is_day=is_day):
                marked = evolve(cell, struck=spot in struck, partly_struck=spot in partly)
                rows.setdefault(spot[0], {})[column] = marked
    for number, column, error in sheet["faults"]:
        fault = shown_error(error) if error else _NEVER_CALCULATED
        rows.setdefault(number, {})[column] = Cell(error or "=", fault=fault or _NEVER_CALCULATED)
    hidden = set(sheet["hidden"])
    for number in sorted(rows):
        yield Row(number, dict(sorted(rows[number].items())), hidden=number in hidden)


def _cell(text: str, *, is_day: bool) -> Cell | None:
    if is_day:
        return Cell(text, day=date.fromisoformat(text))
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return Cell(text, fault=shown_error(text)) if text else None


def _reaching_down(rows: list[Row], merged: list[tuple[int, int, int]]) -> Iterator[Row]:
    """Repeat what merged cells hold in each of the rows that they cover."""
    by_number = {row.number: row for row in rows}
    numbers = list(by_number)
    for column, top, bottom in merged:
        head = by_number.get(top)
        if head is None or column not in head.cells:
            continue
        repeated = evolve(head.cells[column], own=False)
        for number in numbers[bisect_right(numbers, top) : bisect_right(numbers, bottom)]:
            row = by_number[number]
            by_number[number] = evolve(row, cells={column: repeated, **row.cells})
    yield from by_number.values()
