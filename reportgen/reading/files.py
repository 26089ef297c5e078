"""The files of a report: which ones they are, and their text.

Part of `reading`, and the only module of the program that opens inputs.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from math import inf
from pathlib import Path
from unicodedata import normalize

from attrs import field, frozen

from reportgen.errors import Place, Problem, ReadingError, closed, did_you_mean, missing
from reportgen.input_files import kind_of, leads_outside, led_outside, read_input
from reportgen.messages import message
from reportgen.reading.nodes import Source
from reportgen.reading.words import nearest

SUFFIXES = (".yaml", ".yml", ".json")
MEETINGS = "meetings"
STYLE = "style.yaml"
_MOST_BYTES = 200_000_000
_REPORT = "report"
_INPUTS = "inputs"
_OF_THE_SYSTEM = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon", "icon\r"}
"""Files that Windows and macOS put into folders, in small letters."""


@frozen
class Files:
    """The files of one report.

    Args:
        report: the file of what holds for the whole report.
        meetings: the files of the meetings, in the order of their names.
        problems: what is wrong with the files as such.
    """

    report: Path
    meetings: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def find_files(path: Path) -> Files:
    """Find the files of a report.

    Args:
        path: a folder with `report.yaml` and `meetings/*.yaml`, or one YAML or JSON file; the
            report’s own file in such a folder stands for the folder.

    Raises:
        ReadingError: there is no report there, or a folder that may not be looked into.
    """
    try:
        return _find(path)
    except OSError as error:
        raise ReadingError(closed(error.filename or path, error)) from error


def _find(path: Path) -> Files:
    if path.is_dir():
        return _folder(path)
    if not path.exists():
        raise ReadingError(missing(path))
    if path.suffix.lower() not in SUFFIXES:
        what = message("{path} is not a YAML or JSON file", path=str(path))
        advice = message("Give the folder of the report, or a file that ends in .yaml or .json.")
        raise ReadingError(Problem(what, advice))
    if path.stem == _REPORT and (path.parent / MEETINGS).is_dir():
        return _folder(path.parent)
    if path.parent.name == MEETINGS and _report_files(path.parent.parent):
        what = message("{path} tells one meeting, not a report", path=str(path))
        advice = message("Give the folder of the report: {path}.", path=str(path.parent.parent))
        raise ReadingError(Problem(what, advice))
    return Files(path)


def report_here(folder: Path) -> Path:
    """Find the report in whose folder, or in whose folder of meetings, one stands.

    Args:
        folder: where one stands.

    Raises:
        ReadingError: there is no report there.
    """
    for path in (folder, folder / ".."):
        if _report_files(path):
            return path
    what = message("there is no report.yaml in the folder in which you gave the command")
    near = _reports_within(folder)
    advice = (
        message("Go into the folder of the report, or give it: {names}.", names=_listed(near))
        if near
        else message("Go into the folder of the report, or give it behind the command.")
    )
    raise ReadingError(Problem(what, advice))


def style_file(path: Path) -> Path | None:
    """Find the house style that lies beside the report of a folder; None where there is none.

    Args:
        path: a folder with `report.yaml`, or a file of a report.
    """
    file = (path if path.is_dir() else path.parent) / STYLE
    return file if os.path.lexists(file) else None


def spelled(folder: Path, name: str) -> str:
    """Give the name of a file as its folder spells it: macOS parts accents from their letters."""
    apart = normalize("NFD", name)
    there = os.path.exists  # which answers no where a name is too long to be asked for
    return apart if not there(folder / name) and there(folder / apart) else name


def read_text(path: Path) -> Source:
    """Read the text of a file, which must be UTF-8.

    Raises:
        ReadingError: the file cannot be opened, is no text, or is in another encoding.
    """
    data = read_data(path)
    if kind := kind_of(data):
        what = message("the file is {kind}, not a text in YAML", kind=kind)
        advice = message("Put its words into a plain text, as the other records are.")
        raise ReadingError(Problem(what, advice, Place(str(path))))
    try:
        return Source(str(path), data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadingError(_not_utf8(path, data, error)) from error


def read_data(path: Path) -> bytes:
    """Read the bytes of a file that has an end.

    Raises:
        ReadingError: the file cannot be opened, is a device or a pipe, or larger than any report.
    """
    return read_input(path, _MOST_BYTES)


def _folder(path: Path) -> Files:
    reports = _report_files(path)
    if not reports:
        raise ReadingError(_no_report(path))
    problems = [] if len(reports) == 1 else [_twins(reports)]
    folder = path / MEETINGS
    if not folder.is_dir():
        return Files(reports[0], (), (*problems, *_no_folder(folder), *_misnamed_meetings(path)))
    meetings = tuple(sorted(_inputs(folder), key=in_order))
    by_stem: dict[str, list[Path]] = {}
    for file in meetings:
        by_stem.setdefault(file.stem, []).append(file)
    problems += [_twins(files) for files in by_stem.values() if len(files) > 1]
    outside = [file for file in meetings if leads_outside(file, path)]
    problems += map(led_outside, outside)
    meetings = tuple(file for file in meetings if file not in outside)
    problems += _unread(folder)
    return Files(reports[0], meetings, tuple(problems))


def in_order(file: Path) -> tuple[list[tuple[float, str]], str]:
    """Put `2017-05-12` before `2017-05-12-2`, and this before `2017-05-12-10`."""
    pieces = re.findall(r"[0-9]+|[^0-9]+", file.stem)
    known = [(int(piece), "") if piece.isdecimal() else (inf, piece) for piece in pieces]
    return known, file.name


def _inputs(folder: Path) -> Iterator[Path]:
    for file in folder.iterdir():
        if file.suffix.lower() in SUFFIXES and not _left_out(file) and file.is_file():
            yield file


def _left_out(file: Path) -> bool:
    """Tell what the user, the system or an office program keeps for itself: `~$a.xlsx`."""
    name = file.name
    return name[0] in "._~" or name[-1] == "~" or name.casefold() in _OF_THE_SYSTEM


def _unread(folder: Path) -> Iterator[Problem]:
    """Tell of what lies among the meetings and is none: a meeting must not vanish in silence."""
    read = set(_inputs(folder))
    for entry in sorted(folder.iterdir()):
        if entry not in read and not _left_out(entry):
            advice = (
                message("It is not a file: put a file in its place, or delete it.")
                if entry.suffix.lower() in SUFFIXES and not entry.is_file()
                else message("Give it a name that ends in .yaml, or begins with _ to leave it out.")
            )
            yield Problem(
                message("“{name}” is not read", name=entry.name), advice, Place(str(entry))
            )


def _no_folder(folder: Path) -> Iterator[Problem]:
    """Tell of a file that bears the name of the folder of meetings."""
    if os.path.lexists(folder):
        yield Problem(
            message("this is not a folder, and no meeting is read from it"),
            message("Put the file of each meeting into a folder of this name."),
            Place(str(folder)),
        )


def _report_files(folder: Path) -> list[Path]:
    files = (folder / f"{_REPORT}{suffix}" for suffix in SUFFIXES)
    return [file for file in files if file.is_file()]


def _twins(files: list[Path]) -> Problem:
    return Problem(
        message("{names} are two files for one thing", names=_names(files)),
        message("Keep one of them."),
        Place(str(files[1])),
    )


def _misnamed_meetings(path: Path) -> Iterator[Problem]:
    for folder in sorted(path.iterdir()):
        if folder.is_dir() and not _left_out(folder) and nearest(folder.name, (MEETINGS,)):
            what = message("the folder “{name}” is not read", name=folder.name)
            advice = message("Name the folder of the meetings “{name}”.", name=MEETINGS)
            yield Problem(what, advice, Place(str(folder)))


def _no_report(path: Path) -> Problem:
    reports = _reports_within(path)
    near = [file for file in _inputs(path) if nearest(file.stem, (_REPORT,))]
    if reports:
        advice = did_you_mean(*reports)
    elif near:
        advice = message("Rename {names} to report.yaml.", names=_names(near))
    else:
        advice = message("Give the folder of a report, which holds report.yaml and meetings.")
    return Problem(message("the folder {path} has no report.yaml", path=str(path)), advice)


def _reports_within(path: Path) -> list[Path]:
    """List the folders of reports in a folder, or in its folder `inputs`."""
    with suppress(OSError):
        within = (one for folder in (path, path / _INPUTS) for one in _folders(folder))
        return [folder for folder in within if _report_files(folder)]
    return []


def _folders(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (folder for folder in sorted(path.iterdir()) if folder.is_dir())


def _listed(paths: Iterable[Path]) -> str:
    return ", ".join(map(str, paths))


def _names(files: Iterable[Path]) -> str:
    return ", ".join(file.name for file in files)


def _not_utf8(path: Path, data: bytes, error: UnicodeDecodeError) -> Problem:
    advice = message("Save the file again with the encoding UTF-8.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem(message("the file is in UTF-16, not in UTF-8"), advice, Place(str(path)))
    before = data[: error.start].decode("utf-8-sig")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    what = message(
        "byte {position} of the file, {byte}, is not UTF-8",
        position=error.start + 1,
        byte=f"0x{data[error.start]:02X}",
    )
    return Problem(what, advice, Place(str(path), line, column))
