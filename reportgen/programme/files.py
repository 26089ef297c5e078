"""A file that is given as a programme: what it is by its first bytes, and its sheets.

Part of `programme`.
"""

from __future__ import annotations

from pathlib import Path

from reportgen.errors import Place, Problem, ReadingError, closed
from reportgen.messages import Message, message
from reportgen.programme.delimited import read_delimited
from reportgen.programme.sheets import Sheet
from reportgen.programme.workbooks import read_workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = (".xlsx", ".xlsm")
_MOST_BYTES = 50_000_000


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Read the visible sheets of a workbook, or the one table of a text file.

    Raises:
        ReadingError: there is no such file, or it is no workbook or text that can be read.
    """
    data = _bytes(path)
    if data.startswith(_OLE):
        raise _refusal(path, *_of_ole(path, data))
    if data.startswith(_ZIP):
        return read_workbook(str(path), data)
    if path.suffix.lower() in _WORKBOOKS:
        raise _refusal(
            path,
            message("the file is not a workbook, whatever its name says"),
            message("Open it in the spreadsheet, and save it as an Excel workbook (.xlsx)."),
        )
    return (read_delimited(str(path), data),)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise _refusal(
                path,
                message("this is a folder, not a programme"),
                message("Give the file of the programme, which ends in .xlsx, .xlsm or .csv."),
            )
        if path.stat().st_size > _MOST_BYTES:
            raise _too_large(path)
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(closed(path, error)) from error


def _of_ole(path: Path, data: bytes) -> tuple[Message, Message]:
    if _ENCRYPTED in data or path.suffix.lower() in _WORKBOOKS:
        return (
            message("the workbook is protected by a password"),
            message(
                "Open it in Excel and save a copy without the password: File, Info, Protect"
                " Workbook, Encrypt with Password, and empty the box."
            ),
        )
    return (
        message("the file is in the old format of Excel (.xls) or of another program"),
        message("Open it in Excel, and save it as an Excel workbook (.xlsx)."),
    )


def _too_large(path: Path) -> ReadingError:
    return _refusal(
        path,
        message("the file is too large for a programme"),
        message("Copy the table of the programme into a new workbook, and give that one."),
    )


def _refusal(path: Path, what: Message, advice: Message) -> ReadingError:
    return ReadingError(Problem(what, advice, Place(str(path))))
