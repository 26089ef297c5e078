"""A file that is given as a programme: what it is by its first bytes, and its sheets.

Part of `programme`.
"""

from __future__ import annotations

import os
from pathlib import Path

from reportgen.errors import Place, Problem, ReadingError
from reportgen.input_files import ARCHIVE, OFFICE, WORKBOOK, kind_of, read_input
from reportgen.messages import Message, message
from reportgen.programme.delimited import read_delimited
from reportgen.programme.encodings import decoded
from reportgen.programme.sheets import Sheet
from reportgen.programme.workbooks import COPY, read_workbook, refusal

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = (".xlsx", ".xlsm")
_MOST_BYTES = 50_000_000
_MAY_HOLD_SHEETS = (WORKBOOK, ARCHIVE, OFFICE)
_SAVE = message("Open it in the spreadsheet, and save it as an Excel workbook (.xlsx).")


def read_sheets(path: Path) -> tuple[tuple[Sheet, ...], tuple[Message, ...]]:
    """Read the sheets of a workbook, or the one table of a text file.

    Returns:
        The sheets, and remarks on how the file was read.

    Raises:
        ReadingError: there is no such file, or it is no workbook or text that can be read.
    """
    data = _bytes(path)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise refusal(str(path), "protected")
    if (kind := kind_of(data)) not in (None, *_MAY_HOLD_SHEETS):
        raise _refusal(path, message("the file is {kind}, not a workbook", kind=kind), COPY)
    if data.startswith((_OLE, *_ZIP)):
        return read_workbook(str(path), data), ()
    if path.suffix.lower() in _WORKBOOKS:
        raise _misnamed(path, data)
    sheet, remarks = read_delimited(str(path), data)
    return (sheet,), remarks


def _misnamed(path: Path, data: bytes) -> ReadingError:
    """Refuse what has the name of a workbook; Excel does not open a text of that name either."""
    if decoded(data) is None or not data.strip():
        return _refusal(path, message("the file is not a workbook, whatever its name says"), _SAVE)
    return _refusal(
        path,
        message("the file is a plain text, whatever its name says"),
        message(
            "If it is a text with delimiters (CSV), rename it to {name}.",
            name=path.with_suffix(".csv").name,
        ),
    )


def _bytes(path: Path) -> bytes:
    if os.path.isdir(path):  # noqa: PTH112 -- a name may be too long to be asked for
        raise _refusal(
            path,
            message("this is a folder, not a programme"),
            message("Give the file of the programme, which ends in .xlsx, .xls, .ods or .csv."),
        )
    return read_input(path, _MOST_BYTES)


def _refusal(path: Path, what: Message, advice: Message) -> ReadingError:
    return ReadingError(Problem(what, advice, Place(str(path))))
