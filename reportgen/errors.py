"""What can go wrong, said so that its reader can act on it.

Floor 1. A `Problem` tells what was found, where, and what to do; a `ReportgenError` carries every
problem of one attempt and the exit code that the command ends with.
"""

from __future__ import annotations

import errno
import re
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from attrs import evolve, field, frozen

from reportgen.messages import Message, message

_INDEX = re.compile(r"[0-9]{1,9}")

RecordPath: TypeAlias = tuple[str | int, ...]
"""The way from the report to one of its values: `("meetings", 2, "concept_note")`."""


def path_of(origin: str) -> RecordPath:
    """Read the path that a block bears as its origin, `meetings.2.concept_note`."""
    return tuple(
        int(step) if _INDEX.fullmatch(step) else step for step in origin.split(".") if step
    )


@frozen
class Place:
    """A spot in a file: lines and columns count from 1; None where they are not known.

    Args:
        cell: a spot in a table: `Sheet!C5` in a workbook, `Sheet!` for a whole sheet; in a file
            with lines, the heading of the column.
    """

    file: str
    line: int | None = None
    column: int | None = None
    cell: str = field(default="", kw_only=True)

    def __str__(self) -> str:
        """Write the place as editors do, `file:line:column`; a cell by its sheet or heading."""
        spot = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        if not self.cell:
            return spot
        if self.line:
            return str(message("{where}, column “{heading}”", where=spot, heading=self.cell))
        sheet, _, cell = self.cell.rpartition("!")
        where = message("{where}, sheet “{sheet}”", where=spot, sheet=sheet)
        return str(message("{where}, cell {cell}", where=where, cell=cell) if cell else where)


@frozen
class Problem:
    """One thing that is wrong.

    Args:
        what: what was found and what was expected.
        advice: what to do about it.
        place: the spot in a file, where one is known.
        path: the value of the report that is at fault, where one is.
        excerpt: the lines concerned, as they stand.
        key: the key of a paragraph that is at fault, which a template may have written.
        span: where the characters at fault begin and end in the text at `path`, from 0; None where
            all of it is.
    """

    what: Message
    advice: Message | None = None
    place: Place | None = None
    path: RecordPath = ()
    excerpt: str = ""
    key: str = ""
    span: tuple[int, int] | None = None

    def under(self, *path: str | int) -> Problem:
        """Give the same problem, seen from a record that holds the faulty one at `path`."""
        return evolve(self, path=(*path, *self.path))

    def __str__(self) -> str:
        """Say the problem in the language now spoken, over one or several lines."""
        where = str(self.place or "") or ".".join(map(str, self.path))
        colon = str(message("{where}: {what}", where=where, what=self.what)) if where else ""
        lines = [colon or str(self.what)]
        lines += [f"    {line}" for line in self.excerpt.splitlines()]
        if self.advice is not None:
            lines.append(f"  → {self.advice}")
        return "\n".join(lines)


_REASONS = {
    errno.ENOENT: message("no file or folder of that name"),
    errno.EACCES: message("permission denied"),
    errno.EPERM: message("permission denied"),
    errno.EROFS: message("the disk can only be read"),
    errno.ENOSPC: message("no room is left on the disk"),
    errno.EDQUOT: message("the room that you have on the disk is used up"),
    errno.EFBIG: message("the disk takes no file of that size"),
    errno.EBUSY: message("another program is using it"),
    errno.ETXTBSY: message("another program is using it"),
    errno.ENOTDIR: message("it is not a folder"),
    errno.ELOOP: message("it is a link that leads back to itself"),
    errno.ENAMETOOLONG: message("the name is too long"),
    errno.EISDIR: message("it is a folder"),
    errno.EBADF: message("it is closed"),
    errno.EIO: message("the disk does not answer as it should"),
}
"""Why files fail most often; the system says it in a language that is not the reader's."""


def reason_of(error: OSError) -> Message | str:
    """Say why the system refused a file: in the reader's language where the reason is known."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


_CHECK_NAME = message("Check the name, and the folder in which you gave the command.")


def missing(path: Path, otherwise: Message = _CHECK_NAME) -> Problem:
    """Say that there is no file or folder of a name.

    Args:
        path: the file or folder; what is told is the first part of it that is not there.
        otherwise: what to do where no name resembles the one that was given.
    """
    from difflib import get_close_matches  # noqa: PLC0415 -- slow to load, seldom needed

    parent = path.parent
    while not parent.is_dir() and parent != parent.parent:
        path, parent = parent, parent.parent
    names: list[str] = []
    with suppress(OSError):
        names += [file.name for file in parent.iterdir()]
    near = get_close_matches(path.name, names, n=3)
    return Problem(
        message("there is no {path}", path=str(path)),
        did_you_mean(*(parent / name for name in near)) if near else otherwise,
    )


def closed(path: str | Path, error: OSError) -> Problem:
    """Say why a file or a folder cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return missing(Path(path))
    return Problem(
        message("{path} cannot be opened ({reason})", path=str(path), reason=reason_of(error)),
        message("Give a file, not a folder.")
        if isinstance(error, IsADirectoryError)
        else message("Close the file in the other programs, and check who may read it."),
    )


def did_you_mean(*paths: Path) -> Message:
    """Ask whether one of some files or folders was meant."""
    return message("Did you mean: {names}?", names=" ; ".join(map(str, paths)))


class ReportgenError(Exception):
    """Something that the user can mend; nothing was written.

    Args:
        problems: what is wrong, each with its place, in the order of the files.
    """

    exit_code = 2

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; at least one."""
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        """Say every problem in the language now spoken."""
        return "\n".join(map(str, self.problems))


class RecordError(ReportgenError, ValueError):
    """A record that cannot be: a value of the wrong form, or two that contradict each other."""


class ReadingError(ReportgenError):
    """Inputs that cannot be read as a report."""


class TemplateError(ReportgenError):
    """A template that cannot be filled, or that says something the markup does not know."""


class DocumentError(ReportgenError):
    """A document that contradicts itself, such as a reference to nothing."""


class OutputError(ReportgenError):
    """A file that cannot be written, or must not be written over."""


class FontError(ReportgenError):
    """No font with the measures that the page needs."""
