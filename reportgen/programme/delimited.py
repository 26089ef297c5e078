"""A text with delimiters → one sheet of cells, whatever program saved it.

Part of `programme`. Excel in French saves semicolons and Windows-1252, or UTF-16 and tabs as
« Texte Unicode »; others save commas and UTF-8.
"""

from __future__ import annotations

import codecs
import csv
import io
import re

from reportgen.errors import Place, Problem, ReadingError
from reportgen.messages import message
from reportgen.programme.headings import find_table
from reportgen.programme.sheets import (
    MOST_ROWS,
    Cell,
    Row,
    Sheet,
    shown_error,
    too_many_rows,
)

_DELIMITERS = ";,\t"
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_delimited(file: str, data: bytes) -> Sheet:
    """Read the table of a text, with the delimiter that gives it the most headings.

    Raises:
        ReadingError: it is no text, has too many rows, or opens a quotation that never ends.
    """
    text = _text(file, data)
    if found := _SEPARATOR_LINE.match(text):
        tries = [_parse(file, "\n" + text[found.end() :], found[1])]
    else:
        tries = [_parse(file, text, delimiter) for delimiter in _DELIMITERS]
    sheet, broken = max(tries, key=lambda tried: _headings(tried[0]))
    if broken:
        raise ReadingError(
            Problem(
                message("a quotation mark in this row has no counterpart"),
                message("Open the file in the spreadsheet, and save it as a workbook (.xlsx)."),
                Place(file, broken),
            )
        )
    if len(sheet.rows) > MOST_ROWS:
        raise too_many_rows(file)
    return sheet


def _headings(sheet: Sheet) -> int:
    table = find_table(sheet)
    return len(table.columns) if table else 0


def _text(file: str, data: bytes) -> str:
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        raise _no_table(file) from error
    if "\0" in text or text.lstrip()[:1] in ("<", "{") or text.startswith("%PDF"):
        raise _no_table(file)
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _no_table(file: str) -> ReadingError:
    return ReadingError(
        Problem(
            message("the file is neither a workbook nor a text with delimiters"),
            message("Open it in the spreadsheet, and save it as an Excel workbook (.xlsx)."),
            Place(file),
        )
    )


def _parse(file: str, text: str, delimiter: str) -> tuple[Sheet, int | None]:
    """Part a text into cells, and give the line where that fails, if it does."""
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, broken = 1, None
    try:
        for values in reader:
            cells = {index: _cell(value) for index, value in enumerate(values, 1) if value.strip()}
            if cells:
                rows.append(Row(line, cells))
            if len(rows) > MOST_ROWS:
                break
            line = reader.line_num + 1
    except csv.Error:
        broken = line
    return Sheet(file, None, tuple(rows)), broken


def _cell(value: str) -> Cell:
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    return Cell(text, fault=shown_error(text))
