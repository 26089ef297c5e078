"""A text with delimiters → one sheet of cells, whatever program saved it.

Part of `programme`. Excel in French saves semicolons and Windows-1252, or UTF-16 and tabs as
« Texte Unicode »; on a Macintosh Mac Roman; others save commas and UTF-8.
"""

from __future__ import annotations

import csv
import io
import re

from reportgen.errors import Place, Problem, ReadingError
from reportgen.messages import Message, message
from reportgen.programme.encodings import Decoded, decoded
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


def read_delimited(file: str, data: bytes) -> tuple[Sheet, tuple[Message, ...]]:
    """Read the table of a text, with the delimiter that gives it the most headings.

    Returns:
        The table, and a remark where the encoding had to be guessed.

    Raises:
        ReadingError: it is no text, has too many rows, or opens a quotation that never ends.
    """
    found_text = _text(file, data)
    text = found_text.text
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
    return sheet, () if found_text.certain else (_guessed(file, found_text),)


def _guessed(file: str, found: Decoded) -> Message:
    what = message(
        "the file does not tell its encoding, and is read as {encoding}: check the accents",
        encoding=_SPOKEN.get(found.encoding, found.encoding),
    )
    return message("{where}: {what}", where=Place(file), what=what)


_SPOKEN = {"mac_roman": "Mac Roman", "cp850": "CP850", "cp1250": "Windows-1250", "utf-8": "UTF-8"}


def _headings(sheet: Sheet) -> int:
    table = find_table(sheet)
    return len(table.columns) if table else 0


def _text(file: str, data: bytes) -> Decoded:
    found = decoded(data)
    if found is None or _is_no_table(found.text):
        raise _no_table(file)
    return found


def _is_no_table(text: str) -> bool:
    return "\0" in text or text.lstrip()[:1] in ("<", "{") or text.startswith("%PDF")


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
