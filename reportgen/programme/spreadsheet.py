"""The values of a workbook of any format, as JSON: the one module that knows calamine.

Part of `programme`, and run in a process of its own (`confinement`): a workbook may declare more
cells than there is memory, and calamine may end the process that reads it.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, PasswordError, load_workbook

from reportgen.programme.sheets import MOST_ROWS
from reportgen.programme.survey import CONTENT, WORKBOOK, Survey, SurveyError, survey

_MOST_UNPACKED = 100_000_000
_MOST_CELLS = 20_000_000
_WORKSHEET, _VISIBLE = "SheetTypeEnum.WorkSheet", "SheetVisibleEnum.Visible"
_DAMAGE = (CalamineError, SurveyError, etree.XMLSyntaxError, zipfile.BadZipFile, ValueError)
_DAMAGE_TOO = (KeyError, TypeError, EOFError, NotImplementedError, RuntimeError)  # of zipfile, lxml


class _Refused(Exception):  # noqa: N818 -- a reason, not an error
    """A workbook that is not read; the argument is the word of `workbooks` for the reason."""


def read(data: bytes) -> bytes:
    """Read the sheets of a workbook.

    Returns:
        JSON: `{"refused": reason}`, or `{"sheets": …, "surveyed": …}`, each sheet with its name,
        whether it is visible, its rows of `[column, text, is a day]` by number, and what its
        survey notes.
    """
    try:
        return json.dumps(_read(data)).encode()
    except _Refused as reason:
        return json.dumps({"refused": str(reason)}).encode()
    except PasswordError:
        return json.dumps({"refused": "protected"}).encode()
    except (*_DAMAGE, *_DAMAGE_TOO):
        return json.dumps({"refused": "damaged"}).encode()


def _read(data: bytes) -> dict[str, Any]:
    surveys = _surveys(data)
    sheets = []
    with load_workbook(io.BytesIO(data)) as workbook:
        for about in workbook.sheets_metadata:
            if str(about.typ) != _WORKSHEET:
                continue
            notes = None if surveys is None else surveys.get(about.name, Survey())
            _check_size(notes)
            sheet = workbook.get_sheet_by_name(about.name)
            sheets.append(
                {
                    "name": about.name,
                    "visible": str(about.visible) == _VISIBLE,
                    "rows": dict(_rows(sheet)),
                    "merged": list(_merged(sheet, notes)),
                    "hidden": sorted(notes.hidden) if notes else [],
                    "struck": sorted(notes.struck) if notes else [],
                    "partly": sorted(notes.partly) if notes else [],
                    "faults": [(*spot, said) for spot, said in notes.faults.items()]
                    if notes
                    else [],
                }
            )
    return {"sheets": sheets, "surveyed": surveys is not None}


def _surveys(data: bytes) -> dict[str, Survey] | None:
    """Survey a workbook whose parts can be; None for the binary formats."""
    if not data.startswith(b"PK"):
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
        if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
            raise _Refused("huge")
        if "xl/workbook.bin" in names:
            return None
        if WORKBOOK in names and b"purl.oclc.org" in archive.read(WORKBOOK):
            raise _Refused("strict")
        if WORKBOOK not in names and not _is_ods(archive, names):
            raise _Refused("foreign")
        return dict(survey(archive))


def _is_ods(archive: zipfile.ZipFile, names: set[str]) -> bool:
    if not {"mimetype", CONTENT} <= names or b"spreadsheet" not in archive.read("mimetype"):
        return False
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise _Refused("protected")
    return True


def _check_size(notes: Survey | None) -> None:
    """Refuse a sheet that would fill the memory: the library holds each cell up to the last."""
    if notes and notes.last[0] * notes.last[1] > _MOST_CELLS:
        raise _Refused("scattered")


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[tuple[int, str, bool]]]]:
    """Give the cells of each row that has some, and no more rows than a programme may have."""
    if sheet.start is None:
        return
    first_row, first_column = sheet.start
    filled = 0
    for number, values in enumerate(sheet.iter_rows(), start=first_row + 1):
        cells = [
            (column, *_shown(value))
            for column, value in enumerate(values, start=first_column + 1)
            if value != ""
        ]
        if cells:
            yield number, cells
            filled += 1
        if filled > MOST_ROWS:
            return


def _shown(value: object) -> tuple[str, bool]:
    """Give a value as text, and whether it is a day."""
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return day.isoformat(), True
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), False
    if isinstance(value, time | timedelta):
        return str(value), False
    return str(value), False


def _merged(sheet: CalamineSheet, notes: Survey | None) -> Iterator[tuple[int, int, int]]:
    """Give the cells that reach down: column, first row, last row."""
    if notes:
        yield from notes.merged
        return
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if bottom > top:
            yield left + 1, top + 1, bottom + 1
