"""The files that a user names, opened so that none of them can hold the program up.

Floor 1. A device or a pipe may never come to an end, and a link may lead to the file of someone
else: whoever opens an input does it here.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

from reportgen.errors import Place, Problem, ReadingError, closed
from reportgen.messages import Message, message

MOST_BYTES = 50_000_000
_BYTES_A_MEGABYTE = 1_000_000
_LONGEST_START = 20
WORKBOOK = message("a workbook")
ARCHIVE = message("a ZIP archive")
OFFICE = message("a file of Office")
_WORD = message("a Word document")
_PAGE = message("a page of the Web")
_IMAGE = message("an image")
_IN_ZIP = {
    b"xl/workbook": WORKBOOK,
    b"opendocument.spreadsheet": WORKBOOK,
    b"word/document": _WORD,
    b"opendocument.text": message("a document of LibreOffice"),
    b"ppt/presentation": message("a presentation"),
}
_IN_OFFICE = {
    "Workbook".encode("utf-16-le"): WORKBOOK,
    "WordDocument".encode("utf-16-le"): _WORD,
}
_KINDS: Mapping[bytes, tuple[Message, Mapping[bytes, Message]]] = {
    b"%pdf-": (message("a PDF"), {}),
    b"{\\rtf": (message("a text in RTF"), {}),
    b"<!doctype html": (_PAGE, {}),
    b"<html": (_PAGE, {}),
    b"\x89png": (_IMAGE, {}),
    b"\xff\xd8\xff": (_IMAGE, {}),
    b"gif8": (_IMAGE, {}),
    b"pk\x03\x04": (ARCHIVE, _IN_ZIP),
    b"\xd0\xcf\x11\xe0": (OFFICE, _IN_OFFICE),
}
"""What files of a kind begin with, in small letters, and what the first name within tells."""


def read_input(path: Path, most: int = MOST_BYTES) -> bytes:
    """Read a file that has an end.

    Args:
        path: the file.
        most: how many bytes it may have.

    Raises:
        ReadingError: there is no such file, it is a device or a pipe, it is longer than that, or
            it cannot be opened.
    """
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise ReadingError(_endless(path))
        with path.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        raise ReadingError(closed(path, error)) from error
    if len(data) > most:
        raise ReadingError(_long(path, most))
    return data


def kind_of(data: bytes) -> Message | None:
    """Give the kind of file that the bytes are of, whatever its name; None for text and others.

    Args:
        data: all of the file: what a ZIP archive or an old file of Office holds is named within.
    """
    start = data.lstrip()[:_LONGEST_START].lower()
    for beginning, (kind, marks) in _KINDS.items():
        if start.startswith(beginning):
            found = {data.find(mark): one for mark, one in marks.items() if mark in data}
            return found[min(found)] if found else kind
    return None


def leads_outside(path: Path, folder: Path) -> bool:
    """Tell whether links lead from a file of a folder to somewhere outside of it."""
    return not path.resolve().is_relative_to(folder.resolve())


def led_outside(path: Path) -> Problem:
    """Say that a link leads out of the folder which it lies in."""
    return Problem(
        message("this is a link that leads outside the folder"),
        message("Put the file itself in the place of the link."),
        Place(str(path)),
    )


def _endless(path: Path) -> Problem:
    return Problem(
        message("this is a device or a pipe, not a file"),
        message("Give a file, which has an end."),
        Place(str(path)),
    )


def _long(path: Path, most: int) -> Problem:
    return Problem(
        message(
            "the file is of more than {megabytes} MB", megabytes=round(most / _BYTES_A_MEGABYTE, 1)
        ),
        message("Give the file that was meant, or a smaller one."),
        Place(str(path)),
    )
