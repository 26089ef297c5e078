"""The files that a user names, opened so that none of them can hold the program up.

Floor 1. A device or a pipe may never come to an end, and a link may lead to the file of someone
else: whoever opens an input does it here.
"""

from __future__ import annotations

import stat
from pathlib import Path

from reportgen.errors import Place, Problem, ReadingError, closed
from reportgen.messages import message

MOST_BYTES = 50_000_000
_BYTES_A_MEGABYTE = 1_000_000


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
