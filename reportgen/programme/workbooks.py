"""A workbook → its visible sheets, as cells.

Part of `programme`, and with `template` all that knows openpyxl, which reads row by row: its other
way of reading takes minutes over sheets with many merged or merely coloured cells
(https://github.com/pyexcel/pyexcel-xlsx/issues/40). Row by row it leaves out merged cells and
cannot tell an empty cell from a formula that was never calculated, so `_survey` looks for these.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from posixpath import join, normpath
from typing import Any

from attrs import evolve, frozen

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

_MOST_UNPACKED = 100_000_000
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SAVE_AS_XLSX = message("Open it in Excel, and save it as an Excel workbook (.xlsx).")


@frozen
class _Survey:
    """What reading row by row leaves out of a sheet.

    Args:
        last_row: the last row that holds something; 0 where none does.
        uncalculated: the formulas that have no value, by row and column.
        merged: the columns and rows of the merged cells: left, top, bottom.
    """

    last_row: int
    uncalculated: frozenset[str]
    merged: tuple[tuple[int, int, int], ...]


def read_workbook(file: str, data: bytes) -> tuple[Sheet, ...]:
    """Read the visible sheets of a workbook, in order.

    Formulas give the value that they had when the workbook was saved.

    Raises:
        ReadingError: it is another sort of file, damaged, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(file, archive)
            surveys = {name: _survey(file, archive, part) for name, part in _parts(archive)}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # drawings and rules that are of no use here
            return tuple(_sheets(file, data, surveys))
    except ReadingError:
        raise
    except Exception as error:  # damage shows as whatever the libraries stumble on
        raise _refusal(
            file,
            message("the workbook is damaged and cannot be read"),
            message("Open it in Excel, let it be repaired, and save it as a workbook (.xlsx)."),
        ) from error


def _check(file: str, archive: zipfile.ZipFile) -> None:
    """Refuse what is no workbook, or would fill the memory."""
    names = set(archive.namelist())
    if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
        raise _refusal(
            file,
            message("the workbook unpacks to far more than a programme can hold"),
            message("Copy the table of the programme into a new workbook, and give that one."),
        )
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise _refusal(
            file,
            message("the file is in the OpenDocument format (.ods)"),
            message("Open it in LibreOffice, and save it as an Excel workbook (.xlsx)."),
        )
    if "xl/workbook.bin" in names:
        raise _refusal(file, message("the workbook is in a binary format (.xlsb)"), _SAVE_AS_XLSX)
    if _WORKBOOK not in names:
        raise _refusal(file, message("the file is not an Excel workbook"), _SAVE_AS_XLSX)
    if b"purl.oclc.org" in archive.read(_WORKBOOK):
        raise _refusal(
            file,
            message("the workbook is in the variant “Strict Open XML”"),
            _SAVE_AS_XLSX,
        )


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Tell the name of each sheet, and the part of the file that holds it."""
    relations = {one.get("Id"): one.get("Target", "") for one in _xml(archive, _RELATIONS)}
    names = set(archive.namelist())
    for sheet in _xml(archive, _WORKBOOK).iterfind("{*}sheets/{*}sheet"):
        part = normpath(join("/xl", relations[sheet.get(_RELATION)])).removeprefix("/")
        if part in names and sheet.get("name"):
            yield sheet.get("name"), part


def _xml(archive: zipfile.ZipFile, part: str) -> Any:  # noqa: ANN401 -- an element of lxml
    from lxml import etree  # noqa: PLC0415 -- slow to load

    return etree.fromstring(
        archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True)
    )


def _survey(file: str, archive: zipfile.ZipFile, part: str) -> _Survey:
    from lxml import etree  # noqa: PLC0415 -- slow to load

    last_row = rows = 0
    uncalculated: set[str] = set()
    merged: list[tuple[int, int, int]] = []
    with archive.open(part) as stream:
        if b"<!DOCTYPE" in stream.read(1000):
            raise _refusal(file, message("the file is not an Excel workbook"), _SAVE_AS_XLSX)
    with archive.open(part) as stream:
        number = 0
        tags = ("{*}row", "{*}mergeCell")
        for _, element in etree.iterparse(
            stream, tag=tags, resolve_entities=False, no_network=True
        ):
            if str(element.tag).endswith("}mergeCell"):
                merged += _downwards(element.get("ref", ""))
                continue
            number = int(float(element.get("r", number + 1)))
            filled = [cell for cell in element if len(cell)]
            uncalculated.update(cell.get("r", "") for cell in filled if _has_no_value(cell))
            if filled:
                last_row, rows = number, rows + 1
            if rows > MOST_ROWS:
                raise too_many_rows(file)
            element.clear()
    return _Survey(last_row, frozenset(uncalculated), tuple(merged))


def _has_no_value(cell: Any) -> bool:  # noqa: ANN401 -- an element of lxml
    """Tell whether a cell is a formula without its last value; that may be an empty text."""
    value = cell.find("{*}v")
    calculated = value is not None and (value.text or cell.get("t") == "str")
    return cell.find("{*}f") is not None and not calculated


def _downwards(reference: str) -> Iterator[tuple[int, int, int]]:
    """Give the left column of merged cells, and their rows, where there are several."""
    from openpyxl.utils import range_boundaries  # noqa: PLC0415 -- slow to load

    left, top, _, bottom = range_boundaries(reference)
    if left and top and bottom and bottom > top:
        yield left, top, bottom


def _sheets(file: str, data: bytes, surveys: Mapping[str, _Survey]) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # noqa: PLC0415 -- slow to load

    workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    for sheet in workbook.worksheets:
        survey = surveys[sheet.title]
        if sheet.sheet_state != "visible" or not survey.last_row:
            continue
        sheet.reset_dimensions()  # some programs write A1:A1 for any sheet
        rows = _filled(sheet.iter_rows(max_row=survey.last_row), survey)
        yield Sheet(file, sheet.title, tuple(_reaching_down(rows, survey)))


def _filled(rows: Iterable[tuple[Any, ...]], survey: _Survey) -> Iterator[Row]:
    for number, row in enumerate(rows, start=1):
        cells = {}
        for cell in row:
            if (found := _cell(cell, survey)) is not None:
                cells[cell.column] = found
        if cells:
            yield Row(number, cells)


def _cell(cell: Any, survey: _Survey) -> Cell | None:  # noqa: ANN401 -- filled or empty
    value = cell.value
    if value is None:
        if survey.uncalculated and getattr(cell, "coordinate", "") in survey.uncalculated:
            return Cell("=", fault=_NEVER_CALCULATED)
        return None
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return Cell(day.isoformat(), day=day)
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return Cell(text, fault=shown_error(text)) if text else None


_NEVER_CALCULATED = Problem(
    message("the cell holds a formula that was never calculated"),
    message("Open the workbook in Excel and save it; or write the value itself."),
)


def _reaching_down(rows: Iterable[Row], survey: _Survey) -> Iterator[Row]:
    """Repeat what merged cells hold in each of the rows that they cover."""
    by_number = {row.number: row for row in rows}
    for left, top, bottom in survey.merged:
        head = by_number.get(top)
        if head is None or left not in head.cells:
            continue
        repeated = evolve(head.cells[left], own=False)
        for number in range(top + 1, min(bottom, survey.last_row) + 1):
            row = by_number.get(number)
            if row is not None:
                by_number[number] = evolve(row, cells={**row.cells, left: repeated})
    return iter(by_number.values())


def _refusal(file: str, what: Message, advice: Message) -> ReadingError:
    return ReadingError(Problem(what, advice, Place(file)))
